"""What goes wrong with gold files and predictions, in one line."""

from __future__ import annotations


class ScoringError(Exception):
    """A gold or prediction file cannot be used; the message names it and says why."""
