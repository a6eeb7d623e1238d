"""Values of a filter that mean one thing: with an id, or with an exact name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.query.identified import ARTICLE, ENTITY, exactly, id_in, identified, label_of, meant_by
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.query.sentence import sentence

ANN, WATER = "e0123456789abcdef", "a0123456789ab"


@given(st.text())
def test_the_id_comes_back_from_the_filter_line_whatever_the_label(label: str) -> None:
    query = ClaimQuery(speakers=(identified(label, ANN),), articles=(identified(label, WATER),))

    again = parse_filter(query.to_filter())

    assert again == query
    assert [id_in(one, ENTITY) for one in again.speakers] == [ANN]
    assert [id_in(one, ARTICLE) for one in again.articles] == [WATER]
    assert {meant_by(one) for one in (*again.speakers, *again.articles)} == {ANN, WATER}


@pytest.mark.parametrize(
    "words",
    [
        "Ann Lee",
        f"Ann Lee {ANN}",
        f"Ann [{ANN}",
        f"{ANN}]",
        f"[{ANN}]",
        f"Ann [{WATER}]",
        "Ann [e01]",
        f"Ann [{ANN.upper()}]",
    ],
)
def test_anything_else_is_words(words: str) -> None:
    assert id_in(words, ENTITY) is None


def test_a_long_label_is_cut_and_put_on_one_line() -> None:
    value = identified("Water\n" + "rises " * 99, WATER)

    assert value.startswith("Water rises rises")
    assert value.endswith(f"… [{WATER}]")
    assert len(value) < 100


def test_a_query_is_told_by_labels() -> None:
    query = ClaimQuery(
        speakers=(identified("Ann Lee", ANN), "bo"),
        outlets=(exactly("The Times"),),
        articles=(identified("Water", WATER), WATER),
    )

    assert sentence(query) == (
        "claims by Ann Lee or bo, in article Water or a0123456789ab, published by The Times"
    )
    assert label_of(exactly("=?")) == "=?"
