"""What Tab offers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

bash = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


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
