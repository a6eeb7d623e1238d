"""Which phrases are one topic."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.comparison import topics

WORDS = st.lists(st.sampled_from(["harbour", "tunnel", "dredger", "plan"]), min_size=1, max_size=4)


def test_a_longer_phrase_goes_with_the_shorter_that_more_claims_have() -> None:
    found = topics({"harbour tunnel": 3, "harbour tunnel plan": 2, "tunnel": 9})
    assert found == {
        "harbour tunnel": "harbour tunnel",
        "harbour tunnel plan": "harbour tunnel",
        "tunnel": "tunnel",
    }


def test_a_shorter_phrase_that_hardly_occurs_takes_nothing() -> None:
    assert topics({"harbour tunnel": 1, "harbour tunnel plan": 2})["harbour tunnel plan"] == (
        "harbour tunnel plan"
    )


@given(st.dictionaries(WORDS.map(" ".join), st.integers(1, 5)))
def test_a_topic_is_a_topic_of_its_own(claims: dict[str, int]) -> None:
    found = topics(claims)
    assert found.keys() == claims.keys()
    assert all(found[topic] == topic for topic in found.values())
