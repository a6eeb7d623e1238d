"""``claims relations``: how claims relate, and judging that."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from tests.tui.cli.conftest import Run
from tests.tui.cli.related import relations


def test_relations_are_listed_as_the_contract_has_them(run: Run, related: Path) -> None:
    [found] = relations(run, related)
    assert set(found) >= {"left", "right", "relation", "score", "state", "evidence"}
    assert (found["relation"], found["state"]) == ("updates", "suggested")
    assert found["evidence"] == ["40", "52"]
    assert 0 <= found["score"] <= 1
    assert found["claims"]["right"]["published"] == "2023-05-09"


def test_filters_and_kinds(run: Run, related: Path) -> None:
    assert relations(run, related, "--relation", "denies") == []
    assert relations(run, related, "--speaker", "okafor") == []
    assert len(relations(run, related, "--speaker", "brenner", "--relation", "updates")) == 1


def test_those_of_one_claim(run: Run, related: Path) -> None:
    [found] = relations(run, related)
    assert relations(run, related, "--of", str(found["left"])) == [found]
    other = run("list", "--all", "--format", "json", db=related).stdout
    [aside, *_] = {one["claim_id"] for one in json.loads(other)} - {found["left"], found["right"]}
    assert relations(run, related, "--of", aside) == []
    missing = run("relations", "--of", "c0000000000000000", db=related)
    assert missing.exit_code == 2
    assert missing.stderr == "claims: there is no claim c0000000000000000\n"


def test_table_and_csv(run: Run, related: Path) -> None:
    table = run("relations", db=related)
    assert "updates" in table.stdout
    assert table.stderr == "claims: 1 relation\n"
    text = run("relations", "--format", "csv", db=related).stdout
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    assert (row["relation"], row["evidence"]) == ("updates", "40; 52")
    assert "52 farms" in row["right_content"]
