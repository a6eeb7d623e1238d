"""Engines and transactions: opening a database, reading, writing, cancelling, and what is told of
failures.
"""
