"""What Tab offers in bash."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.tui.cli.offered import bash


@bash
def test_bash_gets_names_quoted(stored: Path, tmp_path: Path) -> None:
    inserted = {
        "Mira": r"Mira\ Okafor",
        r"Mira\ Ok": r"Mira\ Okafor",
        '"Mira': "Mira Okafor",
    }
    program = tmp_path / "claims"
    program.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m tui.cli.main \"$@\"\n")
    program.chmod(0o755)
    asked = (
        f"COMPREPLY=(); COMP_WORDS=(claims list --speaker {_quoted(typed)}); COMP_CWORD=3\n"
        '_claims_completion claims; printf "%s\\n" "${COMPREPLY[@]}"'
        for typed in inserted
    )
    script = "\n".join(['eval "$(claims completion bash)"', *asked])
    done = subprocess.run(
        ["bash", "-c", script],
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "CLAIMS_DB": str(stored)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines() == list(inserted.values())


def _quoted(word: str) -> str:
    return "'" + word.replace("'", r"'\''") + "'"
