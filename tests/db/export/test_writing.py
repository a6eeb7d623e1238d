"""Exports: what stands in the files, and that they are whole or not there."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, text

from claims.claim import ClaimType
from db.claims.view import open_view
from db.connection.engine import writing
from db.export import (
    Options,
    export,
)
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from tests.db.export.exported import exported, table
from tests.db.library import rows


@pytest.fixture
def shelf(library_file: Engine) -> Engine:
    """The library on trams, in a file."""
    return library_file


def test_there_is_a_row_a_claim_in_the_order_of_the_query(library: Engine) -> None:
    everything = table(library)

    assert [row["claim_id"] for row in everything] == [row.claim_id for row in rows(library)]
    assert [row["type"] for row in table(library, "type:mixed")] == ["mixed"]
    assert [row["confidence"] for row in table(library, "sort:-confidence limit:2")] == [
        "0.95",
        "0.9",
    ]


def test_claims_can_be_given_by_number(library: Engine, tmp_path: Path) -> None:
    first, second, *_ = open_view(library, ClaimQuery()).ids
    out = io.StringIO(newline="")

    assert export(library, out, "jsonl", ids=[second, 999_999, first]).claims == 2
    written = [json.loads(line)["claim_id"] for line in out.getvalue().splitlines()]
    assert written == [row.claim_id for row in reversed(rows(library)[:2])]


def test_columns_are_written_as_chosen_in_every_format(library: Engine) -> None:
    chosen = Options(columns=("note", "speaker", "confidence"))

    def written(form: str) -> str:
        out = io.StringIO(newline="")
        export(library, out, form, query=parse_filter("article:bridge"), options=chosen)
        return out.getvalue()

    header, joint, _ = csv.reader(io.StringIO(written("csv"), newline=""))
    assert header == ["note", "speaker", "confidence"]
    assert joint == ["", "Ilse Brandt; Tom Achterberg", "0.85"]
    (first, _) = json.loads(written("json"))
    assert first == {
        "note": None,
        "speaker": ["Ilse Brandt", "Tom Achterberg"],
        "confidence": 0.85,
    }
    assert json.loads(written("jsonl").splitlines()[0]) == first


@pytest.mark.parametrize(
    ("form", "columns", "asked"),
    [
        ("csv", None, set()),
        ("csv", ("claim_id", "page"), {"page"}),
        ("xlsx", None, set()),
        ("jsonl", None, {"page", "claim_relation"}),
    ],
)
def test_what_a_file_does_not_tell_is_not_asked_for(
    library: Engine, form: str, columns: tuple[str, ...] | None, asked: set[str]
) -> None:
    statements: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(library, "before_cursor_execute", note)
    export(library, io.BytesIO(), form, options=Options(columns=columns))
    event.remove(library, "before_cursor_execute", note)

    words = set(" ".join(statements).replace("(", " ").split())
    assert words & {"page", "claim_relation"} == asked


def test_raw_leaves_cells_and_excel_begins_with_the_mark(shelf: Engine) -> None:
    with writing(shelf) as connection:
        connection.execute(text("UPDATE article SET title = '=HYPERLINK(1)'"))

    assert "'=HYPERLINK(1)" in exported(shelf)
    assert "'=HYPERLINK(1)" not in exported(shelf, raw=True)
    assert exported(shelf, excel=True) == f"\ufeff{exported(shelf)}"
    assert '"=HYPERLINK(1)"' in exported(shelf, form="json")


def test_types_are_written_as_words(shelf: Engine) -> None:
    assert {row["type"] for row in table(shelf)} == {one.value for one in ClaimType}
