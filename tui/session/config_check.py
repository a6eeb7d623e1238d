"""What only the app knows of a config file: whether its ids, keys and themes exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from textual.keys import Keys, format_key
from textual.theme import BUILTIN_THEMES

from tui.keys import keymap
from tui.keys.key_names import key_name
from tui.session.config import Problem, Settings, config_file, nearest, problem, read_config
from tui.session.themes import THEMES

_MODIFIERS: Final = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})
_NAMED: Final = frozenset(key.value for key in Keys if not key.value.startswith("<"))


def checked_config(file: Path | None = None) -> tuple[Settings, list[Problem]]:
    """The settings that can be used, and all that is wrong with the file.

    Args:
        file: The config file; the user's if None.
    """
    file = file or config_file()
    settings, problems = read_config(file)
    if settings == Settings():
        return settings, problems
    text = file.read_text(encoding="utf-8-sig", errors="replace")
    keys, unusable = usable_keys(settings.keys)
    problems += [problem(file, text, f"keys.{ident}", why) for ident, why in unusable]
    written = {keymap.RENAMED.get(ident, ident): ident for ident in settings.keys}
    for clash in keymap.clashes(keys):
        ident = next((written[ident] for ident in clash.ids if ident in keys), clash.ids[0])
        problems.append(problem(file, text, f"keys.{ident}", str(clash)))
    theme = settings.theme
    if theme is not None and theme not in theme_names():
        reason = f"there is no theme {theme}{nearest(theme, theme_names())}"
        problems.append(problem(file, text, "theme", reason))
        theme = None
    problems.sort(key=lambda each: each.line or 0)
    return replace(settings, theme=theme, keys=keys), problems


def theme_names() -> list[str]:
    """Every theme, ours first."""
    return [*(theme.name for theme in THEMES), *BUILTIN_THEMES]


def usable_keys(keys: Mapping[str, str]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The rebindings that can be made, and for each other one its id and what is wrong.

    What is set by an id of before holds for the one of now, unless that is set as well.
    """
    known = keymap.by_id()
    usable: dict[str, str] = {}
    lines = []
    for ident, written in keys.items():
        now = keymap.RENAMED.get(ident, ident)
        if now != ident and now in keys:
            lines.append((ident, f"it is called {now} now, which is set as well"))
            continue
        if now not in known:
            lines.append((ident, f"no binding has this id{nearest(ident, known)}"))
            continue
        names = [key_name(key) for key in written.split(",")]
        unknown = next((name for name in names if not _is_key(name)), None)
        if unknown is None:
            usable[now] = ",".join(names)
        else:
            lines.append((ident, f"there is no key {unknown}{nearest(unknown, sorted(_NAMED))}"))
    return usable, lines


def _is_key(name: str) -> bool:
    *modifiers, last = name.split("+")
    known = name in _NAMED or last in _NAMED or len(format_key(last)) == 1
    return known and _MODIFIERS.issuperset(modifiers)
