"""`ClaimQuery`: one frozen filter. Its attributes are the table of filters, `FIELDS`: from what
describes an attribute come its key in the filter line, its option, its part of the sentence, its
condition, its completion and its row in the table of filters.

This module imports no SQLAlchemy, so that the command line can check filters before it opens
anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Final

from claims.aside import Aside
from claims.review import ReviewState
from db.query.fields.field import Field, ValueForm, description
from db.query.fields.filters import Filters
from db.query.fields.values import MOST, SORT_FIELDS, parse_date_bound, parse_sort
from db.query.grammar import EVER, IS, NOT, ORG, SEARCH, QueryError, join_filter

__all__ = [
    "FIELDS",
    "FLAGS",
    "MOST",
    "NEWEST_FIRST",
    "OLDEST_FIRST",
    "SORT_FIELDS",
    "ClaimQuery",
    "QueryError",
    "parse_date_bound",
    "parse_sort",
]

OLDEST_FIRST: Final = "published"
"""The order of what is written to files and listed on the command line."""

NEWEST_FIRST: Final = "-published"
"""The order of what is looked at."""

NOT_REJECTED: Final = tuple(state for state in ReviewState if state is not ReviewState.REJECTED)
"""The states of claims that are wanted unless a query says otherwise."""


@dataclass(frozen=True)
class ClaimQuery(Filters):
    """Which claims are wanted, in which order. Every part that is set must hold.

    Speaker, organization, article title and outlet are matched by word: each word of the filter
    begins a word of the name, whatever the case and accents; or by an id or an exact name, as
    `db.query.identified` writes them. ``speakers``, ``organizations`` and
    ``kinds`` must hold for one and the same speaker of a claim. Of a field with several values any
    one is enough.

    Args:
        speakers: Names, aliases or ids.
        organizations: Each one that the claim's article states for the speaker, or that is the
            speaker; what is a part of it counts.
        ever: Any article may state the organization, or an authority file.
        articles: Words of the title, a part of the file's name, or an article id.
        stories: The id of a story, or what ``articles`` may be: any of its articles will do.
        copy: Whether another article of its story stands for it; None if either will do.
        outlets: Who published the article; with a leading "=" by the exact name.
        types: How the content is quoted.
        cue: Words of the cue's lemma, whole ones; whatever their case.
        negated: Whether the source is told not to have said it; None if either will do, as with
            ``hedged`` and ``prediction``.
        reviews: Any one of these states is enough; if none is given, any but rejected.
        include_rejected: Rejected claims as well.
        everything: Rejected claims and those that are set aside as well.
        include: Claims set aside for these reasons as well. Low ones are left out no more where
            ``min_confidence`` says which, acts where ``cue_classes`` or ``min_statement`` does, and
            none where a thread, a tag or a note is asked for.
        tags: Any one of these tags is enough; a whole tag, whatever its case and accents.
        note: Words that the note has, matched as names are.
        since: First day; an article of which only the month or year is known counts with every
            day of it. An undated article is found only where no day is asked for.
        until: Last day, inclusive.
        months: As ``YYYY-MM``; an article of which only the year is known is in none.
        stored: When the article was stored first, or later.
        topics: Each an id, or search text that the content matches.
        threads: Each the id of a thread or of a claim in it, or words of its label.
        text: Search text that the content matches: words in any form, ``"a phrase"``, ``prefix*``,
            ``-without``, and ``OR`` between alternatives.
        min_confidence: 0.0 to 1.0, as with ``min_statement`` and ``min_speaker_confidence``; claims
            of runs that did not tell these two are found as well.
        sort: One of `SORT_FIELDS`; a leading "-" is taken as ``descending``.
        limit: At most this many, from 1 to `MOST`.

    Raises:
        QueryError: A part that no claim could be compared with.
    """

    def __post_init__(self) -> None:
        field, descending = parse_sort(self.sort)
        object.__setattr__(self, "sort", field)
        object.__setattr__(self, "descending", self.descending or descending)
        if self.ever and not self.organizations:
            raise QueryError("ever goes with an organization")
        for asked in FIELDS:
            if asked.check is not None:
                for value in asked.values(self):
                    asked.check(asked.name if asked.key == SEARCH else asked.key, value)
        if self.since and self.until and self.since > self.until:
            raise QueryError(f"since {self.since} is after until {self.until}")

    def to_filter(self, order: str = OLDEST_FIRST) -> str:
        """The line that `parse_filter` reads as this query; empty if nothing is asked for.

        Args:
            order: What goes without saying.
        """
        return join_filter(pair for pair in self._pairs() if pair != ("sort", order))

    @property
    def narrows(self) -> bool:
        """Whether any claim could be left out, the limit and rejected claims aside."""
        return any(field.part is not None and field.values(self) for field in FIELDS)

    @property
    def states(self) -> tuple[ReviewState, ...]:
        """The review states of the claims that are wanted, in their own order."""
        asked = set(self.reviews or NOT_REJECTED)
        if self.include_rejected or self.everything:
            asked.add(ReviewState.REJECTED)
        return tuple(state for state in ReviewState if state in asked)

    def with_aside(self) -> ClaimQuery:
        """The same with what a first look sets aside: for claims that are found by another one."""
        return replace(self, include=tuple(Aside))

    @property
    def lets_in(self) -> frozenset[Aside]:
        """The reasons for which no claim is left out."""
        if self.everything or self.threads or self.tags or self.note:
            return frozenset(Aside)
        asked = set(self.include)
        if self.min_confidence is not None:
            asked.add(Aside.LOW)
        if self.cue_classes or self.min_statement is not None:
            asked.add(Aside.ACT)
        return frozenset(asked)

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """Key and value of what is asked for: names first, search words last."""
        for field in sorted(
            FIELDS, key=lambda one: (one.form is not ValueForm.NAMES, one.key == SEARCH)
        ):
            if field.name == "sort":
                yield field.key, f"{'-' if self.descending else ''}{self.sort}"
            elif field.form is ValueForm.EITHER:
                for wanted in field.values(self):
                    yield (IS if wanted else NOT), field.name
            elif field.name != "ever":
                key = EVER if self.ever and field.key == ORG else field.key
                for value in field.values(self):
                    yield key, field.write(value)


FIELDS: Final[tuple[Field, ...]] = tuple(
    replace(found, name=attribute.name, default=attribute.default)
    for attribute in fields(ClaimQuery)
    if (found := description(attribute.metadata)) is not None
)
"""Every filter, in the order of keys, options and the table of filters."""

FLAGS: Final = tuple(field.name for field in FIELDS if field.form is ValueForm.EITHER)
"""Fields of a claim, and of a query, that hold or do not."""
