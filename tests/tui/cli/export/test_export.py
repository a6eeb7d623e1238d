"""``claims export``: claims into a file."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.export import FORMATS, FORMS
from tests.tui.cli.conftest import Run
from tui.cli.export import export as module


@pytest.mark.parametrize("name", ["claims.csv", "claims.json", "claims.jsonl"])
def test_the_format_goes_by_the_extension(run: Run, tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    result = run("export", "-o", target)
    assert result.exit_code == 0
    assert result.stdout == ""
    form = target.suffix.removeprefix(".")
    assert target.read_bytes() == run("list", "--format", form).stdout_bytes
    told, left_out = result.stderr.splitlines()
    assert told.startswith("claims: wrote ")
    assert told.endswith(f" claims to {target}")
    assert left_out.endswith("--all adds them")


def test_the_format_given_goes_before_the_extension(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "claims.txt"
    run("export", "-o", target, "--format", "jsonl", "--speaker", "okafor")
    speakers = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert speakers


def test_a_filtered_csv_reads_back(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "okafor.csv"
    run("export", "-o", target, "--speaker", "okafor", "--sort", "-published")
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["speaker"] for row in rows} == {"Mira Okafor"}
    assert [row["published"] for row in rows] == sorted(
        (row["published"] for row in rows), reverse=True
    )


def test_a_dash_is_standard_output(run: Run) -> None:
    result = run("export", "-o", "-", "--limit", "1", "--all")
    assert (
        result.stdout_bytes == run("list", "--format", "csv", "--limit", "1", "--all").stdout_bytes
    )
    assert result.stderr == ""


def test_a_file_is_replaced_as_a_whole(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    target.write_text("what was here before\n" * 10_000)
    assert run("export", "-o", target, "--limit", "1", "--force").exit_code == 0
    assert "before" not in target.read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["claims.csv"]


def test_a_folder_that_is_missing_is_named(run: Run, tmp_path: Path) -> None:
    result = run("export", "-o", tmp_path / "nowhere" / "claims.csv")
    assert result.exit_code == 1
    assert result.stderr.startswith("claims: ")
    assert "nowhere" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_folder_is_no_file(run: Run, tmp_path: Path) -> None:
    result = run("export", "-o", tmp_path)
    assert result.exit_code == 2
    assert "is a directory" in result.stderr


def test_without_a_name_the_file_is_called_by_its_filters(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("export", "--speaker", "okafor", "--since", "2022", "--format", "jsonl")
    assert result.exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["claims-okafor-2022.jsonl"]
    assert "to claims-okafor-2022.jsonl" in result.stderr


def test_columns_are_chosen_by_name_and_presets_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert run("columns", "type,speaker", "--save", "mine").exit_code == 0
    result = run("export", "-o", "-", "--columns", "@mine,note", "--limit", "1")
    assert result.stdout.splitlines()[0] == "type,speaker,note"


def test_a_wrong_column_is_told_before_anything_is_written(run: Run, tmp_path: Path) -> None:
    result = run("export", "-o", tmp_path / "x.csv", "--columns", "speakr")
    assert result.exit_code == 2
    assert "did you mean speaker?" in result.stderr
    assert [*tmp_path.iterdir()] == []


def test_the_formats_offered_are_those_that_can_be_written() -> None:
    assert module.FORMATS == FORMATS
    assert {form for form in FORMATS if not FORMS[form].columns} == set(module.TO_READ)


@pytest.mark.parametrize("form", ["md", "docx", "html"])
def test_what_is_to_be_read_is_called_as_asked(run: Run, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"read.{form}"
    result = run("export", "-o", target, "--title", "Harbours & ferries", "--style", "apa")
    assert result.exit_code == 0, result.stderr
    assert target.stat().st_size > 1000


def test_binary_formats_go_to_a_pipe_as_well(run: Run, tmp_path: Path) -> None:
    result = run("export", "-o", "-", "--format", "xlsx", "--columns", "speaker")
    (tmp_path / "out.xlsx").write_bytes(result.stdout_bytes)
    assert load_workbook(tmp_path / "out.xlsx")["claims"]["A1"].value == "speaker"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("x.md", "--columns", "short"), "--columns goes with tables, not with md"),
        (("x.csv", "--style", "apa"), "go with md, docx, html, not with csv"),
        (("x.html", "--template", "t.md"), "--template goes with md, not with html"),
        (("x.xlsx", "--raw"), "--raw goes with CSV only"),
        (("x.pdf",), ".pdf cannot be written; use .csv"),
    ],
)
def test_options_that_a_format_does_not_have_are_refused(
    run: Run, tmp_path: Path, args: tuple[str, ...], told: str
) -> None:
    result = run("export", "-o", tmp_path / args[0], *args[1:])
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_style_that_there_is_not_is_told_with_the_nearest(run: Run, tmp_path: Path) -> None:
    result = run("export", "-o", tmp_path / "x.md", "--style", "chicgo")
    assert result.exit_code == 2
    assert "no citation style 'chicgo'; did you mean chicago?" in result.stderr
    assert [*tmp_path.iterdir()] == []
