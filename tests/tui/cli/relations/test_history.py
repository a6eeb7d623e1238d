"""``claims relations history``: who judged what, and whether it holds."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.tui.cli.conftest import Run
from tests.tui.cli.related import relations


@pytest.fixture
def judged(run: Run, related: Path) -> Path:
    """The archive with a relation that two people judged."""
    [found] = relations(run, related)
    ids = found["left"], found["right"]
    run("relations", "dismiss", *ids, "--by", "anna", db=related)
    run("relations", "confirm", *ids, "--by", "ben", db=related)
    return related


def history(run: Run, db: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        run("relations", "history", "--format", "json", db=db).stdout
    )
    return found


def test_nothing_was_judged_at_first(run: Run, related: Path) -> None:
    assert "nothing was judged yet" in run("relations", "history", db=related).stderr


def test_judgements_are_listed_with_who_when_and_whether_they_hold(run: Run, judged: Path) -> None:
    ben, anna = history(run, judged)
    assert [(row["author"], row["undone"]) for row in (ben, anna)] == [
        ("ben", False),
        ("anna", True),
    ]
    assert [row["state"] for row in (ben, anna)] == ["confirmed", "dismissed"]
    sentence = f"confirmed: {ben['right']} updates {ben['left']}"
    assert ben["what"] == sentence
    undone = run("relations", "undo", "--by", "ben", db=judged).stdout
    assert undone == f"undone: {sentence}\n"
    assert all(row["undone"] for row in history(run, judged))


def test_the_claims_stand_beside_their_ids_in_every_format(run: Run, judged: Path) -> None:
    ben, _ = history(run, judged)
    assert ben["claims"]["left"]["speaker"] == ["Lotte Brenner"]
    assert "40 farms" in ben["claims"]["left"]["content"]
    assert "52 farms" in ben["claims"]["right"]["content"]
    text = run("relations", "history", "--format", "csv", db=judged).stdout
    first, _ = csv.DictReader(io.StringIO(text, newline=""))
    assert (first["left"], first["right"]) == (ben["left"], ben["right"])
    assert (first["right_speaker"], first["relation"]) == ("Lotte Brenner", "updates")
    assert "40 farms" in first["left_content"]
    table = run("relations", "history", db=judged)
    assert table.stderr == "claims: 2 decisions\n"
    for shown in ("Lotte Brenner: that the dam", ben["left"], ben["right"], "dismissed, undone"):
        assert shown in table.stdout


def test_an_unknown_order_is_not_worded_as_known(run: Run, judged: Path) -> None:
    article = relations(run, judged)[0]["claims"]["right"]["article_id"]
    assert run("articles", "set", article, "--clear", "published", db=judged).exit_code == 0
    ben, _ = history(run, judged)
    assert (ben["ordered"], ben["relation"]) == (False, "updates")
    assert ben["what"] == f"confirmed: {ben['right']} differs from {ben['left']}"
    table = run("relations", "history", db=judged).stdout
    assert "differs" in table
    assert "updates" not in table
