"""``claims extract``: the JSON lines of the contract, without a database."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.tui.cli.conftest import GRAIN
from tui.cli.main import cli


def extract(*args: str | Path) -> Result:
    return CliRunner().invoke(cli, ["extract", *map(str, args)])


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_text_that_stops_in_mid_sentence_is_printed_and_told(tmp_path: Path) -> None:
    path = tmp_path / "cut.txt"
    line = "The harbor master of {} said on Monday that the ferry would not sail again before the"
    path.write_text("\n\n".join(line.format(town) for town in ("Skell", "Lunt", "Harl", "Orr")))
    result = extract(path)
    assert result.exit_code == 0
    assert len(records(result)) == 1
    assert result.stderr.startswith(f"claims: {path}: ")
    assert "stop in mid-sentence" in result.stderr


def test_one_object_an_article_in_the_order_given(articles: Path) -> None:
    order = ["grain.txt", "ferry.html", "harbour.html"]
    result = extract(*(articles / name for name in order))
    assert result.exit_code == 0
    assert result.stderr == ""
    assert [record["article"] for record in records(result)] == order


def test_a_folder_is_read_in_the_order_of_names(articles: Path) -> None:
    names = [record["article"] for record in records(extract(articles))]
    assert names == ["ferry.html", "grain.txt", "harbour.html"]


def test_offsets_point_into_the_text_of_the_file(articles: Path) -> None:
    [record] = records(extract(articles / "grain.txt"))
    quoted = next(one for one in record["claims"] if one["type"] == "direct")
    content = [GRAIN[start:end] for start, end in quoted["content"]]
    assert "sleeping next to it" in content[0]
    assert quoted["speakers"][0]["name"] == "Ola Fenn"
    assert "body" not in record


def test_offsets_point_into_the_body_of_a_page(articles: Path) -> None:
    [record] = records(extract(articles / "ferry.html"))
    found = [
        record["body"][start:end] for claim in record["claims"] for start, end in claim["content"]
    ]
    assert any("A ferry without a pilot" in content for content in found)
    assert record["published"] == "2023-03-02"
    assert record["outlet"] == "Northern Ledger"


def test_the_output_is_utf8_whatever_the_locale(articles: Path) -> None:
    runner = CliRunner(charset="latin-1")
    result = runner.invoke(cli, ["extract", str(articles / "ferry.html")])
    assert result.exit_code == 0
    assert "café" in result.stdout_bytes.decode("utf-8")


def test_no_database_is_made(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMS_DB", str(tmp_path / "none.db"))
    assert extract(articles / "grain.txt").exit_code == 0
    assert not (tmp_path / "none.db").exists()


def test_a_failure_leaves_the_other_lines(articles: Path) -> None:
    (articles / "empty.txt").write_bytes(b"")
    result = extract(articles / "empty.txt", articles / "grain.txt", articles / "gone.txt")
    assert result.exit_code == 1
    assert [record["article"] for record in records(result)] == ["grain.txt"]
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == [
        str(articles / "empty.txt"),
        str(articles / "gone.txt"),
    ]


@pytest.mark.parametrize("command", [["extract"], ["ingest", "--db", "copy.db"]])
def test_a_file_that_may_not_be_read_stops_no_others(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    closed, opened = articles / "ferry.html", os.open

    def refused(path: Any, *args: Any, **more: Any) -> int:
        if str(path) == str(closed):
            raise PermissionError
        return opened(path, *args, **more)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.access", lambda path, *_, **__: str(path) != str(closed))
    monkeypatch.setattr("os.open", refused)
    paths = [str(closed), str(articles / "grain.txt")]
    result = CliRunner().invoke(cli, [*command, *paths])
    assert result.exit_code == 1
    assert f"claims: {closed}: no permission to read it" in result.stderr
    assert "1 stored" in result.stdout or [one["article"] for one in records(result)] == [
        "grain.txt"
    ]
