"""Workbooks: what openpyxl reads back."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy import Engine

from db.export import COLUMNS, export
from db.export import excel as module
from db.export.excel import write_claims
from db.export.table import MOST_IN_CELL, without_controls
from tests.db.export.exported import exported


def read(records: Sequence[Mapping[str, object]], columns: Sequence[str]) -> list[list[object]]:
    out = io.BytesIO()
    write_claims(records, out, columns)
    book = load_workbook(out)
    return [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]


def test_an_export_is_read_back_as_it_was(library: Engine, tmp_path: Path) -> None:
    path = tmp_path / "claims.xlsx"
    assert export(library, path, "xlsx") == (10, 0)
    sheet = load_workbook(path)["claims"]
    header, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    of_csv = list(csv.DictReader(io.StringIO(exported(library, raw=True), newline="")))
    assert header == list(COLUMNS)
    assert sheet.freeze_panes == "A2"
    for row, plain in zip(rows, of_csv, strict=True):
        for name, value in zip(COLUMNS, row, strict=True):
            if isinstance(value, bool):
                assert str(value).lower() == plain[name]
            elif isinstance(value, int | float):
                assert value == float(plain[name])
            else:
                assert (value or "") == plain[name]
    numbers = [row[COLUMNS.index("confidence")] for row in rows]
    assert all(isinstance(one, int | float) for one in numbers)
    assert {type(row[COLUMNS.index("hedged")]) for row in rows} == {bool}


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("x")', "#N/A", "+1", "-1", "@x", " =1", "1"])
def test_nothing_that_is_text_runs(text: str) -> None:
    out = io.BytesIO()
    write_claims([{"one": text}], out, ("one",))
    cell = load_workbook(out)["claims"]["A2"]
    assert (cell.value, cell.data_type) == (text, "s")


TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)


@settings(max_examples=40)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
def test_text_is_read_back_unchanged_but_for_controls(rows: list[tuple[str, str]]) -> None:
    written = [{"one": one, "two": two} for one, two in rows]
    _, *found = read(written, ("one", "two"))
    for row, (one, two) in zip(found, rows, strict=False):
        assert [value or "" for value in row] == [without_controls(one), without_controls(two)]


def test_a_long_cell_is_cut_and_counted() -> None:
    out = io.BytesIO()
    assert write_claims([{"one": "x" * 40_000}], out, ("one",)) == 1
    value = load_workbook(out)["claims"]["A2"].value
    assert value == "x" * (MOST_IN_CELL - 1) + "…"


def test_what_one_sheet_does_not_hold_goes_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 3)
    records = [{"one": number} for number in range(5)]
    assert read(records, ("one",)) == [["one"], [0], [1], ["one"], [2], [3], ["one"], [4]]
    assert read(records[:2], ("one",)) == [["one"], [0], [1]]
    assert read([], ("one",)) == [["one"]]
