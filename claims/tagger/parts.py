"""The numbers that stand for the parts of an attribution in the labels of word pieces."""

from __future__ import annotations

OUTSIDE = 0
SOURCE, CUE, CONTENT = 1, 3, 5
"""The label of a part's first piece; the pieces after it have the next number."""
LABELS = 7
