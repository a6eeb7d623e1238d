"""The name of the user."""

from __future__ import annotations

from pathlib import Path

from tui.session.user_name import user_name


def test_who_judges_is_the_user(file: Path) -> None:
    file.write_text('user = "Ines Calder"')
    assert user_name() == "Ines Calder"
