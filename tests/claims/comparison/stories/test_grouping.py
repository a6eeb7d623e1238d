"""Stories are the same in whatever order articles come, and keep their ids."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from claims.comparison import Copy, Joined, Member, arranged, join, stories

IDS = range(8)
PAIRS = st.frozensets(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda pair: pair[0] < pair[1])
)


@given(PAIRS, st.permutations(IDS))
def test_one_by_one_gives_what_all_at_once_does(
    copies: frozenset[tuple[int, int]], order: list[int]
) -> None:
    story_of: dict[int, int] = {}
    for article in order:
        partners = [other for other in story_of if tuple(sorted((article, other))) in copies]
        joined = join(article, partners, story_of)
        story_of[article] = joined.story
        for member, story in story_of.items():
            if story in joined.absorbed:
                story_of[member] = joined.story

    found: dict[int, set[int]] = {}
    for article, story in story_of.items():
        found.setdefault(story, set()).add(article)
    assert {min(group): group for group in map(set, stories(IDS, copies))} == found


def test_an_article_that_is_no_copy_begins_a_story() -> None:
    assert join(7, [], {}) == Joined(7, frozenset())


def test_an_article_joins_two_stories_into_the_older() -> None:
    assert join(7, [5, 3, 4], {3: 3, 4: 3, 5: 5}) == Joined(3, frozenset({5}))


def test_the_earliest_stands_for_its_copies() -> None:
    members = [
        Member(1, date(2024, 5, 2), 90),
        Member(2, None, 400),
        Member(3, date(2024, 5, 1), 80),
        Member(4, date(2024, 5, 1), 120),
    ]
    shared = {(1, 4): 0.9, (3, 4): 0.7, (2, 3): 0.4}

    assert arranged(members, shared) == (
        Copy(4, copy=False, overlap=1.0),
        Copy(3, copy=True, overlap=0.7),
        Copy(1, copy=True, overlap=0.9),
        Copy(2, copy=True, overlap=0.4),
    )
