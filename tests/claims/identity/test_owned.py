"""Organizations called by whose they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.identity.owned import owned
from claims.language.names import Gender


@pytest.mark.parametrize(
    ("name", "owner", "part", "whole"),
    [
        ("Martha Osei’s campaign", ("martha", "osei"), "campaign", True),
        ("the Osei Administration", ("osei",), "administration", False),
        ("Osei's presidential campaign", ("osei",), "campaign", False),
        ("Sen. Martha Osei’s office", ("martha", "osei"), "office", True),
        ("the Harbour Port office", ("harbour", "port"), "office", False),
    ],
)
def test_a_name_tells_whose_it_is(
    name: str, owner: tuple[str, ...], part: str, whole: bool
) -> None:
    found = owned(name)
    assert found is not None
    assert (found.owner.words, found.part, found.whole) == (owner, part, whole)


@pytest.mark.parametrize(
    "name", ["Osei Foundation", "campaign", "the campaign", "a new administration", "Osei", ""]
)
def test_other_names_tell_of_no_owner(name: str) -> None:
    assert owned(name) is None


def test_a_form_of_address_tells_the_owner_s_gender() -> None:
    found = owned("Mrs. Osei’s campaign")
    assert found is not None
    assert (found.owner.words, found.gender) == (("osei",), Gender.FEMALE)


@given(st.text(max_size=40))
def test_any_name_may_be_asked(name: str) -> None:
    owned(name)
    owned(f"{name} campaign")
