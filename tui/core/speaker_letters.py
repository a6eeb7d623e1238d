"""Who is quoted in an article: each speaker with a letter, by which its claims are marked."""

from __future__ import annotations

import string
from dataclasses import dataclass
from typing import Final

from db.claims.article_page import ArticlePage
from db.claims.model import NOBODY, SpeakerRef
from db.claims.view import ClaimRow
from tui.widgets.lines.paper import SPEAKER_COLOURS

NO_LETTER: Final = "–"
NO_MORE: Final = "*"
"""Of speakers when all letters are taken."""

_LETTERS: Final = string.ascii_uppercase + string.ascii_lowercase


@dataclass(frozen=True, slots=True)
class LetteredSpeaker:
    """One speaker of an article; id and label are empty for the claims of nobody named."""

    speaker: SpeakerRef
    letter: str
    claims: int

    @property
    def label(self) -> str:
        return self.speaker.label or NOBODY


@dataclass(frozen=True, slots=True)
class SpeakerLetters:
    """The speakers of an article, those with most claims first, then in order of appearance."""

    speakers: tuple[LetteredSpeaker, ...] = ()

    def of(self, row: ClaimRow) -> str:
        """The letters of a claim's speakers."""
        return "".join(one.letter for one in self.speakers if speaks(row, one.speaker.id))

    def style(self, row: ClaimRow) -> str | None:
        """The component, after ``paper--``, that the claims of its first speaker are drawn in."""
        for one in self.speakers:
            if one.speaker.id and speaks(row, one.speaker.id):
                return f"speaker-{_LETTERS.find(one.letter) % SPEAKER_COLOURS}"
        return None

    def legend(self) -> str:
        """``A Ilya Morozov 2 · B Anna Feld 1``."""
        return " · ".join(f"{one.letter} {one.label} {one.claims}" for one in self.speakers)


def letters_of(page: ArticlePage, before: SpeakerLetters | None = None) -> SpeakerLetters:
    """The speakers of an article.

    Args:
        page: The article.
        before: Those that it had before something of it was corrected; whoever speaks still keeps
            the letter.
    """
    claims: dict[SpeakerRef, int] = {}
    for claim in page.claims:
        for one in _speakers(claim.row):
            claims[one] = claims.get(one, 0) + 1
    # Nobody comes last; the sort keeps the order of appearance among equals.
    ordered = sorted(claims, key=lambda one: (not one.id, -claims[one]))
    kept = {one.speaker.id: one.letter for one in (before.speakers if before else ())}
    free = (letter for letter in _LETTERS if letter not in kept.values())
    letters = {one: kept.get(one.id) or next(free, NO_MORE) for one in ordered if one.id}
    return SpeakerLetters(
        tuple(LetteredSpeaker(one, letters.get(one, NO_LETTER), claims[one]) for one in ordered)
    )


def speaks(row: ClaimRow, speaker: str) -> bool:
    """Whether a claim is said by a speaker, or by nobody named if the id is empty."""
    return any(one.id == speaker for one in _speakers(row))


def _speakers(row: ClaimRow) -> list[SpeakerRef]:
    return row.speaker_refs or [SpeakerRef("", "")]
