"""``claims stories`` and ``claims compare --rebuild``."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.claims.comparison.stories.prose import FERRY, OTHER_LEAD, body
from tests.tui.cli.conftest import Run


@pytest.fixture
def copied(run: Run, archive: Path, articles: Path) -> Path:
    """The archive with one more article, and that again with another lead."""
    new = [articles / "ferry.txt", articles / "again.txt"]
    new[0].write_text(body(FERRY), encoding="utf-8")
    new[1].write_text(body(OTHER_LEAD, FERRY[1:]), encoding="utf-8")
    result = run("ingest", *new, db=archive)
    assert result.exit_code == 0, result.stderr
    return archive


def stories(run: Run, db: Path, *args: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        run("stories", "--format", "json", *args, db=db).stdout
    )
    return found


def test_copies_are_listed_as_the_contract_has_them(run: Run, copied: Path) -> None:
    (story,) = stories(run, copied)
    first, second = story["articles"]
    assert set(first) >= {"article_id", "path", "title", "published", "copy", "overlap"}
    assert (first["copy"], first["overlap"], second["copy"]) == (False, 1.0, True)
    assert 0.8 < second["overlap"] < 1
    assert len(stories(run, copied, "--all")) == 4
    assert stories(run, copied, "--story", story["story"]) == [story]
    assert stories(run, copied, "--article", "grain") == []


def test_table_and_csv(run: Run, copied: Path) -> None:
    table = run("stories", db=copied)
    assert table.stderr == "claims: 1 story of 2 articles\n"
    assert len(table.stdout.splitlines()) == 3
    text = run("stories", "--all", "--format", "csv", db=copied).stdout
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["copy"] for row in rows] == ["false", "true", *["false"] * 3]


def test_nothing_copied_is_told(run: Run) -> None:
    result = run("stories")
    assert (result.stdout, result.stderr) == ("", "claims: no article is a copy of another\n")


def test_counts_of_articles_tell_the_stories(run: Run, copied: Path) -> None:
    counted = run("articles", db=copied).stderr
    assert counted.splitlines()[0] == "claims: 5 articles, 4 stories"
    alone = run("articles", "--no-copy", db=copied).stderr
    assert alone.splitlines()[0] == "claims: 4 articles"
    text = run("list", "--format", "csv", db=copied).stdout
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len({row["story"] for row in rows}) < len({row["article_id"] for row in rows})


def test_all_is_compared_anew(run: Run, copied: Path) -> None:
    before = stories(run, copied, "--all")
    told = json.loads(run("compare", "--rebuild", "--format", "json", db=copied).stdout)
    assert {name: told[name] for name in ("stories", "threads", "relations")} == {
        "stories": 1,
        "threads": 5,
        "relations": 0,
    }
    assert told["seconds"] > 0
    assert stories(run, copied, "--all") == before
    words = run("compare", "--rebuild", db=copied)
    assert words.stdout.startswith("compared anew: 1 story of several articles")
    assert run("compare", "--rebuild", "--speaker", "okafor", db=copied).exit_code == 2


@pytest.mark.parametrize("how", ["option", "setting"])
def test_comparison_can_be_switched_off(
    run: Run, archive: Path, articles: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    (articles / "more.txt").write_text((articles / "grain.txt").read_text("utf-8") + "\nMore.\n")
    off = ["--no-compare"] if how == "option" else []
    if how == "setting":
        config = archive.with_name("config.toml")
        config.write_text("compare = false")
        monkeypatch.setenv("CLAIMS_CONFIG", str(config))
    run("ingest", *off, articles / "more.txt", db=archive)
    result = run("stories", db=archive)
    assert result.stdout == ""
    assert "1 article not compared yet; 'claims compare --rebuild'" in result.stderr
    with sqlite3.connect(archive) as connection:
        assert connection.execute("SELECT count(*) FROM article_sample").fetchone() == (3,)
