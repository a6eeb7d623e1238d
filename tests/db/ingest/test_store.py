"""Storing one article: where it belongs, what shows of it, and what stays."""

from __future__ import annotations

from datetime import datetime, tzinfo
from threading import Thread

import pytest
from sqlalchemy import Engine, select, text

from claims.article import Article, Segment, SegmentKind
from claims.claim import Claim, Span
from db.analysis.new_claims import after_newest
from db.connection.engine import writing
from db.connection.reading import reading
from db.ingest.checks import UnsoundError
from db.ingest.store import ArchiveMatch, Standing, archive_match, revert, store, store_again
from db.schema import core as schema
from tests.db.archives import claim, count, shown
from tests.db.library import shelve

OLD = "The weir leaks, said Ada Lund. The locks are old, she added.\n"
NEW = "The weir is mended, said Ada Lund.\n"
LEAKS, LOCKS = claim(OLD, "The weir leaks", cue="said"), claim(OLD, "The locks are old")
MENDED = claim(NEW, "The weir is mended", cue="said")


def article(name: str, text: str) -> Article:
    return Article(
        path=f"/weir/{name}", text=text, segments=(Segment(SegmentKind.PARAGRAPH, 0, len(text)),)
    )


def match(engine: Engine, name: str, text: str) -> ArchiveMatch:
    with engine.connect() as connection:
        return archive_match(connection, article(name, text))


def standing(engine: Engine, name: str, text: str) -> Standing:
    return match(engine, name, text).standing


def put_in_place(engine: Engine) -> None:
    """Store the new text of the article that has the old one."""
    new = article("a.txt", NEW)
    with writing(engine) as connection:
        store(connection, archive_match(connection, new), new, [MENDED], 1)


def test_an_article_belongs_to_its_file_and_to_its_text(archive: Engine) -> None:
    assert standing(archive, "a.txt", OLD) is Standing.NEW
    shelve(archive, article("a.txt", OLD), [LEAKS])
    assert standing(archive, "a.txt", OLD) is Standing.UNCHANGED
    assert match(archive, "b.txt", OLD).standing is Standing.DUPLICATE
    assert match(archive, "b.txt", OLD).path == "/weir/a.txt"
    assert standing(archive, "a.txt", NEW) is Standing.CHANGED
    put_in_place(archive)
    assert standing(archive, "a.txt", OLD) is Standing.REVERTED
    assert standing(archive, "b.txt", OLD) is Standing.NEW, "a text left behind is free"


def test_a_new_text_shows_in_place_of_the_old_one_which_can_come_back(archive: Engine) -> None:
    shelve(archive, article("a.txt", OLD), [LEAKS, LOCKS])
    put_in_place(archive)
    assert shown(archive) == ["The weir is mended"]
    with writing(archive) as connection:
        before = article("a.txt", OLD)
        assert revert(connection, archive_match(connection, before), before) == 2
    assert shown(archive) == ["The weir leaks", "The locks are old"]
    assert (count(archive, schema.Article), count(archive, schema.Claim)) == (1, 3)


def test_what_another_run_found_shows_and_the_rest_stays(archive: Engine) -> None:
    shelve(archive, article("a.txt", OLD), [LEAKS, LOCKS])
    shelve(archive, article("b.txt", NEW), [MENDED])
    at = match(archive, "a.txt", OLD)
    assert at.article_id is not None
    assert at.text_id is not None
    with writing(archive) as connection:
        last = connection.scalars(select(schema.Run.id).order_by(schema.Run.id.desc())).first()
        assert last is not None
        store_again(connection, at.article_id, at.text_id, article("a.txt", OLD), [LOCKS], last)
    assert shown(archive) == ["The locks are old", "The weir is mended"]
    assert count(archive, schema.Claim) == 4


def test_a_claim_outside_of_the_text_is_refused(archive: Engine) -> None:
    beyond = Claim(type=LEAKS.type, content=(Span(0, len(OLD) + 1),))
    with pytest.raises(UnsoundError), writing(archive) as connection:
        store(connection, ArchiveMatch(Standing.NEW), article("a.txt", OLD), [beyond], 1)
    assert count(archive, schema.Article) == 0


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_what_comes_from_a_machine_whose_clock_is_behind_is_new_all_the_same(
    archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Behind(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Behind:
            return cls(2001, 2, 3, tzinfo=tz)

    shelve(archive, article("a.txt", OLD), [LEAKS])
    seen = after_newest(archive)
    monkeypatch.setattr("db.ingest.store.datetime", Behind)
    shelve(archive, article("b.txt", NEW), [MENDED])
    with reading(archive) as connection:
        came = select(schema.Article.path).where(schema.Article.created_at >= seen)
        assert connection.scalars(came).all() == ["/weir/b.txt"]


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_of_two_writers_who_is_done_last_has_the_newer_article(archive: Engine) -> None:
    shelve(archive, article("c.txt", f"{OLD}{NEW}"), [])
    with writing(archive) as connection:
        run_id = connection.scalar(select(schema.Run.id))
        assert run_id is not None
        first = article("a.txt", OLD)
        store(connection, archive_match(connection, first), first, [LEAKS], run_id)
        other = Thread(target=shelve, args=(archive, article("b.txt", NEW), [MENDED]))
        other.start()
        while other.is_alive() and not _somebody_waits(archive):
            pass
        assert other.is_alive()
    other.join()
    with reading(archive) as connection:
        newest_last = select(schema.Article.path).order_by(schema.Article.created_at)
        paths = ["/weir/c.txt", "/weir/a.txt", "/weir/b.txt"]
        assert connection.scalars(newest_last).all() == paths


def _somebody_waits(engine: Engine) -> bool:
    waiting = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    with reading(engine) as connection:
        return bool(connection.scalar(waiting))
