"""Bytes to text, and the dates that stand in it."""
