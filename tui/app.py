"""The terminal app: its screens, themes and keys; everything else is in widgets and screens."""

from __future__ import annotations

import ctypes
import gc
import sqlite3
from collections.abc import Iterable
from typing import ClassVar

from sqlalchemy import Engine, event
from textual.app import App, SystemCommand
from textual.binding import BindingType, Keymap
from textual.command import Provider
from textual.screen import Screen

from db.engine import open_archive
from db.query import ClaimQuery
from tui import keymap
from tui.column_layout import LayoutMemory
from tui.commands import ActionCommands
from tui.keymap import clashes
from tui.screens.browse import BrowseScreen
from tui.screens.help import HelpScreen
from tui.themes import DARK, LIGHT, THEMES

CACHE_KIB = 4 * 1024
_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8


class ClaimsApp(App[None]):
    """Browse the claims of an archive.

    Args:
        engine: Of the archive.
        query: What to show first.
    """

    TITLE = "Claims"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_DISPLAY = "^p"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (140, "-wide"), (190, "-huge")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = keymap.APP
    COMMANDS: ClassVar[set[type[Provider]]] = App.COMMANDS | {ActionCommands}  # type: ignore[assignment]

    def __init__(self, engine: Engine, query: ClaimQuery | None = None) -> None:
        super().__init__()
        self._engine = engine
        self._query = query or ClaimQuery()
        self.column_memory = LayoutMemory()
        self.first_view: str | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    def get_default_screen(self) -> Screen[None]:
        screen = BrowseScreen(self._engine, self._query)
        screen.memory, screen.first_view = self.column_memory, self.first_view
        return screen

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        yield SystemCommand("view: Theme", "Choose among all themes", self.action_change_theme)
        yield SystemCommand("view: Screenshot", "Save the screen as SVG", self.deliver_screenshot)
        yield SystemCommand("view: Maximize", "Enlarge the focused pane", screen.action_maximize)
        yield SystemCommand("view: Minimize", "Back to all panes", screen.action_minimize)

    def set_keymap(self, keymap: Keymap) -> None:
        super().set_keymap(keymap)
        for clash in clashes(keymap):
            self.notify(clash, title="Keys", severity="warning", markup=False)

    def action_help(self) -> None:
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self._keymap))

    def action_next_theme(self) -> None:
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name


def open_for_screen(url: str | None) -> Engine:
    """An archive for the app: its several connections keep little of the database in memory each.

    Raises:
        ArchiveError: The archive cannot be opened.
    """
    engine = open_archive(url)
    if engine.dialect.name == "sqlite":
        engine.dispose()
        event.listen(engine, "connect", _keep_little)
    return engine


def _keep_little(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")


def spare_memory() -> None:
    """Have the C library give large blocks back once they are free.

    Else glibc takes the size of the largest that was freed for usual, and keeps as much: after a
    million ids have been read as one text, tens of megabytes.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError, TypeError):
        return
    mallopt(_M_MMAP_THRESHOLD, 1024 * 1024)
    mallopt(_M_ARENA_MAX, 2)


def spare_collections() -> None:
    """Keep the garbage collector off what stays for good.

    A full round over all modules takes tenths of a second, in which the screen stands still.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


def run_app(url: str | None, query: ClaimQuery, view: str | None = None) -> None:
    """Open an archive and run the app on it until the user leaves.

    Args:
        url: Of the archive.
        query: What to show first.
        view: The saved view that the query comes from.

    Raises:
        ArchiveError: The archive cannot be opened.
    """
    engine = open_for_screen(url)
    spare_collections()
    spare_memory()
    app = ClaimsApp(engine, query)
    app.column_memory, app.first_view = LayoutMemory.of_user(), view
    try:
        app.run()
    finally:
        engine.dispose()
