"""Completes the last of several names from those that the archive knows, by any of their words."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Engine
from textual.suggester import Suggester

from claims.claim import SpeakerKind
from db.connection.engine import ArchiveError
from db.query.vocabulary import Named, names_starting, speakers_called

LEAST: Final = 2
MEANS: Final = "  → "
"""Stands between what is written and a name that has other letters before it."""


class WordSuggester(Suggester):
    """Suggests a name that goes on after the letters at hand, or else one with a word that does.

    The first can be shown as the rest of the name; the second stands behind `MEANS`, and is put in
    the place of the letters when it is taken.

    Args:
        between: What stands between names.
    """

    def __init__(self, between: str) -> None:
        super().__init__(case_sensitive=True)
        self._between = between

    async def get_suggestion(self, value: str) -> str | None:
        start = value.rpartition(self._between)[2].strip()
        if len(start) < LEAST:
            return None
        found = await self.find(start)
        if start in found:
            return None
        ending = next((name[len(start) :] for name in found if name.startswith(start)), None)
        if ending is not None:
            return value.rstrip() + ending
        return f"{value.rstrip()}{MEANS}{found[0]}" if found else None

    def taken(self, value: str) -> str:
        """A line after a suggestion was taken: with the name that it means."""
        written, means, name = value.rpartition(MEANS)
        if not means:
            return value
        before, between, last = written.rpartition(self._between)
        room = last[: len(last) - len(last.lstrip())]
        return f"{before}{between}{room}{name}"

    async def find(self, start: str) -> Sequence[str]:
        """Names with a word that begins so, whatever the case."""
        raise NotImplementedError


class NameSuggester(WordSuggester):
    """Suggests names of the archive.

    Args:
        engine: Of the archive.
        what: Whose names.
        between: What stands between names.
        kind: Of speakers, if only those of one kind will do.
    """

    def __init__(
        self, engine: Engine, what: Named, between: str, kind: SpeakerKind | None = None
    ) -> None:
        super().__init__(between)
        self._engine = engine
        self._what = what
        self._kind = kind

    async def find(self, start: str) -> Sequence[str]:
        try:
            return await asyncio.to_thread(self._read, start)
        except ArchiveError:
            # No suggestion is worth a message.
            return ()

    def _read(self, start: str) -> Sequence[str]:
        if self._what is Named.SPEAKER:
            return speakers_called(self._engine, start, kind=self._kind)
        return names_starting(self._engine, self._what, start, limit=5)
