"""Who is quoted in an article: each speaker with a letter, by which its claims are marked."""

from __future__ import annotations

import string
from collections.abc import Sequence
from dataclasses import dataclass

from db.reader import ArticlePage
from db.view import ClaimRow
from tui import words

NOBODY = "nobody named"
NO_LETTER = "–"
COLOURS = 6
"""So many speakers have a colour of their own; letters tell all of them apart."""

_LETTERS = string.ascii_uppercase + string.ascii_lowercase


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker of an article; ``name`` is empty for the claims of nobody named."""

    name: str
    letter: str
    claims: int

    @property
    def label(self) -> str:
        return self.name or NOBODY


@dataclass(frozen=True, slots=True)
class Cast:
    """The speakers of an article, those with most claims first, then in order of appearance."""

    voices: tuple[Voice, ...] = ()

    def letters(self, row: ClaimRow) -> str:
        """The letters of a claim's speakers."""
        mine = _names(row)
        return "".join(voice.letter for voice in self.voices if voice.name in mine)

    def style(self, row: ClaimRow) -> str | None:
        """The component, after ``paper--``, that the claims of its first speaker are drawn in."""
        mine = _names(row)
        places = [n for n, voice in enumerate(self.voices) if voice.name in mine and voice.name]
        return f"voice-{places[0] % COLOURS}" if places else None

    def legend(self) -> str:
        """``A Ilya Morozov 2 · B Anna Feld 1``."""
        return " · ".join(f"{voice.letter} {voice.label} {voice.claims}" for voice in self.voices)


def cast_of(page: ArticlePage) -> Cast:
    """The speakers of an article."""
    claims: dict[str, int] = {}
    for claim in page.claims:
        for name in _names(claim.row):
            claims[name] = claims.get(name, 0) + 1
    # Nobody comes last; the sort keeps the order of appearance among equals.
    ordered = sorted(claims, key=lambda name: (not name, -claims[name]))
    return Cast(
        tuple(
            Voice(name, _letter(place) if name else NO_LETTER, claims[name])
            for place, name in enumerate(ordered)
        )
    )


def speaks(row: ClaimRow, name: str) -> bool:
    """Whether a claim is said by a speaker, or by nobody named if the name is empty."""
    return name in _names(row)


def _names(row: ClaimRow) -> Sequence[str]:
    return words.each_once(row.speakers) or [""]


def _letter(place: int) -> str:
    return _LETTERS[place] if place < len(_LETTERS) else "*"
