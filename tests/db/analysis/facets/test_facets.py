"""Numbers of claims by the values of a facet, as the panes beside the table show."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from db.analysis.facets.facets import (
    Facet,
    FacetValue,
    but_for,
    choosing,
    chosen_values,
    facet_counts,
)
from db.analysis.summary import count_claims
from db.connection.cancel import Cancel, Cancelled
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.query.vocabulary import vocabulary
from tests.db.analysis.numbers import LINES, numbers


@pytest.mark.parametrize("facet", Facet)
@pytest.mark.parametrize("line", LINES)
def test_choosing_a_value_brings_as_many_claims_as_it_says(
    library: Engine, line: str, facet: Facet
) -> None:
    over = but_for(parse_filter(line), facet)
    found = facet_counts(library, facet, parse_filter(line))

    for value in found.values:
        assert count_claims(library, choosing(over, facet, [value.key])) == value.claims, value
    assert found.total == len(found.values)


@pytest.mark.parametrize("facet", Facet)
def test_every_facet_has_values(library: Engine, facet: Facet) -> None:
    found = list(numbers(library, facet, "").values())

    assert found
    if facet is not Facet.MONTH:
        assert found == sorted(found, reverse=True)


def test_what_is_chosen_is_told_with_what_it_brings_by_itself(library: Engine) -> None:
    line = "speaker:brandt speaker:zeppelin type:direct"

    chosen = chosen_values(library, Facet.SPEAKER, parse_filter(line))

    brandt = count_claims(library, parse_filter("speaker:brandt type:direct"))
    (ilse,) = facet_counts(library, Facet.SPEAKER, ClaimQuery(), text="brandt").values
    assert chosen == [
        FacetValue("brandt", "Ilse Brandt", brandt, found=ilse.key),
        FacetValue("zeppelin", "“zeppelin” in names", 0),
    ]


def test_a_chosen_article_is_told_by_title_and_date(library: Engine) -> None:
    (depot,) = facet_counts(library, Facet.ARTICLE, ClaimQuery(), text="depot").values

    (value,) = chosen_values(library, Facet.ARTICLE, ClaimQuery(articles=(depot.means,)))

    assert value == replace(depot, key=depot.means, found=depot.key)
    assert value.label == "Depot costs climb again"
    assert value.dated.startswith("20")


def test_a_count_that_was_cancelled_before_does_not_begin(library: Engine) -> None:
    cancel = Cancel()
    cancel.cancel()

    for facet in Facet:
        with pytest.raises(Cancelled):
            facet_counts(library, facet, ClaimQuery(), cancel=cancel)
    with pytest.raises(Cancelled):
        chosen_values(library, Facet.TYPE, parse_filter("type:direct"), cancel)


def test_names_to_complete_with_are_those_counted(library: Engine) -> None:
    known = vocabulary(library)

    assert set(known["speaker"]) == set(numbers(library, Facet.SPEAKER, ""))
    assert known["outlet"] == sorted(known["outlet"])
    assert known["org"]
    assert known["cue"] == ["say", "argue that", "call", "decline", "fear", "find"]
