"""Readers of files, one format each; ``table`` lists them and finds the one for a file.

A reader takes a ``Source`` and yields what lies in it: articles, errors and what it passed over.
"""
