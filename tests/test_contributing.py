"""The files that CONTRIBUTING.md names are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
TOPS: Final = ("bench", "claims", "db", "docs", "fixtures", "tests", "tui")
FILE: Final = re.compile(r"[\w./-]+\.(?:json|md|py|tcss|toml|txt)\b")
EXAMPLES: Final = {"x/y.py", "tests/x/test_y.py", "robots.txt"}
"""Names that stand for others, and what sites have."""


def missing(text: str, files: set[str]) -> Iterator[str]:
    """Names of files in a text that no path ends with."""
    for name in sorted(set(FILE.findall(text)) - EXAMPLES):
        if not any(f"/{file}".endswith(f"/{name}") for file in files):
            yield name


def test_one_that_is_gone_is_found() -> None:
    files = {"db/archive.py", "docs/scale.md"}
    text = "`archive.py`, `docs/scale.md`, `chive.py`, `tui/archive.py`"
    assert [*missing(text, files)] == ["chive.py", "tui/archive.py"]


def test_all_that_it_names_are_there() -> None:
    files = {path.name for path in ROOT.iterdir() if path.is_file()}
    for top in TOPS:
        files |= {path.relative_to(ROOT).as_posix() for path in (ROOT / top).rglob("*.*")}
    assert [*missing((ROOT / "CONTRIBUTING.md").read_text("utf-8"), files)] == []
