"""An article that takes too much of the machine is refused, and the batch goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.cli.conftest import GRAIN, Run

TOLD = "cannot be extracted: it takes more than the limit of 0.5 s of processor time"


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The config file, which sets a limit that a long text is over and a short one is not."""
    path = tmp_path / "config.toml"
    path.write_text("article_seconds = 0.5")
    monkeypatch.setenv("CLAIMS_CONFIG", str(path))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A short article before and behind a long one."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.txt").write_text(GRAIN, encoding="utf-8")
    (folder / "b.txt").write_text(
        "".join(f"Fenn said that shed {number} was full.\n\n" for number in range(4000))
    )
    (folder / "c.txt").write_text(f"{GRAIN}\nNobody bought any.\n", encoding="utf-8")
    return folder


@pytest.mark.usefixtures("config")
@pytest.mark.parametrize("jobs", [1, 2])
def test_ingest_stores_the_rest(run: Run, folder: Path, tmp_path: Path, jobs: int) -> None:
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


def test_reextract_leaves_what_was_found(
    run: Run, folder: Path, tmp_path: Path, config: Path
) -> None:
    db = tmp_path / "new.db"

    def claims_of_the_long_one() -> list[dict[str, object]]:
        result = run("list", "--format", "json", "--limit", "1000", db=db)
        return [one for one in json.loads(result.stdout) if one["article_path"].endswith("b.txt")]

    long = folder / "b.txt"
    long.write_text("".join(f"Fenn said that shed {number} was full.\n\n" for number in range(500)))
    config.write_text("article_seconds = inf")
    run("ingest", folder, db=db)
    before = claims_of_the_long_one()
    config.write_text("article_seconds = 0.5")
    result = run("reextract", "--all", db=db)
    assert result.exit_code == 1
    assert result.stderr == f"claims: {long}: {TOLD}\n"
    assert result.stdout.startswith("found 3 articles: 2 extracted again")
    assert len(before) == 500
    assert claims_of_the_long_one() == before


def test_a_limit_that_is_no_limit_stops_before_anything_is_read(
    run: Run, folder: Path, config: Path
) -> None:
    config.write_text("article_seconds = 0")
    result = run("extract", folder)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"claims: {config}:1: article_seconds: write a number above 0\n"
