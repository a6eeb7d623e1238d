"""Threads: claims that say the same, as a table, and each of them through time."""
