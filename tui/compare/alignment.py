"""Claims side by side in sections: two articles by whom both quote, or columns by topic."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from db.claims.article_page import ArticlePage
from db.claims.model import SpeakerRef
from db.claims.view import ClaimRow
from tui.compare.claim_column import Entry
from tui.compare.columns import claim_entry
from tui.core.article_blocks import affiliations_of, headline, in_order
from tui.text import words
from tui.widgets.lines.blocks import Block


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
        command: Gives the same on the command line; None where none does.
    """

    title: str
    columns: tuple[Side, ...]
    shared: int
    command: list[str] | None = None


def with_only(page: ArticlePage, wanted: Container[int]) -> ArticlePage:
    """An article with those of its claims whose numbers are wanted."""
    return replace(page, claims=tuple(one for one in page.claims if one.row.id in wanted))


def by_people(left: ArticlePage, right: ArticlePage) -> Sides:
    """Two articles, aligned on the people they both quote, those with most claims first."""
    here, there = _by_speaker(left), _by_speaker(right)
    also = {one.id: rows for one, rows in there.items()}
    shared = [(one, rows, also[one.id]) for one, rows in here.items() if one.id in also]
    shared.sort(key=lambda each: -len(each[1]) - len(each[2]))
    both = {one.id for one, _, _ in shared}
    columns = (
        _side(left, [(one, rows) for one, rows, _ in shared], _alone(here, both)),
        _side(right, [(one, rows) for one, _, rows in shared], _alone(there, both)),
    )
    many = words.counted(len(shared), "speaker")
    return Sides(f"Two articles, aligned on the {many} they share", columns, len(shared))


def _side(
    page: ArticlePage, people: Iterable[tuple[SpeakerRef, Sequence[ClaimRow]]], alone: str
) -> Side:
    """An article in sections: a speaker each, then those only quoted here."""
    sections = []
    for speaker, rows in people:
        stated = (each.in_words for row in rows for each in affiliations_of(row, speaker.id))
        listed = "; ".join(words.each_once(stated)) or "no affiliation stated"
        heading = Block(speaker.label, style="title", gap=0), Block(listed, style="note")
        sections.append((Entry(heading), *(claim_entry(row, own=True) for row in rows)))
    last = Block("Quoted only here", style="title", gap=0), Block(alone or "nobody", style="label")
    facts = [page.article.outlet or "", page.article.published.as_known]
    return Side(
        headline(page.article),
        ", ".join(part for part in facts if part),
        (*sections, (Entry(last),)),
    )


def _by_speaker(page: ArticlePage) -> dict[SpeakerRef, list[ClaimRow]]:
    """The speakers of an article in order of appearance, with what they say there."""
    found: dict[SpeakerRef, list[ClaimRow]] = {}
    for claim in in_order(page):
        for one in claim.row.speaker_refs:
            found.setdefault(one, []).append(claim.row)
    return found


def _alone(said: Mapping[SpeakerRef, Sequence[ClaimRow]], both: Collection[str]) -> str:
    """Those of one article whom the other does not quote, with numbers of claims."""
    alone = ((one.label, len(rows)) for one, rows in said.items() if one.id not in both)
    return "; ".join(f"{label} {number}" for label, number in alone)
