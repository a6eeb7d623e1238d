"""What Tab offers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from tui.cli.main import cli

bash = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


def offered(*words: str, db: Path) -> list[str]:
    """What completion offers for the last of ``words``, in fish's plain form."""
    environment = {
        "CLAIMS_DB": str(db),
        "_CLAIMS_COMPLETE": "fish_complete",
        "COMP_WORDS": " ".join(["claims", *words[:-1]]),
        "COMP_CWORD": words[-1],
    }
    result = CliRunner().invoke(cli, prog_name="claims", env=environment)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = [line for line in result.stdout.splitlines() if line.startswith("plain")]
    return [line.removeprefix("plain,").split("\t")[0] for line in lines]
