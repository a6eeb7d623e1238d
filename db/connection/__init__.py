"""Engines and transactions: opening a database, reading, writing, cancelling, and how failures are
worded.
"""
