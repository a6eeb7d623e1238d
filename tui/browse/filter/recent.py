"""Filters that were used before, of this run and those before it: offered on an empty line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from db.query.model import ClaimQuery, QueryError
from tui.browse.filter.completion import Completion
from tui.core import queries

MOST: Final = 9


class Recent:
    """Lines of filters, the last used first, each once."""

    def __init__(self) -> None:
        self.lines: tuple[str, ...] = ()

    def add(self, query: ClaimQuery) -> None:
        """Remember what was filtered by; all claims are no filter."""
        if query.narrows:
            line = queries.as_line(query)
            self.lines = (line, *(one for one in self.lines if one != line))[:MOST]

    def offers(self) -> list[Completion]:
        """The filters in words, each with its whole line."""
        return [*self._offers()]

    def _offers(self) -> Iterator[Completion]:
        for line in self.lines:
            try:
                sentence = queries.in_words(queries.read_line(line))
            except QueryError:
                # Kept by another version.
                continue
            yield Completion(f"again  {sentence}", 0, line, whole=True)
