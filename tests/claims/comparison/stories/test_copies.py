"""Copies of an article are found however they were cut; other articles never are."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.comparison import are_copies, likely, overlap, sampled, shingles, telling
from claims.comparison.stories.copies import COMMON
from tests.claims.comparison.stories.prose import FERRY, FROST, OTHER_LEAD, body

WHOLE = shingles(body(FERRY))

SETS = st.frozensets(st.integers(-50, 50))


@pytest.mark.parametrize(
    "copy",
    [
        body(FERRY),
        body(FERRY).upper().replace(",", " –"),
        body(FERRY[:4]),
        body(FERRY[:2]),
        body(FERRY[3:]),
        body(FERRY[::2]),
        body(OTHER_LEAD, FERRY[2:]),
        body(FERRY).replace("council", "town hall").replace("Lotte Brenner", "L. Brenner"),
        body(FROST[:1], FERRY, FROST[1:]),
    ],
    ids=[
        "whole",
        "reset",
        "trimmed",
        "to a third",
        "tail",
        "thinned",
        "re-led",
        "edited",
        "within",
    ],
)
def test_a_copy_is_found_however_it_was_cut(copy: str) -> None:
    assert are_copies(WHOLE, shingles(copy))


@pytest.mark.parametrize(
    "other",
    [
        body(FROST),
        body(FROST, FERRY[:1]),
        body(FROST[:1], FERRY[5:]),
        "",
        "The last wooden ferry on the Arden crossed twice.",
    ],
    ids=[
        "another matter",
        "a passage in common",
        "a short one with a passage",
        "empty",
        "a phrase",
    ],
)
def test_another_article_is_no_copy(other: str) -> None:
    assert not are_copies(WHOLE, shingles(other))


def test_the_sample_of_a_copy_leads_to_the_article() -> None:
    archive = {1: sampled(WHOLE), 2: sampled(shingles(body(FROST)))}
    new = sampled(shingles(body(OTHER_LEAD, FERRY[1:4])))
    shared = Counter(article for article, sample in archive.items() for each in new & sample)

    sizes = {article: len(sample) for article, sample in archive.items()}

    assert likely(len(new), sizes, shared) == [1]


def test_what_many_stories_share_tells_nothing() -> None:
    assert telling([8, 16, 24], {8: COMMON, 16: COMMON + 1}) == {8, 24}


@given(SETS, SETS)
def test_overlap_is_the_same_both_ways_and_whole_for_a_part(
    one: frozenset[int], other: frozenset[int]
) -> None:
    assert 0 <= overlap(one, other) == overlap(other, one) <= 1
    assert overlap(one, one | other) == bool(one)
