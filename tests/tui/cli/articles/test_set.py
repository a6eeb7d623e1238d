"""``claims articles set``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.cli.articles.listed import articles, setting
from tests.tui.cli.conftest import Run


def test_set_shows_in_the_list_and_undo_takes_it_back(run: Run, archive: Path) -> None:
    args = ("--date", "2023-11", "--outlet", "Barley News", "--byline", "A", "--byline", "B")
    done = setting(run, archive, "grain.txt", *args)
    assert done.stdout == (
        "set outlet, byline and date of 1 article (undo with 'claims articles undo')\n"
    )
    grain = articles(run, archive)["grain.txt"]
    assert (grain["outlet"], grain["byline"]) == ("Barley News", ["A", "B"])
    assert (grain["published"], grain["published_precision"]) == ("2023-11-01", "month")
    assert grain["published_evidence"] == "set by ines"
    assert grain["corrected"] == ["outlet", "byline", "published"]
    undone = run("articles", "undo", db=archive)
    assert undone.stdout == "undone: set outlet, byline and date of 1 article\n"
    assert articles(run, archive)["grain.txt"]["published"] == "2023-10-03"
    assert "redone: set" in run("articles", "redo", db=archive).stdout
    history = json.loads(run("articles", "history", "--format", "json", db=archive).stdout)
    assert [one["what"] for one in history] == ["set"] * 3 + ["undo set"] * 3 + ["redo set"] * 3
    assert {one["who"] for one in history} == {"ines"}


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--date", "May"), "is not a date such as 2024-05-16"),
        (("--date", "2023-02-30"), "is not a date such as 2024-05-16"),
        (("--title", " "), "it is empty"),
        ((), "nothing to set"),
        (("--title", "x", "--clear", "title"), "title is given and cleared"),
    ],
)
def test_what_makes_no_sense_is_refused(
    run: Run, archive: Path, args: tuple[str, ...], told: str
) -> None:
    result = setting(run, archive, "grain.txt", *args)
    assert result.exit_code == 2
    assert told in result.stderr


def test_an_article_that_is_not_there(run: Run, archive: Path) -> None:
    result = run("articles", "set", "a0", "--title", "x", db=archive)
    assert result.exit_code != 0
    assert "there is no article a0" in result.stderr


def test_clear(run: Run, archive: Path) -> None:
    setting(run, archive, "ferry.html", "--clear", "published", "--clear", "byline")
    ferry = articles(run, archive)["ferry.html"]
    assert (ferry["published"], ferry["published_precision"], ferry["byline"]) == (
        None,
        "unknown",
        [],
    )
