"""Deciding on pairs, whatever the order in which names come up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.identity.profile import Profile
from tests.claims.identity.profiles import PROFILES, decided


@given(PROFILES.flatmap(lambda p: st.tuples(st.just(p), st.permutations(p))))
def test_the_order_of_profiles_does_not_matter(both: tuple[list[Profile], list[Profile]]) -> None:
    in_order, shuffled = both
    assert decided(in_order) == decided(shuffled)
