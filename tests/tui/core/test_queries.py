"""Queries as the screens change them."""

from __future__ import annotations

import pytest

from claims.aside import Aside
from db.analysis.facets.facets import Facet
from db.claims.model import SpeakerRef
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from tui.core.queries import (
    everything,
    hiding_or_not,
    in_words,
    only_asked,
    read_line,
    sorted_next,
    with_value,
)


def test_a_column_is_sorted_up_then_down_then_as_usual() -> None:
    query = ClaimQuery()
    orders = []
    for _ in range(3):
        query = sorted_next(query, "outlet")
        orders.append((query.sort, query.descending))
    assert orders == [("outlet", False), ("outlet", True), ("published", True)]


def test_a_value_of_a_facet_comes_and_goes() -> None:
    chosen = with_value(ClaimQuery(), Facet.TYPE, "direct")
    assert chosen.to_filter() == "type:direct"
    assert with_value(chosen, Facet.TYPE, "direct") == ClaimQuery()


def test_what_is_set_aside_can_be_shown_and_hidden() -> None:
    assert hiding_or_not(ClaimQuery()).everything
    assert hiding_or_not(hiding_or_not(ClaimQuery())) == ClaimQuery()


def test_another_query_shows_what_this_one_lets_in() -> None:
    shown = everything(hiding_or_not(parse_filter("outlet:ledger")))
    assert (shown.include, shown.include_rejected) == (tuple(Aside), True)
    assert everything(parse_filter("outlet:ledger")) == ClaimQuery()


def test_a_query_that_asks_for_nothing_is_told_as_well() -> None:
    assert in_words(ClaimQuery())
    assert "ledger" in in_words(parse_filter("outlet:ledger"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "what was said, newest first"),
        ("sort:published", "what was said, oldest first"),
        ("include:nested", "what was said including nested ones"),
        ("include:all", "all claims including hidden ones"),
        ("type:direct", "direct claims"),
        ("limit:5", "claims, the first 5 only"),
    ],
)
def test_claims_are_told_to_be_all_only_where_none_is_hidden(line: str, told: str) -> None:
    assert in_words(read_line(line)) == told


def test_of_several_speakers_the_one_that_is_asked_for_is_meant() -> None:
    ann, bo = SpeakerRef("e0000000000000001", "Ann Lee"), SpeakerRef("e0000000000000002", "Bo Ray")
    assert only_asked(parse_filter(f'speaker:"{ann.asked}"'), [ann, bo]) == ann
    both = parse_filter(f'speaker:"{ann.asked}" speaker:{bo.id}')
    assert only_asked(both, [ann, bo]) is None
    assert only_asked(parse_filter("speaker:ann"), [ann, bo]) is None
    assert only_asked(ClaimQuery(), [ann, bo]) is None
