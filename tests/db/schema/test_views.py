"""Views in SQL tell what lists and exports tell."""

from __future__ import annotations

import csv
import io
from typing import Any

from sqlalchemy import Engine, text

from db.analysis.summary import list_articles, list_speakers
from db.connection.reading import reading
from db.export import export
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.schema.views import VIEWS


def read(engine: Engine, view: str) -> list[dict[str, Any]]:
    with reading(engine) as connection:
        return [dict(row) for row in connection.execute(text(f"SELECT * FROM {view}")).mappings()]


def exported(engine: Engine, line: str) -> dict[str, dict[str, str]]:
    out = io.StringIO(newline="")
    export(engine, out, "csv", query=parse_filter(line))
    rows = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
    return {row["claim_id"]: row for row in rows}


def test_they_have_the_columns_that_are_told(library: Engine) -> None:
    for name, view in VIEWS.items():
        rows = read(library, name)
        assert rows
        assert list(rows[0]) == list(view.columns)


def test_claims_are_those_of_an_export(library: Engine) -> None:
    found = {row["claim_id"]: row for row in read(library, "v_claims")}
    of_csv = exported(library, "include:all")
    assert found.keys() == of_csv.keys()
    for ident, row in found.items():
        for name in ("article_title", "outlet", "speaker", "source", "cue", "type", "content"):
            assert (row[name] or "") == of_csv[ident][name]
    joint = next(row for row in found.values() if row["speaker"] == "Ilse Brandt; Tom Achterberg")
    assert (joint["role"], joint["organization"]) == ("; former mayor", "City Rail Office; ")
    shown = {ident for ident, row in found.items() if row["first_look"]}
    assert shown == exported(library, "").keys()


def test_speakers_and_articles_are_those_of_lists(library: Engine) -> None:
    every = ClaimQuery(everything=True)
    speakers = {row["speaker_id"]: row for row in read(library, "v_speakers")}
    listed = {one.speaker.id: one for one in list_speakers(library, every)}
    assert {ident: (row["name"], row["claims"]) for ident, row in speakers.items()} == {
        ident: (one.speaker.label, one.claims) for ident, one in listed.items()
    }
    articles = {row["article_id"]: row["claims"] for row in read(library, "v_articles")}
    assert articles == {one.article_id: one.claims for one in list_articles(library, every)}
