"""Rejected claims count nowhere unless a query asks for them."""

from __future__ import annotations

import csv
import io

import pytest
from sqlalchemy import Engine

from db.analysis.comparison import compare_claims
from db.analysis.facets.facets import Facet, facet_counts
from db.analysis.facets.left_out import left_out as what_is_left_out
from db.analysis.matrix import claims_of_cell, count_matrix
from db.analysis.summary import count_claims, list_articles, list_speakers
from db.analysis.timeline import read_timeline, speakers_named
from db.claims.article_page import read_page
from db.claims.view import open_view
from db.export import export
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.query.tables import claim
from db.review.actions import reject, reopen
from db.speakers.page import speaker_page
from tests.db.conftest import Filled, on_sqlite
from tests.db.library import rows, stock
from tests.db.reviewing import ANNA, by_content

ROOF = "The depot roof alone eats the reserve"
LINES = ("", "include:rejected", "review:rejected", "review:machine", "brandt", "outlet:ledger")


def fill(archive: Engine) -> None:
    stock(archive)
    joint = next(row.id for row in rows(archive, ClaimQuery()) if len(row.speakers) > 1)
    reject(archive, [joint, by_content(archive, ROOF)], ANNA)


@pytest.fixture
def library(copied: Filled) -> Engine:
    """The library on trams, on each backend, with two claims rejected: one of two speakers in two
    articles."""
    return copied(fill)


def listed(engine: Engine, line: str) -> set[str]:
    return {row.review for row in rows(engine, parse_filter(line))}


@on_sqlite
def test_rejected_claims_are_left_out_unless_they_are_asked_for(library: Engine) -> None:
    everything = len(rows(library, parse_filter("include:rejected")))

    assert len(rows(library, ClaimQuery())) == everything - 2
    assert listed(library, "") == {"machine"}
    assert listed(library, "not:rejected") == {"machine"}
    assert listed(library, "include:rejected") == {"machine", "rejected"}
    assert listed(library, "review:rejected") == {"rejected"}
    assert listed(library, "review:accepted include:rejected") == {"rejected"}
    assert listed(library, "review:machine") == {"machine"}


@pytest.mark.parametrize("line", LINES)
def test_every_number_is_that_of_the_list(library: Engine, line: str) -> None:
    query = parse_filter(line)
    found = rows(library, query)
    spoken = sum(len(set(row.names)) for row in found)

    assert count_claims(library, query) == len(found) == len(open_view(library, query))
    for facet in (Facet.TYPE, Facet.ARTICLE):
        assert sum(one.claims for one in facet_counts(library, facet, query).values) == len(found)
    speakers = facet_counts(library, Facet.SPEAKER, query).values
    assert sum(one.claims for one in speakers) == spoken
    for by in ("article", "month"):
        matrix = count_matrix(library, query, by)
        assert sum(matrix.cells.values()) == spoken
        keys = [one.key for one in matrix.rows]
        behind = claims_of_cell(library, query, by, keys, None, most=99)
        assert {row.id for row in behind} == {row.id for row in found if any(row.names)}
    assert sum(one.claims for one in list_speakers(library, query)) == spoken
    assert sum(one.claims for one in list_articles(library, query)) == len(found)
    by_article = compare_claims(library, query, "article").columns
    assert [row.id for column in by_article for row in column.rows] == [row.id for row in found]
    by_speaker = compare_claims(library, query, "speaker").columns
    assert {row.id for column in by_speaker for row in column.rows} == {row.id for row in found}
    assert exported(library, query) == [row.claim_id for row in found]


def exported(engine: Engine, query: ClaimQuery) -> list[str]:
    out = io.StringIO(newline="")
    export(engine, out, "csv", query=query)
    return [row["claim_id"] for row in csv.DictReader(io.StringIO(out.getvalue()))]


@pytest.mark.parametrize(("line", "claims"), [("", 2), ("include:rejected", 4)])
def test_a_timeline_has_as_many_claims_as_the_list(library: Engine, line: str, claims: int) -> None:
    query = parse_filter(line)
    (speaker,) = speakers_named(library, query, "Ilse Brandt")
    timeline = read_timeline(library, query, speaker)

    assert speaker.claims == len(timeline.ids) == claims
    assert len(rows(library, parse_filter(f"{line} speaker:brandt"))) == claims
    assert sum(month.claims for month in timeline.months) == claims


def test_the_page_of_a_speaker_and_of_an_article_count_as_the_lists_do(library: Engine) -> None:
    page = speaker_page(library, "Ilse Brandt")
    (speaker,) = speakers_named(library, ClaimQuery(), "Ilse Brandt")
    depot = list_articles(library, parse_filter('article:"depot costs"'))[0]

    assert (page.claims, page.articles) == (speaker.claims, speaker.articles) == (2, 1)
    # What only an article of rejected claims states is no affiliation of the speaker's.
    assert [held.organization for held in page.affiliations] == ["Transit Study Group"]
    read = read_page(library, depot.article_id)
    assert (read.article.claims, read.article.speakers) == (depot.claims, depot.speakers)
    # The article itself still has them all, each as it was judged.
    assert [one.row.review for one in read.claims].count("rejected") == 1


def test_claims_inside_a_rejected_claim_are_not_rejected(library: Engine) -> None:
    everything = rows(library, ClaimQuery())
    with library.begin() as connection:
        outer = by_content(library, ROOF)
        connection.execute(
            claim.update().where(claim.c.id == everything[-1].id).values(parent_id=outer)
        )

    assert [row.id for row in rows(library, ClaimQuery())] == [row.id for row in everything]


def test_how_many_were_left_out(library: Engine) -> None:
    def left_out(line: str) -> int:
        return what_is_left_out(library, parse_filter(line)).total

    assert (left_out(""), left_out("limit:1"), left_out("depot")) == (2, 2, 1)
    assert (left_out("include:rejected"), left_out("review:machine"), left_out("cycles")) == (
        0,
    ) * 3


@on_sqlite
def test_a_claim_that_is_taken_back_counts_again(library: Engine) -> None:
    assert count_claims(library, parse_filter("depot roof")) == 0
    reopen(library, [by_content(library, ROOF)], ANNA)
    assert count_claims(library, parse_filter("depot roof")) == 1
    assert what_is_left_out(library, parse_filter("depot roof")).total == 0
