"""Two articles, aligned on the people they both quote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claims.review import ReviewState
from db.claims.article_page import AffiliationOf, ArticlePage
from db.claims.rows import Someone
from db.claims.view import ClaimRow
from tui.compare.claim_column import Entry
from tui.compare.columns import claim_entry
from tui.core.article_blocks import in_order
from tui.text import words
from tui.widgets.blocks import Block


@dataclass(frozen=True, slots=True)
class Quoted:
    """A speaker in one article: what it says there, and the posts that are stated for it."""

    rows: tuple[ClaimRow, ...] = ()
    posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """A speaker whom both articles quote."""

    name: str
    left: Quoted
    right: Quoted


@dataclass(frozen=True, slots=True)
class Alignment:
    """Speakers of two articles.

    Args:
        shared: Whom both quote, those with most claims first.
        only_left: Names of those whom only the first quotes, with numbers of claims.
        only_right: Those whom only the second quotes.
    """

    shared: tuple[Shared, ...]
    only_left: tuple[tuple[str, int], ...]
    only_right: tuple[tuple[str, int], ...]


def without_rejected(page: ArticlePage) -> ArticlePage:
    """An article without the claims that were rejected."""
    kept = [one for one in page.claims if one.row.review != ReviewState.REJECTED]
    return replace(page, claims=tuple(kept))


def align(left: ArticlePage, right: ArticlePage) -> Alignment:
    """Set the speakers of two articles against each other."""
    here, there = _by_speaker(left), _by_speaker(right)
    also = {one.key: quoted for one, quoted in there.items()}
    shared = [
        Shared(one.name, quoted, also[one.key]) for one, quoted in here.items() if one.key in also
    ]
    shared.sort(key=lambda one: -len(one.left.rows) - len(one.right.rows))
    return Alignment(tuple(shared), _alone(here, there), _alone(there, here))


def side_entries(
    people: Sequence[tuple[str, Quoted]], alone: Sequence[tuple[str, int]]
) -> list[list[Entry]]:
    """One side of an alignment in sections: a speaker each, then those only quoted here."""
    sections = []
    for name, quoted in people:
        posts = "; ".join(quoted.posts) or "no post stated"
        heading = Block(name, style="title", gap=0), Block(posts, style="note")
        claims = [claim_entry(row, own=True) for row in quoted.rows]
        sections.append([Entry(heading), *claims])
    told = "; ".join(f"{name} {number}" for name, number in alone)
    last = (Block("Quoted only here", style="title", gap=0), Block(told or "nobody", style="label"))
    return [*sections, [Entry(last)]]


def _by_speaker(page: ArticlePage) -> dict[Someone, Quoted]:
    found: dict[Someone, Quoted] = {}
    for claim in in_order(page):
        for one in claim.row.voices:
            before = found.get(one, Quoted())
            posts = [_in_words(post) for post in claim.affiliations if post.speaker_key == one.key]
            rows = (*before.rows, claim.row)
            found[one] = Quoted(rows, tuple(words.each_once([*before.posts, *posts])))
    return found


def _in_words(post: AffiliationOf) -> str:
    told = words.post(post.role, post.organization)
    return f"formerly {told}" if post.former else told


def _alone(
    here: Mapping[Someone, Quoted], there: Mapping[Someone, Quoted]
) -> tuple[tuple[str, int], ...]:
    """Those of one article whom the other does not quote, with numbers of claims."""
    keys = {one.key for one in there}
    return tuple((one.name, len(q.rows)) for one, q in here.items() if one.key not in keys)
