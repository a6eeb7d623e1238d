"""Keys by their names."""

from __future__ import annotations

import pytest

from tui.cli.commands.config import as_toml
from tui.keys.key_names import key_name, shown_key, written_key
from tui.session.config import (
    Settings,
)


def test_keys_are_shown_as_they_are_pressed() -> None:
    shown = [line for line in as_toml(Settings()) if '"columns.widen"' in line]
    assert shown[0].startswith('# "columns.widen" = [">"]')


@pytest.mark.parametrize(
    ("name", "shown", "written"),
    [
        ("right_square_bracket", "]", "]"),
        ("ctrl+p", "ctrl+p", "ctrl+p"),
        ("enter", "⏎", "enter"),
        ("comma", ",", ","),
        ("plus", "+", "+"),
    ],
)
def test_a_key_is_shown_as_it_is_pressed_and_written_so_that_it_is_read_again(
    name: str, shown: str, written: str
) -> None:
    assert shown_key(name) == shown
    assert written_key(name) == written
    assert key_name(written) == name
