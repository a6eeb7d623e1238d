"""Columns aligned by what they are on."""

from __future__ import annotations

import json

from tests.tui.cli.conftest import Run


def test_aligned_by_topic_each_claim_stands_once(run: Run) -> None:
    found = json.loads(
        run("compare", "--by", "article", "--align", "topic", "--format", "json").stdout
    )
    columns = json.loads(run("compare", "--by", "article", "--format", "json").stdout)["columns"]
    assert [one["key"] for one in found["columns"]] == [one["key"] for one in columns]
    for place, column in enumerate(columns):
        placed = [ident for one in found["shared"] for ident in one["claims"][place]]
        placed += found["alone"][place]
        assert sorted(placed) == sorted(claim["claim_id"] for claim in column["claims"])
    assert all(sum(map(bool, one["claims"])) > 1 for one in found["shared"])


def test_a_table_says_what_stands_only_in_one(run: Run) -> None:
    result = run("compare", "--by", "speaker", "--align", "topic")
    assert "▸ only here" in result.stdout
    assert " shared" in result.stderr
    assert run("compare", "--align", "topic", "--speaker", "fenn").stderr == (
        "claims: there is only one article to align\n"
    )
