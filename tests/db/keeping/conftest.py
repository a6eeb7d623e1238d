"""An archive in which people have judged much, shared by the tests that damage it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from sqlalchemy import Engine, insert, select

from claims.claim import Claim, Phrase, Span
from claims.relation import Relation, RelationState
from db.archive import open_archive
from db.comparison.relations.judgements import judge_relation
from db.comparison.threads.judgements import label, part
from db.connection.engine import writing
from db.identity.decisions import merge
from db.query.saved_views import save_view
from db.review.actions import accept, note, reject, tag
from db.schema import core as schema
from db.schema.base import Base
from db.schema.comparison.relations import ClaimRelation
from tests.db.archives import Desk, copy_of
from tests.db.conftest import Filled
from tests.db.stories import FERRY, HARBOUR, ferry_claims, harbour_claims

FAILED_AT: Final = datetime(2024, 6, 1, 12, tzinfo=UTC)


TOPICS: Final = {"dry winters": "dry winter", "Nine days": "nine day"}
"""What claims here are about, as written, with the words that its spellings share."""


def about(text: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The same claims with their topics."""
    for one in claims:
        phrases = (
            Phrase(Span(at, at + len(written)), tuple(words.split()))
            for span in one.content
            for written, words in TOPICS.items()
            if (at := text.find(written, span.start, span.end)) >= 0
        )
        yield replace(one, phrases=tuple(phrases))


def stock(desk: Desk) -> None:
    """Two articles and a copy of one, with something judged of everything."""
    copied = HARBOUR.replace("by a metre", "by a yard")
    desk.prepare(HARBOUR, *about(HARBOUR, harbour_claims()))
    desk.prepare(FERRY, *about(FERRY, ferry_claims()))
    desk.prepare(copied)
    for name, text in (("1.txt", HARBOUR), ("2.txt", FERRY), ("3.txt", copied)):
        desk.write(name, text)
    desk.ingest()
    engine = desk.engine
    accept(engine, [1], "ines")
    reject(engine, [6], "omar", "no claim")
    note(engine, [2], "Ask the Port Institute", "ines")
    tag(engine, [2, 5], ["Weather"], "ines")
    merge(engine, "Mara Lindqvist", ["Émile Örn"], "omar")
    save_view(engine, "Mine", "speaker:lindqvist")
    with writing(engine) as connection:
        public = dict(connection.execute(select(schema.Claim.id, schema.Claim.public_id)).all())
        row = {"left_id": 1, "right_id": 5, "relation": Relation.UPDATES.value, "score": 0.5}
        suggested = RelationState.SUGGESTED.value
        connection.execute(
            insert(ClaimRelation), {**row, "evidence": '["nine"]', "state": suggested}
        )
        failed = {"file": "/a.pdf", "path": "a.pdf", "reason": "no text", "failed_at": FAILED_AT}
        connection.execute(insert(Base.metadata.tables["failed_file"]), failed)
    judge_relation(engine, public[1], public[5], RelationState.CONFIRMED, "ines")
    part(engine, public[1], public[5], "ines")
    label(engine, public[2], "Winters without frost", "ines")


@pytest.fixture(scope="session")
def _sound() -> Iterator[dict[str, Engine]]:
    """The archives that tests share, by backend: none refuses commits, as copying ends in one."""
    made: dict[str, Engine] = {}
    yield made
    for engine in made.values():
        engine.dispose()


@pytest.fixture
def sound(
    backend: str,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    _sound: dict[str, Engine],
) -> Engine:
    """The archive, on each backend, for tests that leave it as it is."""
    if backend not in _sound:
        if backend == "sqlite":
            template = request.getfixturevalue("template_file")
            url = str(copy_of(template, tmp_path_factory.mktemp("sound")))
        else:
            template = request.getfixturevalue("template_database")
            url = request.getfixturevalue("server").create(template)
        _sound[backend] = open_archive(url)
        _stocked(_sound[backend])
    return _sound[backend]


@pytest.fixture
def own(copied: Filled) -> Engine:
    """Another archive of the same content, on each backend, for a test that changes it."""
    return copied(_stocked)


def _stocked(engine: Engine) -> None:
    with TemporaryDirectory() as folder:
        stock(Desk(engine, Path(folder), compares=True))
