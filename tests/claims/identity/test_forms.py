"""Telling names from other ways to refer to a speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.identity.forms import LONGEST_NAME, name_form


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Mara Lindqvist", "Mara Lindqvist"),
        ("Ms. Lindqvist", "Ms. Lindqvist"),
        ("Lindqvist’s", "Lindqvist"),
        ("the Port Institute", "Port Institute"),
        ("The Bank of the North", "Bank of the North"),
        ("J.R. van der Berg", "J.R. van der Berg"),
        ("UNESCO", "UNESCO"),
        ("習近平", "習近平"),
        ("  Ines\n Kovač, ", "Ines Kovač"),
    ],
)
def test_a_name_is_taken_as_written(source: str, name: str) -> None:
    assert name_form(source) == name


@pytest.mark.parametrize(
    "source",
    [
        "she",
        "She",
        "They",
        "the engineer",
        "The engineer",
        "two officials",
        "a spokesman for the Port Institute",
        "Mara Lindqvist, a harbour engineer at the Port Institute",
        "Many of the Crew",
        "of",
        "1984",
        "The Head of the Office for the Care of Old Harbours",
        "",
        "—",
    ],
)
def test_pronouns_and_descriptions_are_no_names(source: str) -> None:
    assert name_form(source) is None


@given(st.text())
def test_a_name_is_short_and_part_of_its_source(source: str) -> None:
    name = name_form(source)
    if name is not None:
        assert name in " ".join(source.split())
        assert 1 <= len(name.split()) <= LONGEST_NAME
