"""How likely two profiles are one speaker."""

from __future__ import annotations

from hypothesis import given

from claims.identity.matching import SURE, Verdict
from claims.identity.profile import Profile
from tests.claims.identity.profiles import PROFILES, decided


@given(PROFILES)
def test_sure_means_sure(profiles: list[Profile]) -> None:
    for match in decided(profiles).values():
        assert (match.verdict is Verdict.SAME) == (match.score >= SURE)
        assert match.basis
