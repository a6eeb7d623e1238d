"""Made-up articles, pages and copies, the same ones for the same seed."""
