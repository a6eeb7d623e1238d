"""Relations as the command line lists them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.tui.cli.conftest import Run

PAGE = "Valley news\n\nMay {day}, 2023\n\nLotte Brenner said that the dam at Velmora flooded \
{farms} farms below the river Orr.\n"


def relations(run: Run, db: Path, *args: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        run("relations", "--format", "json", *args, db=db).stdout
    )
    return found
