"""Revisions of claims, of who says them and as what."""
