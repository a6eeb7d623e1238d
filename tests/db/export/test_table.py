"""CSV: what a reader gets back, and what no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.export import (
    table,
    write_table,
)
from db.export.table import MOST_IN_CELL, guarded, utf_16_length, without_controls


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1",
        "@name",
        "\t=1",
        "\tplain",
        "\rplain",
        "\nplain",
        " =1",
        "\u00a0=1",
        "\u3000 @x",
        "\ufeff=1",
        "\u200b=1",
        "\x00=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "- a list, from a press release",
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_prefixed(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["", " ", "plain", "– a dash of another kind", "1-2", "a=b", "'=1", "2023-05", "“=1”"]
)
def test_any_other_cell_stays(cell: str) -> None:
    assert guarded(cell) == cell


CELLS = st.text() | st.text(alphabet="=+-@'\" |,;\r\n\t\u00a0＝x")


@given(st.lists(st.tuples(CELLS, CELLS, CELLS)))
def test_a_reader_of_csv_gets_raw_cells_back(cells: list[tuple[str, str, str]]) -> None:
    names = ("one", "two", "three")
    records = [dict(zip(names, row, strict=True)) for row in cells]
    out = io.StringIO(newline="")

    write_table(records, out, names, raw=True)

    assert list(csv.DictReader(io.StringIO(out.getvalue(), newline=""))) == records


@given(st.lists(st.tuples(CELLS, CELLS)))
def test_without_raw_no_cell_runs_or_controls_and_nothing_else_changes(
    cells: list[tuple[str, str]],
) -> None:
    names = ("one", "two")
    out = io.StringIO(newline="")

    write_table([dict(zip(names, row, strict=True)) for row in cells], out, names)

    _, *read = csv.reader(io.StringIO(out.getvalue(), newline=""))
    for row, written in zip(cells, read, strict=True):
        for cell, safe in zip(row, written, strict=True):
            assert safe.removeprefix("'") == without_controls(cell.removeprefix("'"))
            controls = {char for char in safe if unicodedata.category(char) == "Cc"}
            assert controls <= set("\t\r\n")
            assert not safe.strip("\u00a0 \t\r\n").startswith(("=", "+", "-", "@", "＝"))


def test_a_formula_behind_whatever_a_spreadsheet_drops_is_found() -> None:
    dropped = [one for one in map(chr, range(0x10000)) if one.isspace() or one in "\x00\x9f\u200b"]
    assert len(dropped) > 25
    for one in dropped:
        assert one in table._SKIPPED
    assert not any(one.isprintable() for one in table._SKIPPED if one != " ")


def test_a_control_character_is_seen_and_takes_the_room_it_had() -> None:
    assert without_controls("a\x1b[2Jb\x00\x85\tc\r\nd") == "a\ufffd[2Jb\ufffd\ufffd\tc\r\nd"
    assert without_controls("naïve — “x” 习") == "naïve — “x” 习"


def test_for_a_spreadsheet_a_cell_is_cut_at_its_limit_and_told() -> None:
    fits, long, far = "é" * MOST_IN_CELL, "x" * (MOST_IN_CELL + 1), "𝄞" * (MOST_IN_CELL // 2 + 1)
    records = [{"one": fits, "two": long}, {"one": far}]
    out, whole = io.StringIO(newline=""), io.StringIO(newline="")

    assert write_table(records, out, ("one", "two"), excel=True) == 2
    assert write_table(records, whole, ("one", "two")) == 0

    _, (first, second), (third, _) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert first == fits
    assert second == long[: MOST_IN_CELL - 1] + "…"
    assert (third[-1], utf_16_length(third)) == ("…", MOST_IN_CELL)
    assert long in whole.getvalue()
    assert far in whole.getvalue()
