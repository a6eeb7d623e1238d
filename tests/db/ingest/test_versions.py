"""The versions of an article's text: which one shows when its file changes."""

from __future__ import annotations

from sqlalchemy import Engine, select

from db.ingest.ingest import IngestSummary
from db.keeping.check import verify
from db.schema import core as schema
from tests.db.archives import Desk, claim, count, shown
from tests.db.conftest import on_sqlite
from tests.db.stories import FERRY, HARBOUR


@on_sqlite
def test_a_changed_file_becomes_a_new_version(stories: Desk) -> None:
    longer = HARBOUR + '"We heard this in March," said Ms. Lindqvist.\n'
    stories.prepare(longer, claim(longer, "We heard this in March", cue="said"))
    path = stories.write("harbour.txt", HARBOUR)
    stories.ingest(path)
    stories.write("harbour.txt", longer)

    assert stories.ingest(path) == IngestSummary(read=1, stored=1, claims=1)

    assert shown(stories.engine) == ["We heard this in March"]
    assert versions(stories.engine) == [(1, False), (2, True)]
    assert count(stories.engine, schema.Article) == 1
    assert count(stories.engine, schema.Claim) == 5, "what was found before stays"
    assert verify(stories.engine) == []


def versions(engine: Engine) -> list[tuple[int, bool]]:
    table = schema.ArticleText
    with engine.connect() as connection:
        rows = connection.execute(select(table.version, table.current).order_by(table.version))
        return [(version, current) for version, current in rows]


def test_going_back_to_an_older_text_shows_it_again(stories: Desk) -> None:
    path = stories.write("harbour.txt", HARBOUR)
    stories.ingest(path)
    stories.write("harbour.txt", HARBOUR.replace("metre", "yard"))
    stories.ingest(path)
    assert shown(stories.engine) == []
    stories.write("harbour.txt", HARBOUR)
    stories.extractor.asked.clear()

    assert stories.ingest(path) == IngestSummary(read=1, stored=1, claims=4)

    assert len(shown(stories.engine)) == 4
    assert versions(stories.engine) == [(1, True), (2, False)]
    assert stories.extractor.asked == []
    assert stories.ingest(path).unchanged == 1
    assert verify(stories.engine) == []


@on_sqlite
def test_a_text_that_an_article_left_behind_may_be_another_article(stories: Desk) -> None:
    daily = stories.write("today.txt", HARBOUR)
    stories.ingest(daily)
    stories.write("today.txt", FERRY)
    kept = stories.write("yesterday.txt", HARBOUR)

    assert stories.ingest(daily, kept) == IngestSummary(read=2, stored=2, claims=6)

    with stories.engine.connect() as connection:
        ids = connection.scalars(select(schema.Article.public_id)).all()
    assert len(set(ids)) == 2
    assert len(shown(stories.engine)) == 6
    stories.write("today.txt", HARBOUR)
    assert stories.ingest(daily).duplicates == 1, "it now shows elsewhere"
    assert verify(stories.engine) == []
