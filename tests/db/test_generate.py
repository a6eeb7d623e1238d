"""The generator of big archives makes sound ones, the same for the same seed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, inspect, select, text

from bench.exporting import asked
from bench.generate import fill
from bench.made_up.world import Scale
from bench.multiply import multiply
from bench.threads import make_threads
from db.archive import open_archive
from db.claims.view import open_view
from db.connection.engine import writing
from db.export.columns import COLUMNS
from db.export.writing import rows_in_words
from db.keeping.check import verify
from db.query.model import ClaimQuery
from db.schema import core as schema
from db.schema.comparison.threads import TextVector, Thread
from db.schema.identity import Entity
from tests.db.archives import Desk, Server, copy_of
from tests.db.stories import HARBOUR, harbour_claims

SMALL = Scale(claims=103, articles=10, speakers=25)


def test_a_generated_archive_is_sound_and_of_the_size_asked_for(archive: Engine) -> None:
    fill(archive, SMALL)
    assert verify(archive) == []
    with archive.connect() as connection:
        for table, wanted in (
            (schema.Claim, SMALL.claims),
            (schema.Article, SMALL.articles),
        ):
            assert connection.scalar(select(func.count()).select_from(table)) == wanted
        # Besides the speakers there are the organizations that they speak for.
        entities = connection.scalar(select(func.count()).select_from(Entity)) or 0
        assert entities > SMALL.speakers


def test_a_generated_archive_can_be_added_to(desk: Desk) -> None:
    fill(desk.engine, SMALL)
    desk.prepare(HARBOUR, *harbour_claims())
    desk.write("harbour.txt", HARBOUR)
    assert desk.ingest().claims == 4
    assert verify(desk.engine) == []


def test_threads_that_are_made_up_are_sound_too(archive: Engine) -> None:
    fill(archive, SMALL)
    with writing(archive) as connection:
        make_threads(connection)
    assert verify(archive) == []
    with archive.connect() as connection:
        vectors = connection.scalars(select(TextVector.vector)).all()
        several = connection.scalars(select(Thread.label).where(Thread.claims > 1)).all()
    assert len(set(vectors)) == 2 * SMALL.claims
    assert several
    assert None not in several


def test_a_seed_decides_everything(archive: Engine, sqlite_archive: Engine) -> None:
    fill(archive, SMALL)
    fill(sqlite_archive, SMALL)
    assert contents(archive) == contents(sqlite_archive)


def contents(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return set(connection.scalars(select(schema.Claim.public_id)))


def test_one_that_is_made_many_times_as_large_is_sound_too(
    template_file: Path, tmp_path: Path, server: Server
) -> None:
    small = copy_of(template_file, tmp_path)
    engine = open_archive(str(small))
    fill(engine, SMALL)
    before = contents(engine)
    engine.dispose()
    with server.database() as url, server.database() as other:
        for big, usual in ((str(tmp_path / "big.db"), str(small)), (url, other)):
            multiply(small, big, 4)
            engine = open_archive(big)
            assert verify(engine) == []
            assert len(contents(engine)) == 4 * SMALL.claims
            assert before < contents(engine)
            with engine.connect() as connection:
                assert connection.scalar(select(func.count()).select_from(schema.Article)) == 40
            assert indexes(engine) == indexes(open_archive(usual))
            engine.dispose()


def indexes(engine: Engine) -> set[tuple[str, str | None, tuple[str | None, ...]]]:
    there = inspect(engine)
    return {
        (table, index["name"], tuple(index["column_names"]))
        for table in there.get_table_names()
        for index in there.get_indexes(table)
    }


def test_only_what_the_generator_made_is_multiplied(archive_file: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="the numbers of its claims have gaps"):
        multiply(archive_file, str(tmp_path / "big.db"), 2)


@pytest.fixture
def archive_file(template_file: Path, tmp_path: Path) -> Path:
    """A made-up archive of which a claim is gone."""
    file = copy_of(template_file, tmp_path)
    engine = open_archive(str(file))
    fill(engine, SMALL)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM claim WHERE id = 5"))
    engine.dispose()
    return file


def test_an_archive_in_use_is_left_alone(archive: Engine) -> None:
    fill(archive, SMALL)
    with pytest.raises(ValueError, match="not empty"):
        fill(archive, SMALL)


WRITTEN_OTHERWISE = {"confidence", "speaker_confidence", "statement", "extracted_at"}
"""Numbers with more digits, a moment in another form."""


def test_a_shell_is_asked_for_what_the_export_writes(archive: Engine) -> None:
    """Of claims by one speaker; where there are several, the export marks who has no role."""
    fill(archive, SMALL)
    ids = open_view(archive, ClaimQuery(everything=True)).ids
    with archive.connect() as connection:
        there = connection.exec_driver_sql(asked(archive.dialect.name)).all()
    here = list(rows_in_words(archive, ids, COLUMNS))
    assert [row[0] for row in there] == [row[0] for row in here]
    several = COLUMNS.index("speaker_id")
    compared = 0
    for ours, shells in zip(here, there, strict=True):
        if ";" not in ours[several]:
            compared += 1
            assert cells(ours) == cells(["" if value is None else str(value) for value in shells])
    assert compared > SMALL.claims / 2


def cells(row: Sequence[str]) -> dict[str, str]:
    named = dict(zip(COLUMNS, row, strict=True))
    return {name: cell for name, cell in named.items() if name not in WRITTEN_OTHERWISE}
