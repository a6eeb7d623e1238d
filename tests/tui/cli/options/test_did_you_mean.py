"""What the command line makes of a misspelt name or command, and says of what it left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db.archive import open_archive
from tests.tui.cli.conftest import Run


@pytest.mark.parametrize(
    "command",
    [
        ("list",),
        ("speakers",),
        ("articles",),
        ("topics",),
        ("threads",),
        ("compare",),
        ("matrix",),
        ("export", "-o", "-"),
    ],
)
def test_a_misspelt_name(run: Run, command: tuple[str, ...]) -> None:
    done = run(*command, "--speaker", "okafr")
    assert "did you mean claims by Mira Okafor?" in done.stderr


def test_a_misspelt_name_of_a_timeline(run: Run) -> None:
    assert "did you mean claims by Mira Okafor?" in run("timeline", "okafr").stderr


def test_nothing_is_meant_where_claims_are_found(run: Run) -> None:
    assert "did you mean" not in run("list", "--speaker", "okafor").stderr


@pytest.mark.parametrize("command", ["list", "speakers", "articles", "topics", "threads", "matrix"])
def test_where_nothing_is_stored_it_says_how_to(run: Run, tmp_path: Path, command: str) -> None:
    empty = tmp_path / "empty.db"
    open_archive(str(empty)).dispose()
    done = run(command, db=empty)
    assert done.exit_code == 0
    assert "no claims are stored yet; 'claims ingest PATH…' stores some" in done.stderr


@pytest.mark.parametrize("command", ["list", "speakers", "articles", "topics", "compare", "matrix"])
def test_whatever_lists_or_counts_claims_says_how_many_it_left_out(run: Run, command: str) -> None:
    assert "left out: 2 acts" in run(command).stderr
    assert "left out: 2 acts" not in run(command, "--all").stderr


def test_a_timeline_says_how_many_claims_of_its_speaker_it_left_out(
    run: Run, archive: Path
) -> None:
    first, *_ = run("list", "--speaker", "okafor", "--format", "jsonl", db=archive).stdout.split(
        "\n"
    )
    assert run("review", "reject", json.loads(first)["claim_id"], db=archive).exit_code == 0
    told = run("timeline", "okafor", db=archive).stderr
    assert "claims: 1 claim left out: 1 rejected; --all adds them" in told
