"""Two names that an article says are of one bearer."""

from __future__ import annotations

import pytest

from tests.claims.extraction.mentions.found import persons
from tests.claims.extraction.scenes import speakers

SAID = "said that the strait would stay open."


@pytest.mark.parametrize(
    ("told", "other", "name"),
    [
        ("Robert Holt, known as Bobby, left.", "Bobby", "Robert Holt"),
        ("Joana Lindqvist, better known as Jolie, left.", "Jolie", "Joana Lindqvist"),
        (
            "The Democratic Harbor Party, also known as the Gulls, left.",
            "The Gulls",
            "Democratic Harbor Party",
        ),
    ],
)
def test_who_is_also_known_by_another_name_is_one(told: str, other: str, name: str) -> None:
    assert speakers(told, f"[[{other}]] {SAID}") == [(name,)]


def test_who_is_known_for_something_has_no_other_name_by_that() -> None:
    assert persons("Ann Lee is known for defending Carl Brandt.") == {"Ann Lee", "Carl Brandt"}


def test_a_thing_of_somebody_is_not_its_owner() -> None:
    found = persons("The yacht of Carl Brandt, which is known as Nora, sank. Carl Brandt wept.")
    assert "Carl Brandt" in found
    assert all("Nora" not in name or name == "Nora" for name in found)
