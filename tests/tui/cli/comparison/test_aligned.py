"""Columns aligned by what they are on."""

from __future__ import annotations

import json
from pathlib import Path

from tests.db.comparison.topical import put
from tests.tui.archives import make_archive
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


def test_aligned_by_both_each_section_says_of_which_kind_it_is(run: Run, tmp_path: Path) -> None:
    engine = make_archive(db := tmp_path / "coasts.db")
    put(engine, "east.txt", {"the tunnel leaks": ("tunnel",), "pilots are rare": ()})
    put(engine, "west.txt", {"a tunnel costs much": ("tunnel",), "fog comes early": ()})
    asked = ("compare", "--by", "article", "--align", "both")
    [shared] = json.loads(run(*asked, "--format", "json", db=db).stdout)["shared"]
    assert shared["topic"] == "tunnel"
    assert "thread" not in shared
    assert "1 topic shared" in run(*asked, db=db).stderr


def test_a_table_says_what_stands_only_in_one(run: Run) -> None:
    result = run("compare", "--by", "speaker", "--align", "topic")
    assert "▸ only here" in result.stdout
    assert " shared" in result.stderr
    assert run("compare", "--align", "topic", "--speaker", "fenn").stderr == (
        "claims: there is only one article to align\n"
    )


def test_articles_are_aligned_on_whom_both_quote(run: Run, tmp_path: Path) -> None:
    engine = make_archive(db := tmp_path / "coasts.db")
    put(engine, "east.txt", {"the tunnel leaks": ("tunnel",)})
    put(engine, "west.txt", {"fog comes early": ()})
    asked = ("compare", "--align", "speaker")
    [shared] = json.loads(run(*asked, "--format", "json", db=db).stdout)["shared"]
    assert shared["speaker"] == "Ada Lund"
    assert "1 speaker shared" in run(*asked, db=db).stderr
    refused = run(*asked, "--by", "speaker", db=db)
    assert refused.exit_code == 2
    assert refused.stderr.startswith("claims: --align speaker goes with --by article")
