"""Extracting again from what is stored: what shows then, what stays, and what is left alone."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, select

from claims.article import Article
from claims.claim import Span
from claims.extraction.pipeline import Extraction
from claims.reading import find_articles, read_article
from db.analysis.summary import list_articles
from db.connection.engine import writing
from db.ingest.reextract import ReextractEvent, ReextractSummary, reextract, stored_article
from db.keeping.check import verify
from db.migrations.run import downgrade, upgrade
from db.query.model import ClaimQuery
from db.schema import core as schema
from tests.db.archives import Desk, PreparedExtractor, claim, count, shown
from tests.db.conftest import on_sqlite
from tests.db.stories import FERRY, HARBOUR, ferry_claims, harbour_claims

FIXTURES = Path(__file__).parents[3] / "fixtures"
QUIET = "Nothing was said at the lock today.\n"


class Bench:
    """Extracts again from what is on a desk, with an extractor of another version."""

    def __init__(self, desk: Desk) -> None:
        self.engine = desk.engine
        self.extractor = PreparedExtractor(desk.extractor.prepared, model_version="2.0")
        self.events: list[ReextractEvent] = []

    def prepare(self, text: str, *found: object) -> None:
        self.extractor.prepared = {**self.extractor.prepared, text: found}  # type: ignore[dict-item]

    def run(self, query: ClaimQuery | None = None, *, everything: bool = False) -> ReextractSummary:
        self.events.clear()
        self.extractor.asked.clear()
        return reextract(
            self.engine,
            list_articles(self.engine, query or ClaimQuery()),
            lambda: self.extractor,
            everything=everything,
            on_event=self.events.append,
            compares=False,
        )


@pytest.fixture
def stories(desk: Desk) -> Desk:
    """Three stored articles, in one of which nothing is claimed."""
    desk.prepare(HARBOUR, *harbour_claims())
    desk.prepare(FERRY, *ferry_claims())
    desk.write("harbour.txt", HARBOUR)
    desk.write("ferry.txt", FERRY)
    desk.write("quiet.txt", QUIET)
    desk.ingest()
    return desk


@pytest.fixture
def bench(stories: Desk) -> Bench:
    return Bench(stories)


def ids_shown(engine: Engine) -> dict[str, str]:
    """Public ids of the claims that readers see, by content."""
    table = schema.Claim
    with engine.connect() as connection:
        rows = connection.execute(select(table.content, table.public_id).where(table.current))
        return dict(rows.all())


def versions_shown(engine: Engine) -> dict[str, set[str]]:
    """By file name, which model versions found the claims that readers see."""
    article, table, run = schema.Article, schema.Claim, schema.Run
    found: dict[str, set[str]] = {}
    with engine.connect() as connection:
        for path, version in connection.execute(
            select(article.path, run.model_version)
            .join(table, table.article_id == article.id)
            .join(run, run.id == table.run_id)
            .where(table.current)
        ):
            found.setdefault(Path(path).name, set()).add(version)
    return found


@on_sqlite
def test_what_the_new_version_finds_shows_and_what_was_found_before_stays(bench: Bench) -> None:
    new = claim(FERRY, "a lot of bread", cue="said", source="Émile Örn")
    bench.prepare(FERRY, new)

    summary = bench.run()

    assert summary == ReextractSummary(articles=3, reextracted=3, claims=5)
    assert "a lot of bread" in shown(bench.engine)
    assert "ferries lose nine days a year" not in shown(bench.engine)
    assert versions_shown(bench.engine) == {"harbour.txt": {"2.0"}, "ferry.txt": {"2.0"}}
    assert count(bench.engine, schema.Claim) == 6 + 5
    assert count(bench.engine, schema.ArticleText) == 3, "no text is written again"
    assert verify(bench.engine) == []


@on_sqlite
def test_the_files_are_not_needed(bench: Bench, stories: Desk) -> None:
    for path in stories.folder.iterdir():
        path.unlink()
    assert bench.run().reextracted == 3


@on_sqlite
def test_a_claim_of_the_same_words_keeps_its_id(bench: Bench) -> None:
    before = ids_shown(bench.engine)
    first, second = ferry_claims()
    bench.prepare(FERRY, replace(first, confidence=0.3, speakers=(), hedged=True), second)

    bench.run()

    assert ids_shown(bench.engine) == before


def test_a_claim_of_other_words_has_another_id(bench: Bench) -> None:
    before = ids_shown(bench.engine)
    bench.prepare(FERRY, claim(FERRY, "Nine days is a lot of bread", cue="said Émile"))

    bench.run()

    after = ids_shown(bench.engine)
    assert after["Nine days is a lot of bread"] not in before.values()


@on_sqlite
def test_what_the_present_version_found_is_left_alone(bench: Bench) -> None:
    bench.run()
    before = count(bench.engine, schema.Claim)

    assert bench.run() == ReextractSummary(articles=3, unchanged=3)

    assert bench.extractor.asked == []
    assert {event.outcome for event in bench.events} == {"unchanged"}
    assert count(bench.engine, schema.Claim) == before


@on_sqlite
@pytest.mark.parametrize("change", [{"model_version": "2.1"}, {"model_name": "another"}])
def test_another_model_or_version_extracts_again(bench: Bench, change: dict[str, str]) -> None:
    bench.run()
    bench.extractor = replace(bench.extractor, **change)  # type: ignore[arg-type]
    assert bench.run().reextracted == 3


@on_sqlite
def test_another_version_of_this_program_extracts_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.run()
    monkeypatch.setattr("claims.__version__", "99.0")
    assert bench.run().reextracted == 3
    assert bench.run().unchanged == 3


@on_sqlite
def test_other_rules_extract_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.run()
    assert bench.run().unchanged == 3
    monkeypatch.setattr("db.ingest.runs.rules_version", lambda: "0f0f0f0f")
    assert bench.run().reextracted == 3
    assert bench.run().unchanged == 3


@on_sqlite
def test_everything_is_extracted_again_where_that_is_asked_for(bench: Bench) -> None:
    bench.run()
    assert bench.run(everything=True) == ReextractSummary(articles=3, reextracted=3, claims=6)
    assert len(shown(bench.engine)) == 6


@on_sqlite
def test_only_the_articles_that_were_asked_for(bench: Bench) -> None:
    summary = bench.run(ClaimQuery(articles=("ferry.txt",)))

    assert summary == ReextractSummary(articles=1, reextracted=1, claims=2)
    assert bench.extractor.asked == [FERRY]
    assert versions_shown(bench.engine) == {"harbour.txt": {"1.0"}, "ferry.txt": {"2.0"}}


def test_no_extractor_is_made_where_there_is_no_article(archive: Engine) -> None:
    def never() -> PreparedExtractor:
        raise AssertionError("an extractor was made")

    assert reextract(archive, [], never, compares=False) == ReextractSummary()


@on_sqlite
def test_an_article_comes_back_as_it_was_read(desk: Desk) -> None:
    paths = [path for path in find_articles([FIXTURES]) if isinstance(path, Path)]
    desk.ingest(*paths)
    rows = {row.path: row for row in list_articles(desk.engine, ClaimQuery())}
    read = [read_article(path) for path in paths]

    with desk.engine.connect() as connection:
        again = [stored_article(connection, rows[one.path]).article for one in read]

    assert len(read) > 5
    assert again == read


def test_a_text_without_its_segments_is_told_and_keeps_its_claims(bench: Bench) -> None:
    table = schema.ArticleText
    with writing(bench.engine) as connection:
        text_id = connection.scalars(select(table.id).where(table.text == FERRY)).one()
        connection.execute(delete(schema.Segment).where(schema.Segment.text_id == text_id))

    summary = bench.run()

    assert summary == ReextractSummary(articles=3, reextracted=2, failed=1, claims=4)
    (failed,) = (event for event in bench.events if event.outcome == "failed")
    assert Path(failed.path).name == "ferry.txt"
    assert failed.reason == "cannot be extracted: the segments of its text are not stored"
    assert versions_shown(bench.engine)["ferry.txt"] == {"1.0"}


@on_sqlite
def test_a_text_that_breaks_extraction_fails_alone_and_keeps_its_claims(bench: Bench) -> None:
    bench.extractor.failing = frozenset({FERRY})

    summary = bench.run()

    assert summary == ReextractSummary(articles=3, reextracted=2, failed=1, claims=4)
    assert versions_shown(bench.engine) == {"harbour.txt": {"2.0"}, "ferry.txt": {"1.0"}}
    bench.extractor.failing = frozenset()
    assert bench.run() == ReextractSummary(articles=3, reextracted=1, unchanged=2, claims=2)


@on_sqlite
def test_an_unsound_claim_leaves_the_claims_that_showed(bench: Bench) -> None:
    first, second = ferry_claims()
    bench.prepare(FERRY, first, replace(second, content=(Span(0, len(FERRY) + 1),)))

    assert bench.run().failed == 1

    assert versions_shown(bench.engine) == {"harbour.txt": {"2.0"}, "ferry.txt": {"1.0"}}
    assert verify(bench.engine) == []


@on_sqlite
def test_an_interrupt_leaves_whole_articles_only(bench: Bench) -> None:
    def interrupt(event: ReextractEvent) -> None:
        raise KeyboardInterrupt

    rows = list_articles(bench.engine, ClaimQuery())
    with pytest.raises(KeyboardInterrupt):
        reextract(bench.engine, rows, lambda: bench.extractor, on_event=interrupt, compares=False)

    assert versions_shown(bench.engine) == {"harbour.txt": {"2.0"}, "ferry.txt": {"1.0"}}
    assert len(shown(bench.engine)) == 6
    assert verify(bench.engine) == []
    assert (bench.run().unchanged, bench.run().unchanged) == (1, 3)


@on_sqlite
def test_an_interrupt_within_an_article_leaves_it_as_it_was(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ids_shown(bench.engine)

    def interrupt(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("db.ingest.store.link", interrupt)
        with pytest.raises(KeyboardInterrupt):
            bench.run(ClaimQuery(articles=("ferry.txt",)))

    assert ids_shown(bench.engine) == before
    assert versions_shown(bench.engine)["ferry.txt"] == {"1.0"}


@on_sqlite
def test_a_text_that_shows_again_shows_what_its_last_run_found(bench: Bench, stories: Desk) -> None:
    bench.prepare(FERRY)
    bench.run()
    path = stories.write("ferry.txt", FERRY.replace("nine", "ten"))
    stories.ingest(path)
    stories.write("ferry.txt", FERRY)
    stories.ingest(path)

    assert "ferry.txt" not in versions_shown(bench.engine), "its last run found nothing"
    assert bench.run() == ReextractSummary(articles=3, unchanged=3)


@on_sqlite
def test_a_changed_article_is_extracted_from_as_it_reads_now(bench: Bench, stories: Desk) -> None:
    changed = FERRY.replace("nine", "ten")
    stories.ingest(stories.write("ferry.txt", changed))

    bench.run(ClaimQuery(articles=("ferry.txt",)))

    assert bench.extractor.asked == [changed]


class Meddled(PreparedExtractor):
    """Has another program store something while it extracts."""

    desk: Desk

    def extract_each(
        self, articles: Iterable[Article]
    ) -> Generator[tuple[Article, Extraction], None, None]:
        for article, found in super().extract_each(articles):
            self.desk.ingest()
            yield article, found


@on_sqlite
def test_what_another_program_stored_meanwhile_stays(bench: Bench, stories: Desk) -> None:
    changed = FERRY.replace("nine", "ten")
    stories.prepare(changed, claim(changed, "ferries lose ten days a year"))
    stories.write("ferry.txt", changed)
    bench.extractor = Meddled(bench.extractor.prepared, model_version="2.0")
    bench.extractor.desk = stories

    assert bench.run(ClaimQuery(articles=("ferry.txt",))).unchanged == 1

    assert versions_shown(bench.engine)["ferry.txt"] == {"1.0"}
    assert "ferries lose ten days a year" in shown(bench.engine)
    assert verify(bench.engine) == []


@on_sqlite
def test_an_archive_that_did_not_keep_what_runs_read_knows_it_by_their_claims(
    bench: Bench,
) -> None:
    bench.run()
    downgrade(bench.engine, "0002")
    upgrade(bench.engine)

    assert bench.run() == ReextractSummary(articles=3, reextracted=1, unchanged=2)

    assert bench.extractor.asked == [QUIET]
    assert bench.run().unchanged == 3
