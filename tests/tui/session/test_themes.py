"""The app's own themes, and which of them is usual."""

from __future__ import annotations

import pytest

from tui.session.themes import DARK, LIGHT, TERMINAL, THEMES, next_theme, no_color, usual_theme


@pytest.mark.parametrize(
    ("term", "more", "name"),
    [
        ("xterm-256color", {}, DARK.name),
        ("linux", {}, TERMINAL.name),
        ("linux", {"COLORTERM": "truecolor"}, DARK.name),
        ("xterm-256color", {"NO_COLOR": ""}, TERMINAL.name),
    ],
)
def test_colours_of_our_own_need_a_terminal_that_has_them(
    monkeypatch: pytest.MonkeyPatch, term: str, more: dict[str, str], name: str
) -> None:
    for variable in ("COLORTERM", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in {"TERM": term, **more}.items():
        monkeypatch.setenv(variable, value)
    assert usual_theme() == name
    assert no_color() == ("NO_COLOR" in more)


def test_themes_follow_each_other_round() -> None:
    seen = [DARK.name]
    while len(seen) <= len(THEMES):
        seen.append(next_theme(seen[-1]))
    assert seen == [DARK.name, LIGHT.name, TERMINAL.name, DARK.name]
    assert next_theme("nord") == DARK.name
