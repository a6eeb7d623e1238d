"""What can go wrong with the file that is written."""

from __future__ import annotations


class ExportError(Exception):
    """An export that cannot be written; the message is one line that names the file."""
