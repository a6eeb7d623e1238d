"""A report: one HTML file that needs nothing else, to send to somebody without Claims."""
