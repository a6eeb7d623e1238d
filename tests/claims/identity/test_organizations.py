"""Names of organizations: keys, acronyms, parents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.identity.organizations import (
    organization_key,
    parent_of,
    stated_acronym,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Harbour Centre", "Harbour Center"),
        ("Widget Co., Inc.", "Widget"),
        ("U.S.", "the United States"),
        ("Coast & Sea Institute", "Coast and Sea Institute"),
        ("Ministry of Defence", "Ministry of Defense"),
    ],
)
def test_spellings_of_one_organization_have_one_key(one: str, other: str) -> None:
    assert organization_key(one) == organization_key(other)


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("China program at the Stimson Center", "Stimson Center"),
        ("Delta Lab at Elm College at River University", "Elm College at River University"),
        ("Institute of Law of the Elm Academy of Sciences", "Elm Academy of Sciences"),
        ("Stanford's Hoover Institution", "Stanford"),
        ("Bank of the West", None),
        ("Department of the Interior", None),
        ("University of the Arts", None),
        ("Fund for International Peace", None),
        ("at the Port", None),
    ],
)
def test_the_parent_that_a_name_gives(name: str, parent: str | None) -> None:
    assert parent_of(name) == parent


def test_an_acronym_in_brackets_is_of_the_name_before_it() -> None:
    text = "She left the Institute of Coastal Works (the I.C.W.) in May."
    assert stated_acronym(text, "Institute of Coastal Works") == "I.C.W."
    assert stated_acronym(text, "Institute") is None


@given(st.text(max_size=40))
def test_parents_end_and_keys_stay_keys(name: str) -> None:
    steps, at = 0, parent_of(name)
    while at is not None:
        steps, at = steps + 1, parent_of(at)
        assert steps <= len(name)
    organization_key(name)
