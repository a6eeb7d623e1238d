"""``claims quotations``: where what a claim quotes stands again."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.tui.cli.conftest import Run

WORDS = "The gates of the dam will stay open through the winter, and no field will be flooded"


@pytest.fixture
def quoted(run: Run, archive: Path, articles: Path) -> tuple[Path, str]:
    """The archive with a statement in two articles, and the id of the first claim."""
    others = WORDS.replace("will stay", "will not stay")
    for name, words in (("first.txt", WORDS), ("second.txt", others)):
        text = f'"{words}," Lotte Brenner, the keeper of the dam, said on Monday.\n'
        (articles / name).write_text(text, encoding="utf-8")
        result = run("ingest", articles / name, db=archive)
        assert result.exit_code == 0, result.stderr
    rows = json.loads(run("list", "--article", "first.txt", "--format", "json", db=archive).stdout)
    return archive, rows[0]["claim_id"]


def test_copies_are_listed_as_the_contract_has_them(run: Run, quoted: tuple[Path, str]) -> None:
    db, claim = quoted
    (found,) = json.loads(run("quotations", claim, "--format", "json", db=db).stdout)
    assert set(found) >= {"claim_id", "article_id", "path", "speakers", "content", "overlap"}
    assert found["speakers"] == ["Lotte Brenner"]
    assert (found["kind"], found["reattributed"]) == ("altered", False)
    assert found["alters"] == ["negation"]
    assert {"op": "added", "text": "not"} in found["changes"]


def test_table_and_csv(run: Run, quoted: tuple[Path, str]) -> None:
    db, claim = quoted
    table = run("quotations", claim, db=db)
    assert "will {+not+} stay open" in table.stdout
    assert "denied" in table.stdout
    assert table.stderr == "claims: 1 claim in 1 article\n"
    text = run("quotations", claim, "--format", "csv", db=db).stdout
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert (row["kind"], row["reattributed"]) == ("altered", "false")


def test_no_copies_and_no_claim(run: Run, quoted: tuple[Path, str]) -> None:
    db, claim = quoted
    none = run("quotations", claim, "--until", "1990", db=db)
    assert (none.stdout, none.stderr) == ("", "claims: no copies of what it quotes\n")
    unknown = run("quotations", "c0000000000000000", db=db)
    assert unknown.exit_code != 0
    assert "there is no claim c0000000000000000" in str(unknown.exception) + unknown.stderr
