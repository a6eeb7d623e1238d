"""``claims speakers merge|split|suggest|rename|alias|show|import|undo|history``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.tui.cli.conftest import Run as RunOn


class Run:
    """Runs the command on an archive of the test's own."""

    def __init__(self, on: RunOn, archive: Path) -> None:
        self._on = on
        self._archive = archive

    def __call__(self, *args: str, code: int = 0) -> Result:
        result = self._on(*args, db=self._archive)
        assert result.exit_code == code, result.output
        return result


@pytest.fixture(name="run")
def _run(run: RunOn, archive: Path) -> Run:
    return Run(run, archive)


@pytest.fixture(autouse=True)
def _author(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_USER", "ines")


def shown(run: Run, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("speakers", "show", name, "--format", "json").stdout)
    return found


def test_a_merge_shows_in_the_list_and_is_undone(run: Run) -> None:
    done = run("speakers", "merge", "Mira Okafor", "tomas brandt")
    assert done.stdout.startswith("merge Tomas Brandt into Mira Okafor (undo with ")
    assert shown(run, "brandt")["speaker"] == "Mira Okafor"
    rows = json.loads(run("list", "--speaker", "brandt", "--format", "json").stdout)
    assert {name for row in rows for name in row["speaker"]} == {"Mira Okafor"}

    run("speakers", "undo")
    assert shown(run, "brandt")["speaker"] == "Tomas Brandt"
    [act] = json.loads(run("speakers", "history", "--format", "json").stdout)
    assert (act["author"], act["undone"]) == ("ines", True)


def test_show_tells_affiliations_with_dates_articles_and_evidence(run: Run) -> None:
    okafor = shown(run, "okafor")
    assert [
        (affiliation["role"], affiliation["first"]) for affiliation in okafor["affiliations"]
    ] == [
        ("senior fellow", "2022-06-14"),
        ("director", "2023-03-02"),
    ]
    text = run("speakers", "show", "okafor").stdout
    assert "2023-03-02  director, Tallinn Policy Centre" in text
    assert "“Mira Okafor, director of the Tallinn Policy Centre”" in text


def test_rename_and_alias(run: Run) -> None:
    run("speakers", "rename", "okafor", "Mira O.", "--by", "bo")
    run("speakers", "alias", "okafor", "The Grain Lady")
    page = shown(run, "grain lady")
    assert page["speaker"] == "Mira O."
    assert [act["author"] for act in page["acts"]] == ["ines", "bo"]


def test_an_import_tells_what_was_new(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "known.csv"
    path.write_text("name,aliases,wikidata\nMira Okafor,M. O. Okafor,Q42\n", encoding="utf-8")
    assert "1 new id, 1 new alias" in run("speakers", "import", str(path)).stdout
    assert run("speakers", "import", str(path)).stdout == (
        "read 1 speaker, 0 new ids, 0 new aliases, 0 new affiliations\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told", "code"),
    [
        (("show", "nobody"), "there is no speaker called 'nobody'", 2),
        (("merge", "okafor"), "Missing argument 'OTHERS...'", 2),
        (("merge", "okafor", "okafor"), "is one with Mira Okafor already", 2),
        (("split", "okafor"), "give either a name to split off or --article", 2),
        (("split", "okafor", "brandt"), "there is no speaker called 'brandt'", 2),
        (("split", "okafor", "--article", "a0"), "does not speak in a0", 2),
        (("suggest", "--accept", "99"), "there is no suggestion 99", 2),
        (("undo",), "there is nothing to undo", 2),
        (("undo", "7"), "there is no act 7", 2),
        (("rename", "okafor", "…"), "'…' is not a name", 2),
        (("import", "nothing.csv"), "nothing.csv: No such file or directory", 1),
        (("--limit", "1", "show", "okafor"), "--limit does not go with show", 2),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    run: Run, arguments: tuple[str, ...], told: str, code: int
) -> None:
    result = run("speakers", *arguments, code=code)
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert "nothing was judged yet" in run("speakers", "history").stderr
