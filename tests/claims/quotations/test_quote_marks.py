"""Which marks can open or close a quotation, and which are apostrophes."""

from __future__ import annotations

import pytest

from claims.quotations.quote_marks import Family, Role, find_quote_marks


def roles(text: str) -> list[tuple[str, Role]]:
    return [(text[m.start : m.end], m.role) for m in find_quote_marks(text, 0, len(text))]


@pytest.mark.parametrize("text", ["Ruiz’s dam", "’tis late", "the ’90s", "don't"])
def test_an_apostrophe_is_none(text: str) -> None:
    assert roles(text) == []


def test_marks_open_and_close_by_what_stands_beside_them() -> None:
    assert roles('"Yes," she said.') == [('"', Role.OPEN), ('"', Role.CLOSE)]
    assert roles("“Yes,” she said.") == [("“", Role.OPEN), ("”", Role.CLOSE)]
    assert roles("``Yes,'' she said.") == [("``", Role.OPEN), ("''", Role.CLOSE)]


def test_a_plural_possessive_may_close() -> None:
    assert roles("the leaders’ dream") == [("’", Role.MAYBE_CLOSE)]


def test_angles_that_point_inwards_are_turned() -> None:
    assert roles("«Oui»") == [("«", Role.OPEN), ("»", Role.CLOSE)]
    assert roles("»Ja«") == [("»", Role.OPEN), ("«", Role.CLOSE)]


def test_only_the_paragraph_is_read() -> None:
    [mark] = find_quote_marks("“A” “B”", 0, 1)
    assert (mark.start, mark.family) == (0, Family.DOUBLE)
