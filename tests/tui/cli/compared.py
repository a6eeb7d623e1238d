"""Threads and claims as the command line lists them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.tui.cli.conftest import Run

REPEATED = """Port asks for deeper water

By Nils Aro

TALLINN, Nov 9, 2023 - Captains have complained for years about the shallow basin of the old town, \
where two coasters ran aground last winter and a third lost its rudder on a forgotten anchor.

"The harbour is far too small for the ships that come now," said Mira Okafor, a senior fellow at \
the Baltic Institute.

A decision of the ministry on the money for dredging is due before Easter.
"""


def data(run: Run, db: Path, *args: str) -> Any:
    result = run(*args, "--format", "json", db=db)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)
