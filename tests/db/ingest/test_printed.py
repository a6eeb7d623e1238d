"""The pages of a printed file: kept with its text, told with its claims, and never in the way."""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import Engine, func, select

from claims.article import Article, page_of
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
from tests.db.conftest import Filled, on_sqlite

PRINTED = Path(__file__).parents[2] / "claims/reading/formats/files/columns.pdf"


@cache
def printed() -> Article:
    return read_article(PRINTED)


def stock(engine: Engine) -> None:
    """Put in an article of two printed pages, with a claim on each."""
    with TemporaryDirectory() as folder:
        desk = Desk(engine, Path(folder))
        text = printed().text
        said = [speaker(text, "Marit Solheim")]
        desk.prepare(
            text,
            claim(text, "the town", speakers=said, kind=ClaimType.INDIRECT),
            claim(text, "Ward 14 will vote", speakers=said, kind=ClaimType.INDIRECT),
        )
        desk.ingest(PRINTED)


@pytest.fixture
def desk(copied: Filled, tmp_path: Path) -> Desk:
    """A desk on which the printed article is in already."""
    return Desk(copied(stock), tmp_path)


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
    [row] = list_articles(desk.engine, ClaimQuery())
    assert read_page(desk.engine, row.article_id).page_starts == printed().page_starts
    with reading(desk.engine) as connection:
        assert stored_article(connection, row).article.page_starts == printed().page_starts


@on_sqlite
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
