"""What a speaker's page consists of."""

from __future__ import annotations

from dataclasses import dataclass

from claims.identity.authority import KnownAffiliation
from claims.partial_date import PartialDate
from db.analysis.summary import SpeakerRow
from db.claims.model import SpeakerRef
from db.identity.acts import ActRow
from db.speakers.suggestions import Suggestion


@dataclass(frozen=True, slots=True)
class MemberName:
    """A name that a speaker goes by, and why it is taken to be this speaker's.

    ``forms`` are the ways in which articles write it; ``articles`` is how many do.
    """

    ref: SpeakerRef
    forms: tuple[str, ...]
    articles: int
    why: str
    score: float | None
    author: str | None


@dataclass(frozen=True, slots=True)
class SpeakerPage(SpeakerRow):
    """A speaker with all that the archive knows of it."""

    first: PartialDate
    last: PartialDate
    identifiers: tuple[str, ...]
    known: tuple[KnownAffiliation, ...]
    names: tuple[MemberName, ...]
    parents: tuple[str, ...]
    parts: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    acts: tuple[ActRow, ...]
