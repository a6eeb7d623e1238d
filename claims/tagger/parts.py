"""The numbers that stand for the parts of an attribution in the labels of word pieces."""

from __future__ import annotations

from typing import Final

OUTSIDE: Final = 0
SOURCE: Final = 1
CUE: Final = 3
CONTENT: Final = 5
"""The label of a part's first piece; the pieces after it have the next number."""
LABELS: Final = 7
