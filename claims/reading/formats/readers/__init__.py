"""Readers, a module for each kind of file: generators from a ``Source`` to articles and errors.

``table`` loads each when the first file of its format comes.
"""
