"""The pages of a printed file: kept with its text, told with its claims, and never in the way."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from claims.article import page_of
from claims.claim import ClaimType
from claims.reading import read_article
from db.analysis.summary import list_articles
from db.claims.article_page import read_page
from db.connection.reading import reading
from db.export import Options, export
from db.ingest.reextract import stored_article
from db.keeping.check import verify
from db.migrations.run import downgrade, upgrade
from db.query.model import ClaimQuery
from db.schema import core as schema
from tests.db.archives import Desk, claim, speaker

PRINTED = Path(__file__).parents[2] / "claims/reading/formats/files/columns.pdf"


@pytest.fixture
def desk(archive: Engine, tmp_path: Path) -> Desk:
    """An article of two printed pages, a claim on each."""
    desk = Desk(archive, tmp_path)
    text = read_article(PRINTED).text
    said = [speaker(text, "Marit Solheim")]
    desk.prepare(
        text,
        claim(text, "the town", speakers=said, kind=ClaimType.INDIRECT),
        claim(text, "Ward 14 will vote", speakers=said, kind=ClaimType.INDIRECT),
    )
    desk.ingest(PRINTED)
    return desk


def test_an_export_tells_the_page_of_each_claim(desk: Desk) -> None:
    out = io.StringIO(newline="")
    export(desk.engine, out, "csv", query=ClaimQuery(), options=Options(columns=("page",)))
    assert out.getvalue().split() == ["page", "1", "2"]


def test_a_text_without_pages_has_none(desk: Desk) -> None:
    text = "“The lock is old,” said Ruiz.\n"
    desk.prepare(text, claim(text, "The lock is old,", speakers=[speaker(text, "Ruiz")]))
    desk.ingest(desk.write("a.txt", text))
    out = io.StringIO(newline="")
    export(desk.engine, out, "csv", query=ClaimQuery(), options=Options(columns=("page", "type")))
    found = [row["page"] for row in csv.DictReader(io.StringIO(out.getvalue(), newline=""))]
    assert sorted(found) == ["", "1", "2"]


def test_the_article_and_what_is_extracted_again_know_their_pages(desk: Desk) -> None:
    read = read_article(PRINTED)
    [row] = list_articles(desk.engine, ClaimQuery())
    assert read_page(desk.engine, row.article_id).page_starts == read.page_starts
    with reading(desk.engine) as connection:
        assert stored_article(connection, row).article.page_starts == read.page_starts


def test_a_migration_back_and_forth_forgets_only_the_pages(desk: Desk) -> None:
    downgrade(desk.engine, "0021")
    upgrade(desk.engine)
    assert verify(desk.engine) == []
    with reading(desk.engine) as connection:
        assert connection.scalar(select(func.count()).select_from(schema.Page)) == 0
        assert connection.scalar(select(func.count()).select_from(schema.Claim)) == 2


def test_a_position_is_on_the_last_page_that_begins_before_it() -> None:
    starts = (0, 10, 10, 25)
    assert [page_of(starts, at) for at in (0, 9, 10, 24, 25, 99)] == [1, 1, 3, 3, 4, 4]
    assert page_of((), 5) is None
