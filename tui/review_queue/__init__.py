"""Reviewing the claims of a view one after another, and in their articles."""
