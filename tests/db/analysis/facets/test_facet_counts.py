"""Counting for facets."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.analysis.facets.facets import Facet, but_for, facet_counts
from db.analysis.summary import list_articles, list_speakers
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from tests.db.analysis.numbers import LINES, numbers


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
