"""The panes of facets beside the table."""
