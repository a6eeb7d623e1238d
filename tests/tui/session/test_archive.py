"""Opening an archive that is there."""

from __future__ import annotations

from pathlib import Path

from tui.run import open_for_screen


def test_the_app_begins_with_nothing_stored(no_default: Path) -> None:
    open_for_screen(None).dispose()
    assert no_default.is_file()
