"""Whose name it is."""

from __future__ import annotations

from pathlib import Path

from tui.session.who import who


def test_who_judges_is_the_user(file: Path) -> None:
    file.write_text('user = "Ines Calder"')
    assert who() == "Ines Calder"
