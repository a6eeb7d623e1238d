"""Ranges of tokens, the coordinates inside extraction; code points only at its door."""

from __future__ import annotations

Range = tuple[int, int]
"""Tokens ``start`` to ``end``, end-exclusive."""


def holds(parts: list[Range], part: Range) -> bool:
    """Whether one of the parts holds all of a range."""
    return any(low <= part[0] and part[1] <= high for low, high in parts)
