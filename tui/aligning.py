"""Two articles, aligned on the people they both quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.review import ReviewState
from db.reader import ArticlePage
from db.view import ClaimRow
from tui import words
from tui.comparing import claim_entry
from tui.reading import in_order
from tui.widgets.claim_column import Entry
from tui.widgets.paper import Block


@dataclass(frozen=True, slots=True)
class Shared:
    """A speaker whom both articles quote, with the claims of each."""

    name: str
    left: tuple[ClaimRow, ...]
    right: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Speakers of two articles.

    Args:
        shared: Whom both quote, those with most claims first.
        only_left: Whom only the first quotes, with numbers of claims.
        only_right: Whom only the second quotes.
    """

    shared: tuple[Shared, ...]
    only_left: dict[str, int]
    only_right: dict[str, int]


def without_rejected(page: ArticlePage) -> ArticlePage:
    """An article without the claims that were rejected."""
    kept = [one for one in page.claims if one.row.review != ReviewState.REJECTED]
    return replace(page, claims=tuple(kept))


def align(left: ArticlePage, right: ArticlePage) -> Alignment:
    """Set the speakers of two articles against each other."""
    here, there = _by_speaker(left), _by_speaker(right)
    shared = [
        Shared(name, tuple(rows), tuple(there[name]))
        for name, rows in here.items()
        if name in there
    ]
    shared.sort(key=lambda one: -len(one.left) - len(one.right))
    return Alignment(
        tuple(shared),
        {name: len(rows) for name, rows in here.items() if name not in there},
        {name: len(rows) for name, rows in there.items() if name not in here},
    )


def side_entries(
    people: Sequence[tuple[str, Sequence[ClaimRow]]], alone: dict[str, int]
) -> list[list[Entry]]:
    """One side of an alignment in sections: a speaker each, then those only quoted here."""
    sections = []
    for name, rows in people:
        posts = words.each_once([words.posts(row) for row in rows])
        heading = [Block(name, style="title", gap=0)]
        heading.append(Block("; ".join(posts) or "no post stated", style="note"))
        sections.append([Entry(tuple(heading)), *(claim_entry(row, article=False) for row in rows)])
    told = "; ".join(f"{name} {number}" for name, number in alone.items())
    last = (Block("Quoted only here", style="title", gap=0), Block(told or "nobody", style="label"))
    return [*sections, [Entry(last)]]


def _by_speaker(page: ArticlePage) -> dict[str, list[ClaimRow]]:
    found: dict[str, list[ClaimRow]] = {}
    for claim in in_order(page):
        for name in words.each_once(claim.row.speakers):
            found.setdefault(name, []).append(claim.row)
    return found
