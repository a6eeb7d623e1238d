"""What Tab offers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.archives import ARTICLES, make_archive
from tests.tui.cli.offered import offered


@pytest.mark.parametrize(
    ("option", "start", "name"),
    [
        ("--speaker", "mir", "Mira Okafor"),
        ("--organization", "Balt", "Baltic Institute"),
        ("--outlet", "north", "Northern Ledger"),
        ("--article", "Harb", "Harbour plan divides Velmora"),
    ],
)
def test_names_come_from_the_database(stored: Path, option: str, start: str, name: str) -> None:
    assert name in offered("list", option, start, db=stored)
    assert offered("list", option, "zzz", db=stored) == []


def test_cues_their_classes_and_flags(tmp_path: Path) -> None:
    db = tmp_path / "stories.db"
    make_archive(db, ARTICLES).dispose()
    assert offered("list", "--cue", "a", db=db) == ["according to", "add", "argue"]
    assert offered("export", "--cue-class", "de", db=db) == ["denial", "demand"]
    assert offered("list", "--no-", db=db) == [
        "--no-copy",
        "--no-negated",
        "--no-hedged",
        "--no-prediction",
    ]


def test_the_database_on_the_command_line_is_asked(stored: Path, tmp_path: Path) -> None:
    none = tmp_path / "none.db"
    assert offered("list", "--speaker", "Mira", db=none) == []
    assert "Mira Okafor" in offered("list", "--db", str(stored), "--speaker", "Mira", db=none)
    assert "Mira Okafor" in offered("--db", str(stored), "list", "--speaker", "Mira", db=none)


def test_completion_makes_no_database(tmp_path: Path) -> None:
    offered("list", "--speaker", "Mira", db=tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []
