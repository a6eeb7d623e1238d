"""Ingesting files: what is stored, and what a second look at a file changes."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

import claims
from claims.article import Article
from claims.claim import Span
from claims.engines.fingerprint import rules_version
from claims.extraction.pipeline import Extraction
from db.ingest.ingest import IngestEvent, IngestSummary, ingest
from db.keeping.check import verify
from db.schema import core as schema
from db.schema.base import Base
from db.schema.identity import Entity, EntityName, MentionEntity
from tests.db.archives import Desk, PreparedExtractor, count, shown
from tests.db.conftest import on_sqlite
from tests.db.stories import FERRY, HARBOUR, harbour_claims


@on_sqlite
def test_an_article_is_stored_with_its_claims(stories: Desk) -> None:
    path = stories.write("harbour.txt", HARBOUR)

    summary = stories.ingest(path)

    assert summary == IngestSummary(read=1, stored=1, claims=4)
    assert stories.events == [IngestEvent(str(path), "stored", 4)]
    assert shown(stories.engine) == [
        "the wall would be raised by a metre",
        "We have run out of dry winters; and out of excuses",
        '"the money is there" once the council votes',
        "declined to comment",
    ]
    assert verify(stories.engine) == []


def test_the_text_is_stored_to_the_letter(stories: Desk) -> None:
    story = "Title\r\n\r\n  “Ünï” \U0001f6a2 \u2028 e\u0301\t\n\n"
    stories.ingest(stories.write("odd.txt", story))

    with stories.engine.connect() as connection:
        assert connection.scalars(select(schema.ArticleText.text)).one() == story
    assert verify(stories.engine) == []


def test_every_piece_of_a_claim_is_kept_with_its_exact_words(stories: Desk) -> None:
    stories.ingest(stories.write("harbour.txt", HARBOUR))

    with stories.engine.connect() as connection:
        span, table = schema.ClaimSpan, schema.Claim
        pieces = connection.execute(
            select(span.part, span.ordinal, span.start, span.end, span.exact)
            .join(table)
            .where(table.source == "Ms. Lindqvist")
            .order_by(span.part, span.ordinal)
        ).all()
    assert [(p.part, p.ordinal, p.exact) for p in pieces] == [
        ("content", 0, "We have run out of dry winters"),
        ("content", 1, "and out of excuses"),
        ("cue", 0, "said, "),
        ("source", 0, "Ms. Lindqvist"),
    ]
    assert all(HARBOUR[p.start : p.end] == p.exact for p in pieces)


def test_a_nested_claim_points_at_its_parent(stories: Desk) -> None:
    stories.ingest(stories.write("harbour.txt", HARBOUR))

    with stories.engine.connect() as connection:
        table = schema.Claim
        parents = dict(connection.execute(select(table.content, table.parent_id)).all())
        mixed = connection.scalar(select(table.id).where(table.type == "mixed"))
    assert parents.pop("declined to comment") == mixed
    assert set(parents.values()) == {None}


def test_a_speaker_of_many_claims_is_one_mention_with_its_affiliations(stories: Desk) -> None:
    stories.ingest(stories.write("harbour.txt", HARBOUR))

    with stories.engine.connect() as connection:
        mentions = connection.execute(
            select(schema.Mention.name, schema.Mention.kind).order_by(schema.Mention.ordinal)
        ).all()
        affiliations = connection.execute(
            select(
                schema.Affiliation.role,
                schema.Affiliation.organization,
                schema.Affiliation.organization_key,
                schema.Affiliation.exact,
            )
        ).all()
    assert mentions == [("Mara Lindqvist", "person"), ("The council", "organization")]
    assert affiliations == [
        (
            "harbour engineer",
            "Port Institute",
            "port institute",
            "a harbour engineer at the Port Institute",
        )
    ]


def test_mentions_of_one_name_are_one_entity_whose_affiliations_both_stay_true(
    stories: Desk,
) -> None:
    stories.write("harbour.txt", HARBOUR)
    stories.write("ferry.txt", FERRY)
    stories.ingest()

    with Session(stories.engine) as session:
        entity = session.scalars(select(Entity).filter_by(name="Mara Lindqvist")).one()
        names = session.scalars(
            select(EntityName.name).filter_by(entity_id=entity.id).order_by(EntityName.name)
        ).all()
        affiliations = session.execute(
            select(schema.Affiliation.role, schema.Affiliation.organization)
            .join(schema.Mention)
            .join(MentionEntity)
            .where(MentionEntity.entity_id == entity.id)
            .order_by(schema.Affiliation.role)
        ).all()
    assert names == ["Mara Lindqvist", "Ms. Lindqvist"]
    assert affiliations == [
        ("director", "Coastal Works Board"),
        ("harbour engineer", "Port Institute"),
    ]


def test_names_are_keyed_without_case_and_accents(stories: Desk) -> None:
    stories.ingest(stories.write("ferry.txt", FERRY))

    with stories.engine.connect() as connection:
        keys = connection.scalars(select(Entity.name_key).order_by(Entity.id)).all()
    organizations = {"coastal works board", "bakers guild"}
    assert set(keys) == {"mara lindqvist", "emile orn"} | organizations


@on_sqlite
def test_ingesting_twice_changes_nothing(stories: Desk) -> None:
    stories.write("harbour.txt", HARBOUR)
    stories.write("ferry.txt", FERRY)
    stories.ingest()
    before = {table: count(stories.engine, table) for table in TABLES}
    stories.extractor.asked.clear()

    summary = stories.ingest()

    assert summary == IngestSummary(read=2, unchanged=2)
    assert {table: count(stories.engine, table) for table in TABLES} == before
    assert stories.extractor.asked == []


TABLES = [mapper.class_ for mapper in Base.registry.mappers]


def test_no_extractor_is_made_where_nothing_is_new(stories: Desk) -> None:
    path = stories.write("harbour.txt", HARBOUR)
    stories.ingest(path)

    def never() -> PreparedExtractor:
        raise AssertionError("an extractor was made")

    assert ingest(stories.engine, [path], never, compares=False).unchanged == 1


def test_the_same_text_at_another_path_is_a_duplicate(stories: Desk) -> None:
    first = stories.write("a/harbour.txt", HARBOUR)
    second = stories.write("b/harbour.txt", HARBOUR)

    summary = stories.ingest(first, second)

    assert summary == IngestSummary(read=2, stored=1, duplicates=1, claims=4)
    assert stories.events[1] == IngestEvent(
        str(second), "duplicate", reason=f"same text as {first}"
    )
    assert stories.ingest(first, second) == IngestSummary(read=2, unchanged=1, duplicates=1)


def test_a_file_given_twice_is_stored_once(stories: Desk) -> None:
    path = stories.write("harbour.txt", HARBOUR)
    assert stories.ingest(path, path) == IngestSummary(read=2, stored=1, unchanged=1, claims=4)


def test_a_file_is_known_by_another_way_to_it(
    stories: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = stories.write("harbour.txt", HARBOUR)
    link = stories.folder / "link.txt"
    link.symlink_to(path)
    stories.ingest(path)
    monkeypatch.chdir(stories.folder)

    assert stories.ingest(Path("harbour.txt"), link).unchanged == 2


@on_sqlite
def test_ids_are_the_same_in_every_archive(stories: Desk, sqlite_archive: Engine) -> None:
    path = stories.write("harbour.txt", HARBOUR)
    stories.ingest(path)
    ingest(sqlite_archive, [path], lambda: stories.extractor, compares=False)

    assert public_ids(stories.engine) == public_ids(sqlite_archive)


def public_ids(engine: Engine) -> list[set[str]]:
    with engine.connect() as connection:
        return [
            set(connection.scalars(select(table.public_id)))
            for table in (schema.Article, schema.Claim, Entity)
        ]


def test_claims_of_the_same_words_have_ids_of_their_own(stories: Desk) -> None:
    first = harbour_claims()[0]
    stories.prepare(HARBOUR, first, first)
    stories.ingest(stories.write("harbour.txt", HARBOUR))

    assert len(public_ids(stories.engine)[1]) == 2


def test_the_run_is_recorded_with_its_versions(stories: Desk) -> None:
    stories.write("harbour.txt", HARBOUR)
    stories.write("ferry.txt", FERRY)
    stories.ingest()

    with Session(stories.engine) as session:
        run = session.scalars(select(schema.Run)).one()
        assert (run.tool_version, run.model_name, run.model_version) == (
            f"{claims.__version__}+{rules_version()}",
            "prepared",
            "1.0",
        )
        assert run.finished_at is not None
        assert run.started_at <= run.finished_at
        assert set(session.scalars(select(schema.Claim.run_id))) == {run.id}


def test_a_file_that_cannot_be_read_fails_alone(stories: Desk) -> None:
    stories.write("harbour.txt", HARBOUR)
    missing = stories.folder / "missing.txt"

    summary = stories.ingest(missing, stories.folder)

    assert summary == IngestSummary(read=1, stored=1, failed=1, claims=4)
    assert (stories.events[0].path, stories.events[0].outcome) == (str(missing), "failed")
    assert stories.events[0].reason


@on_sqlite
def test_a_text_that_breaks_extraction_fails_alone(stories: Desk) -> None:
    stories.extractor.failing = frozenset({"Cursed.\n"})
    stories.write("1.txt", HARBOUR)
    stories.write("2.txt", "Cursed.\n")
    stories.write("3.txt", FERRY)

    summary = stories.ingest()

    assert summary == IngestSummary(read=3, stored=2, failed=1, claims=6)
    (failed,) = (event for event in stories.events if event.outcome == "failed")
    assert Path(failed.path).name == "2.txt"
    assert failed.reason == "cannot be extracted: RuntimeError: no parse for this text"


@on_sqlite
@pytest.mark.parametrize(
    "changes",
    [
        {"content": (Span(0, len(HARBOUR) + 1),)},
        {"cue": (Span(5, 5),)},
        {"source": (Span(-2, 5),)},
        {"content": (Span(9, 12), Span(3, 10))},
        {"content": ()},
        {"confidence": float("nan")},
        {"statement": 1.5},
        {"parent": 7},
        {"parent": 0},
    ],
)
def test_an_unsound_claim_keeps_its_article_out(stories: Desk, changes: dict[str, Any]) -> None:
    first, *rest = harbour_claims()
    stories.prepare(HARBOUR, replace(first, **changes), *rest)
    stories.write("harbour.txt", HARBOUR)
    stories.write("ferry.txt", FERRY)

    summary = stories.ingest()

    assert (summary.stored, summary.failed) == (1, 1)
    assert stories.outcomes == {"harbour.txt": "failed", "ferry.txt": "stored"}
    assert count(stories.engine, schema.Article) == 1
    assert verify(stories.engine) == []


@on_sqlite
def test_an_interrupt_leaves_whole_articles_only(stories: Desk) -> None:
    stories.write("1.txt", HARBOUR)
    stories.write("2.txt", FERRY)

    def interrupt(event: IngestEvent) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(
            stories.engine,
            [stories.folder],
            lambda: stories.extractor,
            on_event=interrupt,
            compares=False,
        )

    assert count(stories.engine, schema.Article) == 1
    assert len(shown(stories.engine)) == 4
    assert verify(stories.engine) == []
    assert stories.ingest() == IngestSummary(read=2, stored=1, unchanged=1, claims=2)


def test_an_interrupt_within_an_article_leaves_nothing_of_it(
    stories: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = stories.write("harbour.txt", HARBOUR)

    def interrupt(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("db.ingest.store.link", interrupt)
        with pytest.raises(KeyboardInterrupt):
            stories.ingest(path)

    assert count(stories.engine, schema.Article) == 0
    assert count(stories.engine, schema.Claim) == 0
    assert stories.ingest(path).stored == 1


@on_sqlite
def test_more_articles_than_a_batch_are_all_stored(stories: Desk) -> None:
    for number in range(70):
        stories.write(f"{number:02}.txt", f"Story number {number}.\n")

    assert stories.ingest() == IngestSummary(read=70, stored=70)
    assert [Path(event.path).name for event in stories.events] == [
        f"{number:02}.txt" for number in range(70)
    ]


def test_an_article_without_a_name_for_its_outlet_has_none(stories: Desk) -> None:
    stories.ingest(stories.write("harbour.txt", HARBOUR))
    with stories.engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM outlet")) == 0


class Greedy(PreparedExtractor):
    """Takes all articles before it gives the first one back."""

    def extract_each(
        self, articles: Iterable[Article]
    ) -> Generator[tuple[Article, Extraction], None, None]:
        yield from super().extract_each(list(articles))


@on_sqlite
def test_a_text_that_is_being_extracted_is_not_stored_twice(stories: Desk) -> None:
    stories.extractor = Greedy(stories.extractor.prepared, failing=frozenset({"No.\n"}))
    for name, story in (
        ("1", HARBOUR),
        ("2", FERRY),
        ("3", HARBOUR),
        ("4", "No.\n"),
        ("5", "No.\n"),
    ):
        stories.write(f"{name}.txt", story)

    summary = stories.ingest()

    assert summary == IngestSummary(read=5, stored=2, duplicates=1, failed=2, claims=6)
    assert stories.outcomes["3.txt"] == "duplicate"
    assert stories.extractor.asked == [HARBOUR, FERRY, "No.\n", "No.\n"]


@on_sqlite
def test_a_text_is_free_once_the_article_that_had_it_is_stored_with_another(stories: Desk) -> None:
    stories.ingest(stories.write("1.txt", HARBOUR))
    stories.extractor = Greedy(stories.extractor.prepared)
    stories.write("1.txt", FERRY)
    stories.write("2.txt", HARBOUR)

    assert stories.ingest() == IngestSummary(read=2, stored=2, claims=6)
    assert stories.ingest() == IngestSummary(read=2, unchanged=2)
