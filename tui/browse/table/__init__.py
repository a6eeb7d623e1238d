"""The table of claims: its columns, and its rows read page by page."""
