"""What a speaker's page consists of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claims.partial_date import UNKNOWN_DATE, PartialDate
from db.speakers.suggestions import Suggestion


@dataclass(frozen=True, slots=True)
class Observation:
    """One article that states a post, with its words; ``start`` is where these stand in it."""

    article_id: str
    article_title: str
    outlet: str | None
    published: PartialDate
    role: str | None
    organization: str | None
    evidence: str
    start: int


@dataclass(frozen=True, slots=True)
class Held:
    """A post over the articles that state it, oldest first.

    Nothing is said about the time before, between and after them. ``former`` marks a post that
    the articles call past.
    """

    role: str | None
    organization: str | None
    former: bool
    observations: tuple[Observation, ...]

    @property
    def first(self) -> PartialDate:
        """The first date, unknown if no article is dated."""
        dated = (one.published for one in self.observations if one.published.value)
        return next(dated, UNKNOWN_DATE)

    @property
    def last(self) -> PartialDate:
        """The last date, likewise."""
        dated = [one.published for one in self.observations if one.published.value]
        return dated[-1] if dated else UNKNOWN_DATE

    @property
    def articles(self) -> int:
        """How many articles state it."""
        return len({one.article_id for one in self.observations})


@dataclass(frozen=True, slots=True)
class Known:
    """A post from an authority file, with dates as the file gives them."""

    role: str | None
    organization: str | None
    since: PartialDate
    until: PartialDate


@dataclass(frozen=True, slots=True)
class MemberName:
    """A name that a speaker goes by, and why it is taken to be this speaker's.

    ``forms`` are the ways in which articles write it; ``articles`` is how many do.
    """

    entity_id: str
    name: str
    forms: tuple[str, ...]
    articles: int
    why: str
    score: float | None
    author: str | None


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act that bears on a speaker; ``undone`` ones hold no more."""

    number: int
    author: str
    told: str
    when: datetime
    undone: bool


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """A speaker with all that the archive knows of it."""

    entity_id: str
    name: str
    kind: str
    claims: int
    articles: int
    first: PartialDate
    last: PartialDate
    identifiers: tuple[str, ...]
    posts: tuple[Held, ...]
    known: tuple[Known, ...]
    names: tuple[MemberName, ...]
    parents: tuple[str, ...]
    parts: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    acts: tuple[ActRow, ...]
