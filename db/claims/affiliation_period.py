"""An affiliation of a speaker over the articles that state it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from claims.affiliation_words import in_words
from claims.partial_date import UNKNOWN_DATE, PartialDate
from db.claims.model import StatedAffiliation


@dataclass(frozen=True, slots=True)
class Observation:
    """One article that states an affiliation, with its words."""

    article_id: str
    article_title: str
    outlet: str | None
    published: PartialDate
    stated: StatedAffiliation


@dataclass(frozen=True, slots=True)
class AffiliationPeriod:
    """A role and an organization of one speaker over the articles that state them.

    Nothing is said about the time before, between and after these articles.

    Args:
        role: As the first of them has it, like the organization.
        organization: May be None where there is a role.
        first: Their first publication date, unknown if all are undated.
        last: The last one, likewise.
        articles: How many they are.
        former: The articles call it past.
        observations: What they say, oldest first; empty where it was not read.
    """

    role: str | None
    organization: str | None
    first: PartialDate
    last: PartialDate
    articles: int
    former: bool = False
    observations: tuple[Observation, ...] = ()

    @classmethod
    def observed(cls, observations: Sequence[Observation]) -> Self:
        """Of what articles say of it, the oldest first."""
        stated = observations[0].stated
        dated = [one.published for one in observations if one.published.value]
        return cls(
            role=stated.role,
            organization=stated.organization,
            first=dated[0] if dated else UNKNOWN_DATE,
            last=dated[-1] if dated else UNKNOWN_DATE,
            articles=len({one.article_id for one in observations}),
            former=stated.former,
            observations=tuple(observations),
        )

    @property
    def in_words(self) -> str:
        """Role and organization as one phrase."""
        return in_words(self.role, self.organization, former=self.former)
