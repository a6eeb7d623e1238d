"""What can go wrong with the file that is written, or is asked for."""

from __future__ import annotations


class ExportError(Exception):
    """An export that cannot be written; the message is one line that names the file."""


class NotOfferedError(ExportError):
    """What is asked for is none of what there is: a format, a column, a style."""
