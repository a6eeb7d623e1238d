"""``claims articles``: what is stored, and how much each article claims."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from tests.tui.cli.conftest import Run


def articles(run: Run, *args: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("articles", "--format", "json", *args).stdout)
    return found


def test_articles_come_by_date_with_their_numbers(run: Run) -> None:
    found = articles(run)
    assert [one["published"] for one in found] == ["2022-06-14", "2023-03-02", "2023-10-03"]
    assert found[1]["article_title"] == "The ferries that never sailed"
    assert found[1]["outlet"] == "Northern Ledger"
    assert found[1]["byline"] == ["Ines Calder"]
    assert found[1]["claims"] >= 3
    assert found[1]["speakers"] >= 2


def test_the_numbers_add_up_to_the_list(run: Run) -> None:
    listed = run("list", "--format", "jsonl").stdout.count("\n")
    assert sum(one["claims"] for one in articles(run)) == listed


def test_filters_count_only_the_claims_that_match(run: Run) -> None:
    found = articles(run, "--speaker", "okafor")
    assert [one["outlet"] for one in found] == ["Quayside Chronicle", "Northern Ledger"]
    assert all(one["speakers"] == 1 for one in found)


def test_sorted_with_what_is_unknown_last(run: Run) -> None:
    outlets = [one["outlet"] for one in articles(run, "--sort", "-outlet")]
    known = [outlet for outlet in outlets if outlet]
    assert known == sorted(known, reverse=True)
    assert outlets[: len(known)] == known


def test_table_and_csv(run: Run) -> None:
    table = run("articles", "--limit", "1")
    assert "Harbour plan divides Velmora" in table.stdout
    assert articles(run)[0]["article_id"] in table.stdout
    assert table.stderr.startswith("claims: showing 1 article; --limit says how many\n")
    text = run("articles", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows[0]["byline"] == "Ines Calder"
    assert [row["published"] for row in rows] == [one["published"] for one in articles(run)]
