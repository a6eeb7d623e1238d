"""Exports: what stands in the files, and that they are whole or not there."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from claims.claim import ClaimType
from db.claims.view import open_view
from db.connection.engine import writing
from db.export import (
    COLUMNS,
    EXTRA_COLUMNS,
    export,
    record,
    write_table,
)
from db.export.table import guarded
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from tests.db.library import BRIDGE, DEPOT, NIGHT, rows, stock

Row = dict[str, str]


@pytest.fixture
def shelf(sqlite_archive: Engine) -> Engine:
    """The library on trams, in a file."""
    stock(sqlite_archive)
    return sqlite_archive


CUE = COLUMNS[36:41]


def exported(engine: Engine, line: str = "", form: str = "csv", **options: bool) -> str:
    out = io.StringIO(newline="")
    export(engine, out, form, query=parse_filter(line), **options)  # type: ignore[arg-type]
    return out.getvalue()


def table(engine: Engine, line: str = "") -> list[Row]:
    return list(csv.DictReader(io.StringIO(exported(engine, line), newline="")))


def test_the_columns_of_the_contract_come_first_and_what_was_added_later_last(
    library: Engine,
) -> None:
    header = exported(library).partition("\r\n")[0]

    assert header == ",".join(COLUMNS)
    assert COLUMNS[:3] == ("claim_id", "article_id", "article_title")
    assert COLUMNS[17:19] == ("review", "published_precision")
    assert CUE == ("cue_lemma", "cue_class", "negated", "hedged", "prediction")
    assert COLUMNS[41:46] == ("note", "tags", "reviewed_by", "reviewed_at", "review_reason")
    assert all(name.startswith("original_") for name in COLUMNS[46:-1])
    assert COLUMNS[-1] == "story"


def test_what_the_cue_tells_of_stands_in_words(library: Engine) -> None:
    def told(line: str) -> list[list[str]]:
        return [[row[name] for name in CUE] for row in table(library, line)]

    assert told("article:depot is:negated") == [["decline", "denial", "true", "false", "false"]]
    assert told("article:night cue:fear") == [["fear", "emotion", "false", "false", "true"]]
    assert told("article:signals") == [["", "", "false", "false", "false"]]


def test_what_the_cue_tells_of_is_null_or_a_boolean_in_json(library: Engine) -> None:
    (signal,) = json.loads(exported(library, "article:signals", form="json"))
    (ticket,) = json.loads(exported(library, "is:hedged", form="json"))

    assert [signal[name] for name in CUE] == [None, None, False, False, False]
    assert [ticket[name] for name in CUE] == ["say", "demand", False, True, False]


def test_there_is_a_row_a_claim_in_the_order_of_the_query(library: Engine) -> None:
    everything = table(library)

    assert [row["claim_id"] for row in everything] == [row.claim_id for row in rows(library)]
    assert [row["type"] for row in table(library, "type:mixed")] == ["mixed"]
    assert [row["confidence"] for row in table(library, "sort:-confidence limit:2")] == [
        "0.95",
        "0.9",
    ]


def test_the_content_stands_verbatim_where_the_row_says(library: Engine) -> None:
    texts = {"/library/night.txt": NIGHT, "/library/depot.html": DEPOT}
    for row in table(library, "until:2023-05"):
        of_article = texts[row["article_path"]]
        pieces = [piece.split("-") for piece in row["content_spans"].split("; ")]
        words = [of_article[int(start) : int(end)] for start, end in pieces]
        assert "; ".join(words) == row["content"]
        assert (row["content_start"], row["content_end"]) == (pieces[0][0], pieces[-1][1])


def test_a_date_is_written_as_exactly_as_it_is_known(library: Engine) -> None:
    found = {row["published"]: row["published_precision"] for row in table(library)}

    assert found == {
        "2022-03-10": "day",
        "2023-05": "month",
        "2023-06-02": "day",
        "2024": "year",
        "": "unknown",
    }


def test_several_speakers_are_joined_and_stand_in_line_with_their_affiliations(
    library: Engine,
) -> None:
    (joint,) = table(library, "article:bridge speaker:brandt")

    assert joint["speaker"] == "Ilse Brandt; Tom Achterberg"
    assert joint["speaker_kind"] == "person; person"
    assert joint["role"] == "; former mayor"
    assert joint["organization"] == "City Rail Office; "
    assert joint["role_holder"] == "Ilse Brandt; Tom Achterberg"
    assert joint["role_evidence"] == "of the City Rail Office; a former mayor"
    assert joint["cue"] == "argued\nthat"
    for evidence, place in zip(
        joint["role_evidence"].split("; "), joint["role_evidence_spans"].split("; "), strict=True
    ):
        start, _, end = place.partition("-")
        assert BRIDGE[int(start) : int(end)] == evidence


def test_what_found_a_claim_and_where_its_text_comes_from_is_told(library: Engine) -> None:
    roof = table(library, "roof")[0]

    assert roof["byline"] == "Jonas Vik; Lu Ferro"
    assert roof["article_url"] == "https://ledger.example/depot"
    assert roof["published_evidence"] == "dateline"
    assert roof["speaker_as_named"] == "Ilse Brandt"
    assert len(roof["text_sha256"]) == 64
    assert (roof["model"], roof["tool_version"]) == ("prepared 1.0", "0.1")
    assert roof["extracted_at"] == "2024-06-01T12:00:00+00:00"
    assert (roof["review"], roof["text_version"]) == ("machine", "1")


def test_a_claim_of_an_unknown_speaker_has_empty_cells(library: Engine) -> None:
    (ticket,) = table(library, "tickets")

    for column in ("speaker", "speaker_kind", "role", "organization", "outlet", "role_evidence"):
        assert ticket[column] == ""


def test_json_has_the_same_names_with_lists_and_nothing_joined(library: Engine) -> None:
    found = json.loads(exported(library, "article:bridge", form="json"))

    assert list(found[0]) == list(COLUMNS)
    assert found[0]["speaker"] == ["Ilse Brandt", "Tom Achterberg"]
    assert found[0]["role"] == [None, "former mayor"]
    assert found[0]["organization"] == ["City Rail Office", None]
    assert found[0]["content_spans"] == [[found[0]["content_start"], found[0]["content_end"]]]
    assert found[0]["confidence"] == 0.85
    assert [one["published"] for one in found] == ["2023-06-02", "2023-06-02"]
    assert json.loads(exported(library, "speaker:nobody", form="json")) == []


def test_json_lines_are_the_same_objects_a_line_each(library: Engine) -> None:
    lines = exported(library, form="jsonl").splitlines()

    assert [json.loads(line) for line in lines] == json.loads(exported(library, form="json"))
    assert "Nadège Okafor" in "".join(lines)
    assert exported(library, "speaker:nobody", form="jsonl") == ""


def test_a_row_alone_is_recorded_under_the_same_names(library: Engine) -> None:
    row = rows(library, ClaimQuery(articles=("bridge",)))[0]
    (full, _) = json.loads(exported(library, "article:bridge", form="json"))

    assert record(row) == {n: full[n] for n in COLUMNS if n not in EXTRA_COLUMNS}


def test_claims_can_be_given_by_number(library: Engine, tmp_path: Path) -> None:
    first, second, *_ = open_view(library, ClaimQuery()).ids
    out = io.StringIO(newline="")

    assert export(library, out, "jsonl", ids=[second, 999_999, first]) == 2
    written = [json.loads(line)["claim_id"] for line in out.getvalue().splitlines()]
    assert written == [row.claim_id for row in reversed(rows(library)[:2])]


def test_pages_and_progress(library: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.export.writing.CHUNK", 4)
    told: list[tuple[int, int]] = []
    out = io.StringIO(newline="")

    written = export(library, out, "csv", progress=lambda done, of: told.append((done, of)))

    assert written == 10
    assert told == [(4, 10), (8, 10), (10, 10)]
    assert len(list(csv.reader(io.StringIO(out.getvalue(), newline="")))) == 11


# Spreadsheets.


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


CELLS = st.text() | st.text(alphabet="=+-@'\" ,;\r\n\t\u00a0＝x")


@given(st.lists(st.tuples(CELLS, CELLS, CELLS)))
def test_a_reader_of_csv_gets_raw_cells_back(cells: list[tuple[str, str, str]]) -> None:
    names = ("one", "two", "three")
    records = [dict(zip(names, row, strict=True)) for row in cells]
    out = io.StringIO(newline="")

    write_table(records, out, names, raw=True)

    assert list(csv.DictReader(io.StringIO(out.getvalue(), newline=""))) == records


@given(st.lists(st.tuples(CELLS, CELLS)))
def test_without_raw_only_an_apostrophe_is_added_and_no_cell_runs(
    cells: list[tuple[str, str]],
) -> None:
    names = ("one", "two")
    out = io.StringIO(newline="")

    write_table([dict(zip(names, row, strict=True)) for row in cells], out, names)

    _, *read = csv.reader(io.StringIO(out.getvalue(), newline=""))
    for row, written in zip(cells, read, strict=True):
        for cell, safe in zip(row, written, strict=True):
            assert safe in (cell, f"'{cell}")
            assert not safe.strip("\u00a0 \t\r\n").startswith(("=", "+", "-", "@", "＝"))


def test_raw_leaves_cells_and_excel_begins_with_the_mark(shelf: Engine) -> None:
    with writing(shelf) as connection:
        connection.execute(text("UPDATE article SET title = '=HYPERLINK(1)'"))

    assert "'=HYPERLINK(1)" in exported(shelf)
    assert "'=HYPERLINK(1)" not in exported(shelf, raw=True)
    assert exported(shelf, excel=True) == f"\ufeff{exported(shelf)}"
    assert '"=HYPERLINK(1)"' in exported(shelf, form="json")


def test_types_are_written_as_words(shelf: Engine) -> None:
    assert {row["type"] for row in table(shelf)} == {one.value for one in ClaimType}
