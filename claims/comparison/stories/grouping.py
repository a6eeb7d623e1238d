"""Stories: articles that are copies of one text, directly or over others.

A story's id is the lowest of its articles' ids, whatever the order in which they came; where an
article shows that two stories are one, the greater id becomes a redirect to the lower.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Joined:
    """What becomes of stories by one more article.

    Args:
        story: The id of the article's story from now on.
        absorbed: Ids of stories that are part of it from now on.
    """

    story: int
    absorbed: frozenset[int]


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story, as far as its place there goes.

    Args:
        id: Of the article.
        published: When, if that is known.
        size: How many shingles it has.
    """

    id: int
    published: date | None
    size: int


@dataclass(frozen=True, slots=True)
class Copy:
    """An article's place in its story.

    Args:
        id: Of the article.
        copy: Whether another article of the story stands for it.
        overlap: What it shares with that one, or with whichever it shares most with; 1 for itself.
    """

    id: int
    copy: bool
    overlap: float


def join(article: int, copies: Iterable[int], story_of: Mapping[int, int]) -> Joined:
    """The story of an article that has just come.

    Args:
        article: Its id.
        copies: Ids of the articles that it is a copy of.
        story_of: The story of each of them.
    """
    joined = {story_of[copy] for copy in copies}
    story = min(joined | {article})
    return Joined(story, frozenset(joined - {story}))


def stories(articles: Iterable[int], copies: Iterable[tuple[int, int]]) -> list[frozenset[int]]:
    """The articles by story, each in one, in order of the lowest id.

    Args:
        articles: Ids of all.
        copies: Ids of any two that are copies.
    """
    group = {article: {article} for article in articles}
    for left, right in copies:
        few, many = sorted((group[left], group[right]), key=len)
        if few is not many:
            many |= few
            group.update(dict.fromkeys(few, many))
    found = {id(members): frozenset(members) for members in group.values()}
    return sorted(found.values(), key=min)


def arranged(
    members: Iterable[Member], overlaps: Mapping[tuple[int, int], float]
) -> tuple[Copy, ...]:
    """The articles of a story: first the one that stands for it, then its copies.

    The earliest stands for all, the fullest of the same day; without a date, after all others.

    Args:
        members: The articles of the story.
        overlaps: What any two share, by their ids, the lower first; absent where little.
    """
    first, *others = sorted(members, key=_order)
    copies = [Copy(first.id, copy=False, overlap=1.0)]
    for member in others:
        direct = overlaps.get(_pair(member.id, first.id))
        most = max((overlap for pair, overlap in overlaps.items() if member.id in pair), default=0)
        copies.append(Copy(member.id, copy=True, overlap=most if direct is None else direct))
    return tuple(copies)


def _order(member: Member) -> tuple[date, int, int]:
    return member.published or date.max, -member.size, member.id


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)
