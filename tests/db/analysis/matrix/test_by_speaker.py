"""Counting claims by speaker and article or month."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from claims.article import Article
from db.analysis.facets.facets import Facet, facet_counts
from db.analysis.matrix import Matrix, claims_of_cell, count_matrix
from db.analysis.timeline import read_timeline, speakers_named
from db.claims.provenance import read_why
from db.identity.decisions import merge
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from tests.db.analysis.matrix.drawn import LINES
from tests.db.archives import claim, speaker
from tests.db.conftest import on_sqlite
from tests.db.library import shelve


def drawn(matrix: Matrix) -> list[list[str | int]]:
    """A matrix as lines: the labels, then each speaker with its numbers."""
    lines: list[list[str | int]] = [["", *(column.label for column in matrix.columns)]]
    for number, one in enumerate(matrix.rows):
        places = range(len(matrix.columns))
        lines.append([one.label, *(matrix.cells.get((number, place), 0) for place in places)])
    return lines


def test_by_month_columns_are_in_order_and_years_stand_for_themselves(library: Engine) -> None:
    assert drawn(count_matrix(library, parse_filter("kind:person"), "month")) == [
        ["", "2022-03", "2023-05", "2023-06", "2024"],
        ["Ilse Brandt", 2, 1, 1, 0],
        ["Tom Achterberg", 0, 0, 1, 1],
        ["Nadège Okafor", 0, 1, 0, 0],
    ]


def test_by_article_those_with_most_claims_come_first(library: Engine) -> None:
    found = count_matrix(library, parse_filter("speaker:brandt speaker:achterberg"), "article")

    assert [(column.label, column.claims) for column in found.columns] == [
        ("Night trams divide the valley", 2),
        ("Signals fail on a quiet line", 1),
        ("A bridge for trams, not for cars", 1),
        ("Depot costs climb again", 1),
    ]
    assert drawn(found)[1:] == [["Ilse Brandt", 2, 0, 1, 1], ["Tom Achterberg", 0, 1, 1, 0]]


def test_a_joint_statement_is_one_claim_of_its_column(library: Engine) -> None:
    found = count_matrix(library, parse_filter("article:bridge kind:person"), "article")

    assert drawn(found)[1:] == [["Ilse Brandt", 1], ["Tom Achterberg", 1]]
    assert [column.claims for column in found.columns] == [1]
    assert (found.columns[0].outlet, found.columns[0].published.precision) == (
        "Evening Ledger",
        "day",
    )


@pytest.mark.parametrize("line", LINES)
def test_speakers_have_the_numbers_that_the_pane_of_speakers_gives(
    library: Engine, line: str
) -> None:
    counts = facet_counts(library, Facet.SPEAKER, parse_filter(line))

    found = count_matrix(library, parse_filter(line), "month")

    assert [(one.label, one.claims) for one in found.rows] == [
        (value.label, value.claims) for value in counts.values
    ]


def test_undated_articles_have_a_column_at_the_end(own_library: Engine) -> None:
    text = "Tram bell\n\nThe bell is too quiet, said Ilse Brandt."
    said = claim(
        text,
        "The bell is too quiet",
        cue="said",
        source="Ilse Brandt",
        speakers=[speaker(text, "Ilse Brandt")],
    )
    shelve(own_library, Article(path="/own_library/bell.txt", text=text), [said])

    found = count_matrix(own_library, parse_filter("speaker:brandt since:2023 bell"), "month")
    assert found.columns == ()
    found = count_matrix(own_library, parse_filter("speaker:brandt"), "month")
    assert [column.label for column in found.columns][-2:] == ["2023-06", "undated"]
    behind = claims_of_cell(
        own_library,
        ClaimQuery(),
        "month",
        [found.rows[0].key],
        found.columns[-1].key,
        most=9,
    )
    assert [row.content for row in behind] == ["The bell is too quiet"]


@on_sqlite
def test_speakers_that_are_judged_one_have_one_row_and_one_timeline(own_library: Engine) -> None:
    merge(own_library, "Tom Achterberg", ["Nadège Okafor"], "ines")

    found = count_matrix(own_library, parse_filter("kind:person"), "month")
    assert drawn(found) == [
        ["", "2022-03", "2023-05", "2023-06", "2024"],
        ["Ilse Brandt", 2, 1, 1, 0],
        ["Tom Achterberg", 0, 1, 1, 1],
    ]
    one = found.rows[1]
    behind = claims_of_cell(own_library, ClaimQuery(), "month", [one.key], None, most=9)
    assert len(behind) == one.claims == 3

    (named,) = speakers_named(own_library, ClaimQuery(), "okafor")
    assert len(read_timeline(own_library, ClaimQuery(), named).ids) == 3
    why = read_why(own_library, behind[0].id)
    assert why is not None
    assert (why.identities[0].speaker.named_as, why.identities[0].speaker.name) == (
        "Nadège Okafor",
        "Tom Achterberg",
    )
    assert (why.identities[0].speaker.entity_id, why.identities[0].articles) == (one.key, 3)
