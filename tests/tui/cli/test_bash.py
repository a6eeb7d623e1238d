"""What Tab offers in bash."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.cli.offered import bash


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
