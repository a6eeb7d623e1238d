"""Revisions of articles and their texts, and the first one, which made the archive."""
