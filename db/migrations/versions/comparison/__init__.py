"""Revisions of what claims and articles are compared by: stories to threads and their order."""
