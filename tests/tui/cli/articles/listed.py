"""Articles as the command line lists them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import Result

from tests.tui.cli.conftest import Run


def articles(run: Run, archive: Path) -> dict[str, Any]:
    """Articles by the name of their file."""
    rows = json.loads(run("articles", "--format", "json", db=archive).stdout)
    return {row["article_path"].rsplit("/")[-1]: row for row in rows}


def setting(run: Run, archive: Path, name: str, *args: str) -> Result:
    ident = articles(run, archive)[name]["article_id"]
    return run("articles", "set", ident, *args, db=archive)
