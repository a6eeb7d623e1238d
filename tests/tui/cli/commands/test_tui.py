"""``claims tui`` where no app can be drawn."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.tui.cli.conftest import Claims, Run
from tests.tui.cli.on_terminal import COMMAND, on_unix


def test_without_a_terminal_the_app_prints_the_table(claims: Claims, run: Run) -> None:
    done = claims("tui", "--speaker", "okafor")
    assert done.returncode == 0
    assert done.stdout == run("list", "--speaker", "okafor").stdout
    assert done.stderr == (
        "claims: standard input is no terminal; printing the claims instead of opening the app\n"
    )


@on_unix
def test_an_app_that_cannot_draw_says_so(archive: Path, tmp_path: Path) -> None:
    leader, terminal = os.openpty()
    try:
        with (tmp_path / "errors.txt").open("w+", encoding="utf-8") as errors:
            done = subprocess.run(
                [*COMMAND, "--db", str(archive), "tui", "--limit", "1"],
                stdin=terminal,
                stdout=terminal,
                stderr=errors,
                timeout=120,
                check=False,
            )
            errors.seek(0)
            said = errors.read()
    finally:
        os.close(terminal)
        os.close(leader)
    assert done.returncode == 0
    assert said.startswith("claims: standard error is no terminal; printing the claims instead")
