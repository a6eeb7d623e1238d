"""Tables of articles."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from claims.reading import Options, ReadingError
from tests.claims.reading.formats.samples import (
    BODY,
    P1,
    TITLE,
    article,
    articles,
    outcomes,
    passed_over,
    texts,
    written,
)

TEXT = "\n\n".join(BODY)
ROWS = [
    {"headline": TITLE, "body": TEXT, "date": "2023-05-03", "authors": "Marit Solheim; Karl Ness"},
    {"headline": "No text", "body": "", "date": "", "authors": ""},
    {"headline": "Second title", "body": TEXT.replace("ferry", "tram"), "date": "", "authors": ""},
]


def table(rows: list[dict[str, str]], delimiter: str = ",") -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, rows[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def parquet(rows: list[dict[str, str]]) -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet as files

    buffer = io.BytesIO()
    files.write_table(pyarrow.Table.from_pylist(rows), buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", table(ROWS)),
        ("a.csv", table(ROWS, ";")),
        ("a.tsv", table(ROWS, "\t")),
        ("a.csv", "\ufeff" + table(ROWS)),
        ("a.csv", table(ROWS).encode("cp1252")),
        ("a.jsonl", "\n".join(json.dumps(row) for row in ROWS)),
        ("a.parquet", None),
    ],
    ids=["comma", "semicolon", "tab", "mark", "windows", "jsonl", "parquet"],
)
def test_each_row_with_text_is_an_article(
    tmp_path: Path, name: str, data: str | bytes | None
) -> None:
    path = written(tmp_path, name, parquet(ROWS) if data is None else data)
    first, second = articles(path)
    assert (first.path, second.path) == (f"{path}#1", f"{path}#3")
    assert (first.title, first.text) == (TITLE, TEXT)
    assert first.byline == ("Marit Solheim", "Karl Ness")
    assert str(first.published.value) == "2023-05-03"
    assert texts(first) == BODY


def test_a_row_without_text_is_passed_over(tmp_path: Path) -> None:
    assert passed_over(written(tmp_path, "a.csv", table(ROWS))) == ["entries without text"]
    lines = "\n".join(json.dumps(row) for row in ROWS)
    assert passed_over(written(tmp_path, "a.jsonl", lines)) == ["entries without text"]


def test_a_column_without_a_name_is_none_of_an_article(tmp_path: Path) -> None:
    """As pandas writes the numbers of rows."""
    rows = [{"": str(number), **row} for number, row in enumerate(ROWS)]
    path = written(tmp_path, "a.csv", table(rows))
    first = articles(path)[0]
    assert (first.path, first.title, first.outlet, first.url) == (f"{path}#1", TITLE, None, None)


def test_fields_within_others_are_told_with_dots(tmp_path: Path) -> None:
    record = {"id": "a", "title": TITLE, "content": {"words": TEXT}, "source": {"name": "Courier"}}
    path = written(tmp_path, "a.jsonl", json.dumps(record))
    found = article(path, Options(columns={"text": "content.words"}))
    assert (found.title, found.text, found.outlet) == (TITLE, TEXT, "Courier")


def test_a_text_may_be_given_by_its_paragraphs(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", json.dumps({"title": TITLE, "text": BODY}))
    assert texts(article(path)) == BODY


def test_columns_of_other_names_are_told(tmp_path: Path) -> None:
    rows = [{"Kopf": TITLE, "Inhalt": TEXT}]
    path = written(tmp_path, "a.csv", table(rows))
    with pytest.raises(ReadingError, match=r"known to be the text \(Kopf, Inhalt\)"):
        outcomes(path)
    found = article(path, Options(columns={"text": "inhalt", "title": "Kopf"}))
    assert (found.title, found.text) == (TITLE, TEXT)


def test_a_bad_line_fails_alone(tmp_path: Path) -> None:
    lines = [json.dumps(ROWS[0]), "{no json", "[1]", json.dumps(ROWS[2])]
    found = outcomes(written(tmp_path, "a.jsonl", "\n".join(lines)))
    told = [str(one) for one in found if isinstance(one, ReadingError)]
    assert len(found) == 4
    assert "line 2 is no JSON" in told[0]
    assert "line 3 is no object" in told[1]


def test_a_table_without_texts_names_its_columns(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", json.dumps({"Kopf": TITLE, "Inhalt": TEXT}))
    with pytest.raises(
        ReadingError, match=r"no column .*\(Kopf, Inhalt\); say --columns text=NAME"
    ):
        outcomes(path)


def test_a_cell_may_hold_markup(tmp_path: Path) -> None:
    row = {"title": TITLE, "html": "".join(f"<p>{one}</p>" for one in BODY)}
    assert texts(article(written(tmp_path, "a.jsonl", json.dumps(row)))) == BODY


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("ending", ["csv", "jsonl", "json"])
def test_tables_are_read_in_whatever_encoding_they_are(
    tmp_path: Path, encoding: str, ending: str
) -> None:
    lines = [json.dumps(row, ensure_ascii=False) for row in (ROWS[0], ROWS[2])]
    told = {"csv": table(ROWS, ";"), "jsonl": "\n".join(lines), "json": f"[{','.join(lines)}]"}
    path = written(tmp_path, f"a.{ending}", told[ending].encode(encoding))
    first, second = articles(
        path, Options(encoding="windows-1252" if encoding == "cp1252" else None)
    )
    assert (first.title, first.text) == (TITLE, TEXT)
    assert second.title == "Second title"


def test_lines_that_are_not_in_utf8_say_so(tmp_path: Path) -> None:
    row = json.dumps({"title": "Ébène", "text": TEXT}, ensure_ascii=False)
    [error] = outcomes(written(tmp_path, "a.jsonl", row.encode("cp1252")))
    assert "line 1 is not in UTF-8; say in what with --encoding" in str(error)


def test_the_encoding_of_lines_may_be_told(tmp_path: Path) -> None:
    row = json.dumps({"title": "Паром", "text": TEXT}, ensure_ascii=False)
    path = written(tmp_path, "a.jsonl", row.encode("cp1251", "replace"))
    assert article(path, Options(encoding="windows-1251")).title == "Паром"


def test_a_table_may_say_what_parts_its_cells(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "sep=|\r\n" + table(ROWS, "|"))
    assert [one.path for one in articles(path)] == [f"{path}#1", f"{path}#3"]


def test_a_quotation_mark_that_is_never_closed_is_told(tmp_path: Path) -> None:
    rows = table([ROWS[0]]) + f'Third,"{TEXT},,\nFourth,{P1},,\n'
    first, error = outcomes(written(tmp_path, "a.csv", rows))
    assert not isinstance(first, ReadingError)
    assert "a quotation mark in row 2 is never closed; the rest is not read" in str(error)


@pytest.mark.parametrize("stamp", [1683108000, 1683108000.5, 1683108000000, 20230503, "20230503"])
def test_dates_may_be_numbers(tmp_path: Path, stamp: object) -> None:
    row = {"title": TITLE, "text": TEXT, "published": stamp}
    found = article(written(tmp_path, "a.jsonl", json.dumps(row)))
    assert str(found.published.value) == "2023-05-03"
    assert article(written(tmp_path, "b.jsonl", json.dumps({**row, "published": 7}))).published == (
        article(written(tmp_path, "c.jsonl", json.dumps({**row, "published": None}))).published
    )


@pytest.mark.parametrize("name", ["news.csv", "news.parquet", "news.jsonl", "news.json"])
def test_a_column_that_is_told_but_not_there_is_named_before_anything_is_read(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    told = {
        ".csv": lambda: table(ROWS).encode(),
        ".parquet": lambda: parquet(ROWS),
        ".jsonl": lambda: "\n".join(map(json.dumps, ROWS)).encode(),
        ".json": lambda: json.dumps(ROWS).encode(),
    }
    path.write_bytes(told[path.suffix]())
    with pytest.raises(ReadingError, match=r"no column 'heading' for the title \(headline, body"):
        articles(path, Options(columns={"title": "heading"}))
    assert len(articles(path, Options(columns={"title": "HEADLINE"}))) == 2


def test_a_field_that_no_object_has_is_told_of_wide_characters_too(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", "\n".join(map(json.dumps, ROWS)).encode("utf-16"))
    with pytest.raises(ReadingError, match="no column 'heading' for the title"):
        articles(path, Options(columns={"title": "heading"}))
    assert articles(path, Options(columns={"title": "headline"}))[1].title == "Second title"


def test_objects_need_not_have_all_fields_that_are_told(tmp_path: Path) -> None:
    lines = [{"body": TEXT}, {"body": TEXT.replace("ferry", "tram"), "heading": "Trams"}]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    found = articles(path, Options(columns={"title": "heading"}))
    assert found[1].title == "Trams"
