"""Claims side by side in sections: two articles by whom both quote, or columns by topic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claims.review import ReviewState
from db.claims.article_page import ArticlePage
from db.claims.model import SpeakerRef
from db.claims.view import ClaimRow
from tui.compare.claim_column import Entry
from tui.compare.columns import claim_entry
from tui.core.article_blocks import affiliations_of, headline, in_order
from tui.text import words
from tui.widgets.blocks import Block


@dataclass(frozen=True, slots=True)
class Side:
    """One column of sections, under a title; the last section is of what stands there alone."""

    title: str
    subtitle: str
    sections: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Columns whose sections begin on the same lines.

    Args:
        title: Of all of them.
        columns: With as many sections each.
        shared: How many of the sections are of what columns share.
    """

    title: str
    columns: tuple[Side, ...]
    shared: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """A speaker in one article: what it says there, and the affiliations that are stated for it."""

    rows: tuple[ClaimRow, ...] = ()
    affiliations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """A speaker whom both articles quote."""

    speaker: SpeakerRef
    left: Quoted
    right: Quoted


@dataclass(frozen=True, slots=True)
class Alignment:
    """Speakers of two articles.

    Args:
        shared: Whom both quote, those with most claims first.
        only_left: Those whom only the first quotes, with numbers of claims.
        only_right: Those whom only the second quotes.
    """

    shared: tuple[Shared, ...]
    only_left: tuple[tuple[SpeakerRef, int], ...]
    only_right: tuple[tuple[SpeakerRef, int], ...]


def without_rejected(page: ArticlePage) -> ArticlePage:
    """An article without the claims that were rejected."""
    kept = [one for one in page.claims if one.row.review != ReviewState.REJECTED]
    return replace(page, claims=tuple(kept))


def align(left: ArticlePage, right: ArticlePage) -> Alignment:
    """Set the speakers of two articles against each other."""
    here, there = _by_speaker(left), _by_speaker(right)
    also = {one.id: quoted for one, quoted in there.items()}
    shared = [Shared(one, quoted, also[one.id]) for one, quoted in here.items() if one.id in also]
    shared.sort(key=lambda one: -len(one.left.rows) - len(one.right.rows))
    return Alignment(tuple(shared), _alone(here, there), _alone(there, here))


def by_people(left: ArticlePage, right: ArticlePage) -> Sides:
    """Two articles, aligned on the people they both quote."""
    found = align(left, right)
    many = words.counted(len(found.shared), "speaker")
    pairs = (
        (left, [(one.speaker, one.left) for one in found.shared], found.only_left),
        (right, [(one.speaker, one.right) for one in found.shared], found.only_right),
    )
    return Sides(
        f"Two articles, aligned on the {many} they share",
        tuple(_side(page, people, alone) for page, people, alone in pairs),
        len(found.shared),
    )


def _side(
    page: ArticlePage,
    people: Sequence[tuple[SpeakerRef, Quoted]],
    alone: Sequence[tuple[SpeakerRef, int]],
) -> Side:
    """An article in sections: a speaker each, then those only quoted here."""
    sections = []
    for speaker, quoted in people:
        stated = "; ".join(quoted.affiliations) or "no affiliation stated"
        heading = Block(speaker.label, style="title", gap=0), Block(stated, style="note")
        claims = (claim_entry(row, own=True) for row in quoted.rows)
        sections.append((Entry(heading), *claims))
    told = "; ".join(f"{speaker.label} {number}" for speaker, number in alone)
    last = (Block("Quoted only here", style="title", gap=0), Block(told or "nobody", style="label"))
    facts = [page.article.outlet or "", page.article.published.as_known]
    return Side(
        headline(page.article),
        ", ".join(part for part in facts if part),
        (*sections, (Entry(last),)),
    )


def _by_speaker(page: ArticlePage) -> dict[SpeakerRef, Quoted]:
    found: dict[SpeakerRef, Quoted] = {}
    for claim in in_order(page):
        for one in claim.row.speaker_refs:
            before = found.get(one, Quoted())
            stated = [each.in_words for each in affiliations_of(claim.row, one.id)]
            rows = (*before.rows, claim.row)
            found[one] = Quoted(rows, tuple(words.each_once([*before.affiliations, *stated])))
    return found


def _alone(
    here: Mapping[SpeakerRef, Quoted], there: Mapping[SpeakerRef, Quoted]
) -> tuple[tuple[SpeakerRef, int], ...]:
    """Those of one article whom the other does not quote, with numbers of claims."""
    keys = {one.id for one in there}
    return tuple((one, len(q.rows)) for one, q in here.items() if one.id not in keys)
