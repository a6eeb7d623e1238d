"""Helpers for SQL that no feature owns: inserting many rows, lists of ids, chunks."""
