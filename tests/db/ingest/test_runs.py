"""Runs of extraction."""

from __future__ import annotations

from sqlalchemy import Engine, select

import claims
from db.ingest.runs import begin_run, finish_run, versions
from db.schema.core import Run
from tests.db.archives import PreparedExtractor


def test_a_run_tells_what_extracts_and_when_it_ended(archive: Engine) -> None:
    extractor = PreparedExtractor(model_name="small", model_version="7")
    first, second = begin_run(archive, extractor), begin_run(archive, extractor)
    finish_run(archive, first)
    with archive.connect() as connection:
        rows = connection.execute(select(Run).order_by(Run.id)).all()
    assert [row.id for row in rows] == [first, second]
    assert {(row.tool_version, row.model_name, row.model_version) for row in rows} == {
        versions(extractor)
    }
    assert versions(extractor).tool_version == claims.__version__
    assert [row.finished_at is None for row in rows] == [False, True]
    assert rows[0].public_id != rows[1].public_id
