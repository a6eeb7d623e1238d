"""Runs commands on an archive of the test's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import Result

from tests.tui.cli.conftest import Run as RunOn


class Run:
    """Runs the command on an archive of the test's own."""

    def __init__(self, on: RunOn, archive: Path) -> None:
        self._on = on
        self._archive = archive

    def __call__(self, *args: str, code: int = 0) -> Result:
        result = self._on(*args, db=self._archive)
        assert result.exit_code == code, result.output
        return result


def shown(run: Run, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("speakers", "show", name, "--format", "json").stdout)
    return found
