"""How likely two profiles are one speaker."""

from __future__ import annotations

import pytest
from hypothesis import given

from claims.claim import SpeakerKind
from claims.identity.matching import SURE, compare
from claims.identity.profile import AffiliationKey, Profile
from claims.identity.verdict import Verdict
from tests.claims.identity.profiles import PERSON, PROFILES, decided


@given(PROFILES)
def test_sure_means_sure(profiles: list[Profile]) -> None:
    for match in decided(profiles).values():
        assert (match.verdict is Verdict.SAME) == (match.score >= SURE)
        assert match.basis


@pytest.mark.parametrize(
    ("short", "long", "verdict"),
    [
        (("Okoro", "president", ""), ("Ada Okoro", "president", ""), Verdict.SAME),
        (("Okoro", "president", ""), ("Ada Okoro", "president", "velmora"), Verdict.SAME),
        (("Okoro", "president", "bank"), ("Ada Okoro", "president", "velmora"), Verdict.UNSURE),
        (("Okoro", "president", ""), ("Ada Okoro", "mayor", ""), Verdict.UNSURE),
        (("Okoro", "president", ""), ("Ada Okoro", "vice president", ""), Verdict.UNSURE),
        # No office: many people of one surname are analysts.
        (("Okoro", "analyst", ""), ("Ada Okoro", "analyst", ""), Verdict.UNSURE),
        (("Joe Lind", "senator", ""), ("Joseph A. Lind", "senator", ""), Verdict.SAME),
        (("Joe Lind", "", ""), ("Joseph A. Lind", "senator", ""), Verdict.UNSURE),
    ],
)
def test_an_office_in_common_makes_sure_of_a_surname_or_a_short_form(
    short: tuple[str, str, str], long: tuple[str, str, str], verdict: Verdict
) -> None:
    one, other = (
        Profile(ident, PERSON, name, frozenset({AffiliationKey(role, organization)}))
        for ident, (name, role, organization) in enumerate((short, long))
    )

    assert compare(one, other).verdict is verdict
    assert compare(other, one) == compare(one, other)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Osei's campaign", "Martha Osei’s presidential campaign", Verdict.SAME),
        ("the Martha B. Osei campaign", "Martha Osei’s campaign", Verdict.SAME),
        ("Mr. Osei's campaign", "Mrs. Osei's campaign", Verdict.UNSURE),
        ("Osei's campaign", "Martha Osei’s office", Verdict.UNSURE),
        ("Tom Osei's campaign", "Martha Osei’s campaign", Verdict.UNSURE),
        ("Port office", "Harbour Port office", Verdict.UNSURE),
    ],
)
def test_what_one_person_owns_is_the_same(one: str, other: str, verdict: Verdict) -> None:
    left, right = (
        Profile(ident, SpeakerKind.ORGANIZATION, name) for ident, name in enumerate((one, other))
    )

    assert compare(left, right).verdict is verdict
    assert compare(right, left) == compare(left, right)
