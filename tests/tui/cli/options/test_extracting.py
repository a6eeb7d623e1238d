"""Options of commands that store what they extract, and what these say at the end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from claims.engines.engine import LocalEngine
from db.ingest.reextract import ReextractSummary
from tui.cli.options.extracting import Extracting, extracting_options, write_summary


@click.command
@extracting_options
def keep(**options: Any) -> None:
    """Keep the options."""
    click.get_current_context().obj.append(options)


def given(*arguments: str) -> dict[str, Any]:
    kept: list[dict[str, Any]] = []
    result = CliRunner().invoke(keep, arguments, obj=kept, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return kept[0]


def test_the_options_come_as_one() -> None:
    options = ("--model", "en_small", "--engine", "local:3", "--no-compare", "--db", "a.db")
    assert given(*options, "--format", "json") == {
        "how": Extracting("a.db", "en_small", LocalEngine(3), compares=False),
        "form": "json",
    }


def test_without_them_the_settings_say_whether_to_compare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "claims.toml"
    monkeypatch.setenv("CLAIMS_CONFIG", str(config))
    for line, compared in (("", True), ("compare = false", False)):
        config.write_text(line)
        assert given("--db", "a.db")["how"].compared == compared
    assert Extracting("a.db", compares=True).compared


@pytest.mark.parametrize("stopped", [None, "the disk is full"])
def test_what_became_of_it_is_a_line_or_an_object(
    stopped: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = ReextractSummary(articles=2, reextracted=2, claims=7, stopped=stopped)
    write_summary(summary, "found 2 articles", "text")
    as_text = capsys.readouterr()
    assert as_text.out == "found 2 articles\n"
    assert ("the disk is full" in as_text.err) == (stopped is not None)
    write_summary(summary, "found 2 articles", "json", fetched=3)
    found = json.loads(capsys.readouterr().out)
    assert (found["fetched"], found["claims"], found.get("stopped")) == (3, 7, stopped)
    assert ("stopped" in found) == (stopped is not None)
