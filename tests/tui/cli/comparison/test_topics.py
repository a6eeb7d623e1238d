"""``claims topics``: what claims are about."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from tests.tui.cli.conftest import Run


def topics(run: Run, *args: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("topics", "--format", "json", *args).stdout)
    return found


def test_the_greatest_first_with_their_numbers(run: Run) -> None:
    found = topics(run)
    claims = [one["claims"] for one in found]
    assert claims == sorted(claims, reverse=True)
    assert all(one["articles"] <= one["claims"] for one in found)


def test_a_topic_is_a_filter_by_its_id(run: Run) -> None:
    for one in topics(run, "--limit", "3"):
        listed = run("list", "--topic", one["topic_id"], "--format", "jsonl").stdout
        assert listed.count("\n") == one["claims"]


def test_filters_count_only_the_claims_that_match(run: Run) -> None:
    whole = {one["topic_id"]: one["claims"] for one in topics(run)}
    of_one = topics(run, "--speaker", "okafor")
    assert 0 < len(of_one) < len(whole)
    assert all(one["claims"] <= whole[one["topic_id"]] for one in of_one)


def test_table_and_csv(run: Run) -> None:
    [first, *_] = topics(run)
    table = run("topics", "--limit", "1")
    assert first["topic"] in table.stdout
    assert table.stderr.startswith("claims: showing 1 topic; --limit says how many\n")
    text = run("topics", "--format", "csv", "--sort", "topic").stdout
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    labels = [row["topic"].casefold() for row in rows]
    assert labels == sorted(labels)
