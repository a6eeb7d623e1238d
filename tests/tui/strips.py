"""Makes the lines that apps draw cheap in tests: Textual gives each seven caches, few of them used.

They are made when they are first looked into, which most lines never come to.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from rich.segment import Segment
from textual.cache import FIFOCache
from textual.strip import Strip

MOST: Final = {
    "_divide_cache": 4,
    "_crop_cache": 16,
    "_style_cache": 16,
    "_filter_cache": 4,
    "_line_length_cache": 4,
    "_crop_extend_cache": 4,
    "_offsets_cache": 4,
}
"""The caches of a line, and how much each holds."""


class _WhenAsked:
    """A cache in the place of its slot."""

    def __init__(self, slot: Any, most: int) -> None:
        self._slot = slot
        self._most = most

    def __get__(self, strip: Strip, kind: type[Strip]) -> FIFOCache[Any, Any]:
        made: FIFOCache[Any, Any]
        try:
            made = self._slot.__get__(strip, kind)
        except AttributeError:
            made = FIFOCache(self._most)
            self._slot.__set__(strip, made)
        return made


def _begin(self: Strip, segments: Iterable[Segment], cell_length: int | None = None) -> None:
    self._segments = list(segments)
    self._cell_length = cell_length
    self._render_cache = None
    self._link_ids = None
    self._cell_count = None


def share() -> None:
    """Have all lines begin without caches."""
    for name, most in MOST.items():
        setattr(Strip, name, _WhenAsked(vars(Strip)[name], most))
    Strip.__init__ = _begin  # type: ignore[method-assign]
