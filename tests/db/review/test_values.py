"""What a claim shows, as plain values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from db.claims.model import QuotedSpan
from db.review.values import decode, encode, joined, moved, nearest, says_the_same
from db.schema.choices import ReviewField
from tests.db.conftest import on_sqlite
from tests.db.reviewing import by_content, now
from tests.db.stories import HARBOUR

WALL = "the wall would be raised by a metre"


@on_sqlite
@pytest.mark.parametrize("field", ReviewField)
def test_every_value_comes_back_from_an_event(engine: Engine, field: ReviewField) -> None:
    value = now(engine, by_content(engine, WALL)).shown.value(field)
    assert decode(field, encode(value)) == value


def test_words_are_found_where_they_stand_in_another_text(engine: Engine) -> None:
    shown = now(engine, by_content(engine, WALL)).shown
    other = moved(shown, f"Correction.\n\n{HARBOUR}")
    assert other is not None
    assert joined(other.content) == joined(shown.content) == WALL
    assert other.content[0].start == shown.content[0].start + len("Correction.\n\n")
    assert says_the_same(ReviewField.CONTENT, shown.content, other.content)
    assert moved(shown, "Nothing of the kind.") is None


@given(st.lists(st.integers(0, 30), min_size=1, unique=True), st.integers(0, 60))
def test_of_several_places_it_is_the_nearest(gaps: list[int], near: int) -> None:
    text = "".join("." * gap + "ice" for gap in gaps)
    places = [at for at in range(len(text)) if text.startswith("ice", at)]
    found = nearest(text, "ice", near)
    assert found is not None
    assert abs(found - near) == min(abs(place - near) for place in places)


def test_pieces_are_one_string() -> None:
    assert joined((QuotedSpan(0, 3, "Ice"), QuotedSpan(9, 13, "Snow"))) == "Ice; Snow"
