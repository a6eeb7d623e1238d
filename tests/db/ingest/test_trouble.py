"""Ingesting when the database gives trouble, or somebody else writes to it too."""

from __future__ import annotations

import os
import resource
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, func, make_url, select, text

from db.archive import open_archive
from db.connection.engine import writing
from db.ingest.ingest import IngestSummary, ingest
from db.keeping.check import verify
from db.schema import core as schema
from db.schema.identity import Entity
from tests.db.archives import Desk, PreparedExtractor
from tests.db.conftest import on_sqlite
from tests.db.stories import FERRY, HARBOUR, harbour_claims


def articles(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(schema.Article)) or 0


def set_on_connect(engine: Engine, pragma: str) -> None:
    """Have every connection from now on begin with a setting."""

    def apply(connection: object, _record: object) -> None:
        connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]

    event.listen(engine, "connect", apply)
    engine.dispose()


def lose_a_column(engine: Engine) -> None:
    """Have the archive be as a newer version of ours might leave it."""
    with writing(engine) as connection:
        connection.execute(text("ALTER TABLE article_text RENAME COLUMN encoding TO encoded_as"))


@contextmanager
def file_limit(size: int) -> Iterator[None]:
    """Let this process write no file any further than this, as ``ulimit -f`` does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_full_disk_keeps_what_was_stored_and_tells_of_the_rest(stories: Desk) -> None:
    stories.ingest(stories.write("1.txt", HARBOUR))
    # SQLite gives the same error when the file may not grow as when the disk is full.
    set_on_connect(stories.engine, "max_page_count = 1")
    longer = FERRY + "And so on, and so forth. " * 10_000
    stories.write("2.txt", longer)
    stories.write("3.txt", FERRY)
    stories.extractor.asked.clear()

    summary = stories.ingest()

    full = "the disk is full"
    assert summary == IngestSummary(read=3, unchanged=1, failed=1, stopped=full) or (
        summary == IngestSummary(read=2, unchanged=1, failed=1, stopped=full)
    )
    reasons = {Path(e.path).name: e.reason for e in stories.events if e.outcome == "failed"}
    assert reasons == {"2.txt": f"cannot be stored: {full}"}
    assert articles(stories.engine) == 1
    assert verify(stories.engine) == []


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_file_that_cannot_be_written_stops_ingest(stories: Desk) -> None:
    stories.ingest(stories.write("1.txt", HARBOUR))
    stories.write("2.txt", FERRY + "And so on, and so forth. " * 10_000)
    stories.write("3.txt", FERRY)

    with file_limit(200_000):
        summary = stories.ingest()
    failed = "reading or writing the file failed"
    assert (summary.failed, summary.stopped) == (1, failed)
    assert articles(stories.engine) == 1
    assert verify(stories.engine) == []
    assert stories.ingest().stored == 2


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_file_that_is_moved_away_stops_ingest(stories: Desk, tmp_path: Path) -> None:
    stories.write("1.txt", HARBOUR)
    stories.write("2.txt", FERRY)
    assert stories.ingest().stored == 2
    Path(stories.engine.url.database or "").rename(tmp_path / "moved.db")

    summary = stories.ingest()
    assert (summary.stored, summary.unchanged, summary.failed) == (0, 0, 1)
    assert "was moved, deleted or replaced" in (summary.stopped or "")
    assert not Path(stories.engine.url.database or "").exists()


def test_an_archive_of_other_columns_stops_ingest(stories: Desk) -> None:
    stories.ingest(stories.write("1.txt", HARBOUR))
    lose_a_column(stories.engine)
    stories.write("2.txt", FERRY)
    stories.write("3.txt", FERRY + "More.\n")

    summary = stories.ingest()
    assert (summary.unchanged, summary.failed) == (1, 1)
    assert "encoding" in (summary.stopped or "")


def test_an_archive_that_turns_read_only_tells_so_once(stories: Desk) -> None:
    stories.ingest(stories.write("1.txt", HARBOUR))
    if stories.engine.dialect.name == "sqlite":
        set_on_connect(stories.engine, "query_only = ON")
    else:
        name = stories.engine.url.database
        with stories.engine.begin() as connection:
            only = f"ALTER DATABASE {name} SET default_transaction_read_only = on"
            connection.execute(text(only))
        stories.engine.dispose()
    stories.write("2.txt", FERRY)
    stories.write("3.txt", FERRY + "More.\n")

    found = stories.ingest()
    assert (found.unchanged, found.failed, found.stopped) == (1, 1, "it is read-only")
    reasons = [event.reason for event in stories.events if event.outcome == "failed"]
    assert reasons == ["cannot be stored: it is read-only"]
    assert articles(stories.engine) == 1


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_an_archive_that_another_program_has_locked_tells_so(stories: Desk) -> None:
    stories.write("1.txt", HARBOUR)
    impatient = open_archive(f"sqlite:///{stories.engine.url.database}?timeout=0.01")
    with writing(stories.engine):
        told: list[str | None] = []
        summary = ingest(
            impatient,
            [stories.folder],
            lambda: stories.extractor,
            on_event=lambda event: told.append(event.reason),
            compares=False,
        )
    assert summary.failed == 1
    assert told == ["cannot be stored: another program has it locked"]
    assert (
        ingest(impatient, [stories.folder], lambda: stories.extractor, compares=False).stored == 1
    )
    impatient.dispose()


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_nothing_more_is_extracted_once_nothing_can_be_stored(stories: Desk) -> None:
    set_on_connect(stories.engine, "query_only = ON")
    for number in range(100):
        stories.write(f"{number:03}.txt", f"Story {number}.\n")

    found = stories.ingest()
    assert (found.failed, found.stopped) == (1, "it is read-only")
    assert 0 < len(stories.extractor.asked) < 100


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_a_server_that_closes_the_connection_is_asked_again(stories: Desk) -> None:
    stories.ingest(stories.write("1.txt", HARBOUR))
    with stories.engine.connect() as other:
        own = other.scalar(text("SELECT pg_backend_pid()"))
        ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> :own"
        other.execute(text(f"{ended} AND datname = current_database()"), {"own": own})
    stories.write("2.txt", FERRY)

    assert stories.ingest() == IngestSummary(read=2, stored=1, unchanged=1, claims=2)


def test_a_file_name_that_is_not_utf8_is_stored_legibly(stories: Desk) -> None:
    path = Path(os.fsdecode(os.fsencode(stories.folder) + b"/caf\xe9.txt"))
    path.write_text(HARBOUR, encoding="utf-8")

    assert stories.ingest(path).stored == 1
    assert stories.ingest(path).unchanged == 1
    with stories.engine.connect() as connection:
        stored = connection.scalars(select(schema.Article.path)).one()
    assert stored == f"{stories.folder}/caf\\xe9.txt"


@on_sqlite
def test_two_who_ingest_the_same_files_at_once_store_each_once(stories: Desk) -> None:
    for number in range(12):
        story = HARBOUR.replace("dry winters", f"dry winters {number}")
        stories.write(f"{number}.txt", story)
    start = threading.Barrier(2)
    summaries: list[IngestSummary] = []
    url = stories.engine.url.render_as_string(hide_password=False)

    def ingest_all() -> None:
        engine = open_archive(url)
        start.wait()
        summaries.append(ingest(engine, [stories.folder], PreparedExtractor, compares=False))
        engine.dispose()

    threads = [threading.Thread(target=ingest_all) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sum(summary.stored for summary in summaries) == 12
    assert sum(summary.unchanged for summary in summaries) == 12
    assert articles(stories.engine) == 12
    assert verify(stories.engine) == []


@on_sqlite
def test_the_same_speakers_are_one_entity_whoever_stores_them_first(stories: Desk) -> None:
    texts = [HARBOUR + f"Edition {number}.\n" for number in range(8)]
    prepared = {story: harbour_claims() for story in texts}
    for number, story in enumerate(texts):
        stories.write(f"{number % 2}/{number}.txt", story)
    start = threading.Barrier(2)
    failed: list[int] = []
    url = stories.engine.url.render_as_string(hide_password=False)

    def ingest_half(half: int) -> None:
        engine = open_archive(url)
        start.wait()
        folder = stories.folder / str(half)
        failed.append(
            ingest(engine, [folder], lambda: PreparedExtractor(prepared), compares=False).failed
        )
        engine.dispose()

    threads = [threading.Thread(target=ingest_half, args=(half,)) for half in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failed == [0, 0]
    with stories.engine.connect() as connection:
        entities = connection.scalars(select(Entity.name)).all()
    assert sorted(entities) == ["Mara Lindqvist", "Port Institute", "The council"]
    assert verify(stories.engine) == []


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_the_password_of_a_server_is_not_in_any_reason(stories: Desk) -> None:
    url = make_url(stories.engine.url.render_as_string(hide_password=False))
    engine = open_archive(url.set(password="s3cret").render_as_string(hide_password=False))
    stories.write("harbour.txt", HARBOUR)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE claim CASCADE"))
    told: list[str] = []
    ingest(
        engine,
        [stories.folder],
        lambda: stories.extractor,
        on_event=lambda event: told.append(event.reason or ""),
        compares=False,
    )
    engine.dispose()
    assert len(told) == 1
    assert "claim" in told[0]
    assert "s3cret" not in told[0]
    assert "\n" not in told[0]
