"""An article that takes too much of the machine is refused, and the batch goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.extraction import parallel
from claims.processes.worker import Worker
from tests.tui.cli import hostile
from tests.tui.cli.conftest import GRAIN, Run

TOLD = "cannot be extracted: it takes more than the limit of 0.5 s of processor time"


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The config file, which sets a limit; of the articles only the hostile one takes any time."""
    path = tmp_path / "config.toml"
    path.write_text("article_seconds = 0.5\ncompare = false\n")
    monkeypatch.setenv("CLAIMS_CONFIG", str(path))
    monkeypatch.setattr(parallel, "prepare", hostile.prepare)
    # None that is kept, as those have the model.
    monkeypatch.setattr(parallel, "Worker", Worker)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A harmless article before and behind a hostile one."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.txt").write_text(GRAIN, encoding="utf-8")
    (folder / "b.txt").write_text(f"{GRAIN}\n{hostile.HOSTILE}\n", encoding="utf-8")
    (folder / "c.txt").write_text(f"{GRAIN}\nNobody bought any.\n", encoding="utf-8")
    return folder


@pytest.mark.usefixtures("config")
@pytest.mark.parametrize("jobs", [1, 2])
def test_ingest_stores_the_rest(
    run: Run, folder: Path, tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "PARALLEL_FROM", 1)
    result = run("ingest", folder, "--jobs", str(jobs), db=tmp_path / "new.db")
    assert result.exit_code == 1
    assert result.stderr == f"claims: {folder / 'b.txt'}: {TOLD}\n"
    assert result.stdout.startswith("read 3 articles: 2 stored")


@pytest.mark.usefixtures("config")
def test_extract_prints_the_rest(run: Run, folder: Path) -> None:
    result = run("extract", folder)
    assert result.exit_code == 1
    assert result.stderr == f"claims: {folder / 'b.txt'}: {TOLD}\n"
    names = [json.loads(line)["article"] for line in result.stdout.splitlines()]
    assert names == ["a.txt", "c.txt"]


@pytest.mark.usefixtures("config")
def test_reextract_leaves_what_was_found(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "new.db"

    def claims_of_the_hostile_one() -> list[dict[str, object]]:
        result = run("list", "--all", "--format", "json", db=db)
        return [one for one in json.loads(result.stdout) if one["article_path"].endswith("b.txt")]

    monkeypatch.setattr(parallel, "prepare", hostile.prepare_patient)
    assert run("ingest", folder, db=db).exit_code == 0
    before = claims_of_the_hostile_one()
    monkeypatch.setattr(parallel, "prepare", hostile.prepare)
    result = run("reextract", "--all", db=db)
    assert result.exit_code == 1
    assert result.stderr == f"claims: {folder / 'b.txt'}: {TOLD}\n"
    assert result.stdout.startswith("found 3 articles: 2 extracted again")
    assert len(before) == 1
    assert claims_of_the_hostile_one() == before


def test_a_limit_that_is_no_limit_stops_before_anything_is_read(
    run: Run, folder: Path, config: Path
) -> None:
    config.write_text("article_seconds = 0")
    result = run("extract", folder)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"claims: {config}:1: article_seconds: write a number above 0\n"
