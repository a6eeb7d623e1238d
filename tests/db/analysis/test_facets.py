"""Numbers of claims by the values of a facet, as the panes beside the table show."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine

from db.analysis.facets import Facet, FacetValue, but_for, choosing, chosen_values, facet_counts
from db.analysis.summary import count_claims, list_articles, list_speakers
from db.connection.cancel import Cancel, Cancelled
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.query.vocabulary import vocabulary

LINES = [
    "",
    "speaker:brandt",
    "type:direct",
    "article:night",
    "limit:1 sort:speaker",
    "org:rail kind:person",
    "outlet:ledger outlet:courier",
    "month:2022-03",
    "zeppelin",
]


def numbers(engine: Engine, facet: Facet, line: str, **asked: Any) -> dict[str, int]:
    """Label and number of claims of each value, in order."""
    found = facet_counts(engine, facet, parse_filter(line), **asked)
    return {value.label: value.claims for value in found.values}


@pytest.mark.parametrize("line", LINES)
def test_speakers_have_the_numbers_that_the_list_of_speakers_gives(
    library: Engine, line: str
) -> None:
    query = parse_filter(line)

    listed = list_speakers(library, but_for(query, Facet.SPEAKER))

    values = facet_counts(library, Facet.SPEAKER, query).values
    assert [(value.means, value.label, value.claims) for value in values] == [
        (row.speaker.id, row.speaker.label, row.claims) for row in listed
    ]


@pytest.mark.parametrize("line", LINES)
def test_articles_have_the_numbers_that_the_list_of_articles_gives(
    library: Engine, line: str
) -> None:
    query = parse_filter(line)

    listed = list_articles(library, but_for(query, Facet.ARTICLE))

    values = facet_counts(library, Facet.ARTICLE, query).values
    assert {value.means: value.claims for value in values} == {
        row.article_id: row.claims for row in listed if row.claims
    }


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


def test_months_come_from_the_newest(library: Engine) -> None:
    found = list(numbers(library, Facet.MONTH, ""))

    assert found == sorted(found, reverse=True)
    assert "2022-03" in found


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        (
            "",
            {"statement": 3, "opinion": 2, "demand": 1, "denial": 1, "emotion": 1, "perception": 1},
        ),
        ("speaker:brandt limit:1", {"statement": 3, "opinion": 1}),
        ("article:night is:prediction", {"emotion": 1, "statement": 1}),
        ("article:signals", {}),
    ],
)
def test_cue_classes_are_counted_the_most_frequent_first(
    library: Engine, line: str, counted: dict[str, int]
) -> None:
    assert list(numbers(library, Facet.CLASS, line).items()) == list(counted.items())


def test_what_is_chosen_is_told_with_what_it_brings_by_itself(library: Engine) -> None:
    line = "speaker:brandt speaker:zeppelin type:direct"

    chosen = chosen_values(library, Facet.SPEAKER, parse_filter(line))

    brandt = count_claims(library, parse_filter("speaker:brandt type:direct"))
    (ilse,) = facet_counts(library, Facet.SPEAKER, ClaimQuery(), text="brandt").values
    assert chosen == [
        FacetValue("brandt", "Ilse Brandt", brandt, found=ilse.key),
        FacetValue("zeppelin", "zeppelin", 0),
    ]


def test_a_chosen_article_is_told_by_title_and_date(library: Engine) -> None:
    (depot,) = facet_counts(library, Facet.ARTICLE, ClaimQuery(), text="depot").values

    (value,) = chosen_values(library, Facet.ARTICLE, ClaimQuery(articles=(depot.means,)))

    assert value == replace(depot, key=depot.means, found=depot.key)
    assert value.label == "Depot costs climb again"
    assert value.dated.startswith("20")


def test_only_the_most_frequent_are_listed_and_a_text_finds_others(library: Engine) -> None:
    everyone = list(numbers(library, Facet.SPEAKER, ""))

    few = facet_counts(library, Facet.SPEAKER, ClaimQuery(), most=2)
    assert [value.label for value in few.values] == everyone[:2]
    assert few.total == len(everyone) > 2
    assert list(numbers(library, Facet.SPEAKER, "", text="ACHTER to", most=2)) == ["Tom Achterberg"]
    assert list(numbers(library, Facet.ORGANIZATION, "", text="rail"))
    assert set(numbers(library, Facet.MONTH, "", text="2022-03")) == {"2022-03"}
    assert set(numbers(library, Facet.TYPE, "", text="dir")) == {"direct"}
    assert numbers(library, Facet.OUTLET, "", text="zeppelin") == {}
    assert len(numbers(library, Facet.ARTICLE, "", text="night")) == 1


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
