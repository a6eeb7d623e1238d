"""Completes the last of several names from those that the archive knows."""

from __future__ import annotations

import asyncio
from typing import Final

from sqlalchemy import Engine
from textual.suggester import Suggester

from db.connection.engine import ArchiveError
from db.query.vocabulary import Named, names_starting

LEAST: Final = 2


class NameSuggester(Suggester):
    """Suggests names as a whole, in the place of the letters they begin with.

    Args:
        engine: Of the archive.
        what: Whose names.
        between: What stands between names.
    """

    def __init__(self, engine: Engine, what: Named, between: str) -> None:
        super().__init__(case_sensitive=True)
        self._engine = engine
        self._what = what
        self._between = between

    async def get_suggestion(self, value: str) -> str | None:
        start = value.rpartition(self._between)[2].strip()
        if len(start) < LEAST:
            return None
        try:
            found = await asyncio.to_thread(
                names_starting, self._engine, self._what, start, limit=5
            )
        except ArchiveError:
            # No suggestion is worth a message.
            return None
        # The rest of a name can only be shown after the very letters that are written.
        rest = (name[len(start) :] for name in found if name.startswith(start) and name != start)
        ending = next(rest, None)
        return None if ending is None else value.rstrip() + ending
