"""An affiliation in words."""

from __future__ import annotations

import pytest

from claims.affiliation_words import in_words, read_role, shown_role, written_role


@pytest.mark.parametrize(
    ("role", "former", "shown"),
    [
        ("mayor", False, "mayor"),
        ("mayor", True, "former mayor"),
        ("Former mayor", True, "Former mayor"),
        ("ex-mayor", True, "ex-mayor"),
        ("then-mayor", True, "then-mayor"),
        (None, True, "former"),
        (None, False, ""),
    ],
)
def test_a_role_that_is_past_says_so_once(role: str | None, former: bool, shown: str) -> None:
    assert shown_role(role, former=former) == shown


@pytest.mark.parametrize(
    ("role", "organization", "former", "words"),
    [
        ("director", "City Rail Office", False, "director, City Rail Office"),
        ("director", "City Rail Office", True, "former director, City Rail Office"),
        ("mayor", None, True, "former mayor"),
        (None, "City Rail Office", False, "City Rail Office"),
        (None, "City Rail Office", True, "formerly City Rail Office"),
        (None, None, True, ""),
    ],
)
def test_role_and_organization_are_one_phrase(
    role: str | None, organization: str | None, former: bool, words: str
) -> None:
    assert in_words(role, organization, former=former) == words


@pytest.mark.parametrize(
    ("written", "role", "former"),
    [
        ("mayor", "mayor", False),
        ("former mayor", "mayor", True),
        ("former ex-mayor", "ex-mayor", True),
        ("former", None, True),
        ("", None, False),
    ],
)
def test_a_role_is_read_as_it_is_written(written: str, role: str | None, former: bool) -> None:
    assert read_role(written) == (role, former)
    assert written_role(role, former=former) == written


def test_a_role_is_read_however_it_is_typed() -> None:
    assert read_role("  Former  mayor ") == ("mayor", True)
