"""The filter line and what it completes."""
