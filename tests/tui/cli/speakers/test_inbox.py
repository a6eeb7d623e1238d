"""The source inbox on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.db.speakers.treaty import treaty
from tests.tui.cli.speakers.runs import Run

__all__ = ["treaty"]


@pytest.fixture(name="archive")
def _archive(treaty: Engine) -> Path:
    return Path(treaty.url.database or "")


def test_questions_are_listed_and_answered(run: Run) -> None:
    def listed() -> dict[str, dict[str, object]]:
        lines = run("speakers", "inbox", "--format", "jsonl").stdout.splitlines()
        return {one["source"]: one for one in map(json.loads, lines)}

    asked = listed()
    assert [one["doubt"] for one in asked.values()] == [
        "contradiction",
        "description",
        "unresolved",
        "document",
    ]
    assert "The treaty" in run("speakers", "inbox").stdout
    ids = {name: str(one["question"]) for name, one in asked.items()}
    done = run(
        *("speakers", "inbox", "--is", ids["The envoy of Chile"], "Ana Rojas"),
        *("--nobody", ids["The minister"], "--keep", ids["The treaty"], "--by", "ines"),
    )
    assert "corrected 1 claim: Ana Rojas" in done.stderr
    assert "kept the speaker of 2 claims" in done.stderr
    assert list(listed()) == ["she"]
    run("review", "undo", "--by", "ines")
    assert list(listed()) == ["she", "The treaty"]


def test_a_question_that_nobody_asks(run: Run) -> None:
    done = run("speakers", "inbox", "--keep", "c0", code=2)
    assert "there is no question c0" in done.stderr


def test_a_document_of_several(run: Run) -> None:
    lines = run("speakers", "inbox", "--format", "jsonl").stdout.splitlines()
    [ident] = [one["question"] for one in map(json.loads, lines) if one["source"] == "The treaty"]
    named = [*("--is", ident, "Norway"), *("--is", ident, "Chile")]
    done = run("speakers", "inbox", *named, "--by", "ines")
    assert "corrected 2 claims: Norway, Chile" in done.stderr
    claims = json.loads(run("list", "--all", "--format", "json").stdout)
    said = [one["speaker"] for one in claims if one["source"] == "The treaty"]
    assert said == [["Norway", "Chile"]] * 2
