"""The terminal app: its screens, themes and keys; everything else is in widgets and screens."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, Final

import platformdirs
from rich.cells import cell_len
from rich.console import RenderableType
from sqlalchemy import Engine
from textual import events, on
from textual.app import SystemCommand
from textual.binding import BindingType, Keymap
from textual.command import Provider
from textual.driver import Driver
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.worker import WorkerFailed

from claims.system_error import system_reason
from db.connection.errors import ArchiveError
from db.keeping.older import is_found_before
from db.query.model import ClaimQuery
from tui.browse.restore import restored_screen
from tui.browse.table.column_layout import LayoutMemory
from tui.core.claim_screen import ClaimScreen
from tui.core.navigation import main_screen
from tui.dialogs.help import HelpScreen
from tui.dialogs.jump import JumpScreen
from tui.dialogs.jump_targets import Target, targets
from tui.dialogs.problem import ProblemScreen
from tui.keys import keymap
from tui.keys.in_order import KeysInOrder
from tui.keys.keymap import clashes
from tui.keys.palette import ActionCommands
from tui.keys.rebinding import RebindableApp
from tui.new_claims import SinceLastVisit
from tui.review.actions import ClaimsChanged, tell_screens
from tui.review.others import LOOKING_SECONDS, Others
from tui.session.archive import FOUND_BEFORE
from tui.session.column_presets import Presets
from tui.session.logs import log
from tui.session.session import Session
from tui.session.themes import THEMES, next_theme, no_color
from tui.text.safe_text import safe_block
from tui.textual_private import EndsQuietly

KEEPING_SECONDS: Final = 2.0
"""How often what changed is kept, for runs that do not end by themselves."""
PROBLEM_SIGN: Final = "!"
"""Before a toast that tells of a problem, as before a filter that makes no sense."""
SEVERITY_NAMES: Final = {"information": "Message", "warning": "Warning", "error": "Error"}
TOAST_MARGIN: Final = 8
"""Cells of a line that a toast cannot use."""


class ClaimsApp(KeysInOrder, RebindableApp, EndsQuietly):
    """Browse the claims of an archive.

    Args:
        engine: Of the archive.
        query: What to show first; if None, what the session restores.
        session: The user's settings and what is kept between runs; by default, nothing is.
    """

    TITLE = "Claims"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_DISPLAY = "^p"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (140, "-wide"), (190, "-huge")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = keymap.APP
    COMMANDS: ClassVar[set[type[Provider]]] = {ActionCommands}  # type: ignore[assignment]

    def __init__(
        self, engine: Engine, query: ClaimQuery | None = None, session: Session | None = None
    ) -> None:
        # Else Textual would leave shades of grey, and black on black in the terminal's theme.
        super().__init__(ansi_color=True if no_color() else None)
        self._engine = engine
        self._query = query
        self.session = session or Session()
        self.column_memory = LayoutMemory()
        self.presets = Presets()
        self.first_view: str | None = None
        self.failure: Exception | None = None
        self.others = Others(self, engine)
        self.new_claims = SinceLastVisit(self, engine, self.session)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.session.theme

    def get_driver_class(self) -> type[Driver]:
        chosen = super().get_driver_class()
        if chosen.__name__ != "LinuxDriver":
            return chosen
        # Imported late: no other system has what it waits with.
        from tui.terminal_driver import TerminalDriver

        return TerminalDriver

    def get_default_screen(self) -> Screen[None]:
        screen = restored_screen(self._engine, self._query, self.session)
        screen.hint.display = self.session.first_run
        screen.views.memory, screen.views.first = self.column_memory, self.first_view
        return screen

    def on_mount(self) -> None:
        self.set_keymap(dict(self.session.settings.keys))
        self.set_interval(KEEPING_SECONDS, self.keep)
        self.others.look()
        self.run_worker(self._look_for_older, group="older", thread=True, exit_on_error=False)
        self.set_interval(LOOKING_SECONDS, self.others.look)
        if self.session.problems:
            self.action_config_problems()
        if self.session.lost is not None:
            self.notify(self.session.lost, severity="warning", markup=False)
        self.new_claims.begin()

    def _look_for_older(self) -> None:
        """Offer to extract again where an older version found the claims."""
        try:
            offered = is_found_before(self._engine)
        except ArchiveError as error:
            # Whatever is done next in the app tells of it.
            log.warning("looking for claims of an older version: %s", error)
            return
        if offered:
            line = f"{FOUND_BEFORE[0].upper()}{FOUND_BEFORE[1:]}."
            self.call_later(self.notify, line, severity="warning", markup=False)

    # Keys, palette and themes

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        yield SystemCommand("view: Theme", "Choose among all themes", self.action_change_theme)
        yield SystemCommand("view: Screenshot", "Save the screen as SVG", self.deliver_screenshot)
        yield SystemCommand("view: Maximize", "Enlarge the focused pane", screen.action_maximize)
        yield SystemCommand("view: Minimize", "Back to all panes", screen.action_minimize)
        if self.session.problems:
            title = "What is wrong in the config file"
            yield SystemCommand("app: Problems", title, self.action_config_problems)

    def set_keymap(self, keymap: Keymap) -> None:
        super().set_keymap(keymap)
        # Those of the config file are told together with its other problems.
        for clash in clashes(keymap) if keymap != self.session.settings.keys else ():
            self.notify(str(clash), severity="warning", markup=False)

    def action_help(self) -> None:
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen, self.rebound))

    def deliver_screenshot(
        self, filename: str | None = None, path: str | None = None, time_format: str | None = None
    ) -> str | None:
        """Save the screen as SVG in the user's folder for downloads, made if it is not there, or
        send it to the browser."""
        if path is None and not self.is_web:
            path = platformdirs.user_downloads_dir()
            try:
                Path(path).mkdir(parents=True, exist_ok=True)
            except OSError as error:
                self._tell_no_screenshot(error)
                return None
        return super().deliver_screenshot(filename, path, time_format)

    def action_next_theme(self) -> None:
        self.theme = next_theme(self.theme)

    def action_config_problems(self) -> None:
        """Tell what is wrong in the config file."""
        lines = "\n".join(str(problem) for problem in self.session.problems)
        self._tell_at_length("Config file", lines)

    def action_new_claims(self) -> None:
        self.new_claims.show()

    def action_jump(self) -> None:
        """Show letters on all that can be gone to, and go to the one that is typed."""

        def go(target: Target | None) -> None:
            if target is not None:
                target.go()

        if isinstance(self.screen, JumpScreen):
            self.screen.leave()
        elif labels := targets(self.screen):
            self.push_screen(JumpScreen(self.screen, labels), go)

    # Telling

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Tell something in a toast of one line; what does not fit on it, in a dialog."""
        if severity == "error":
            log.error("%s", message)
        if not markup:
            message = safe_block(message)
        if severity != "information":
            message = f"{PROBLEM_SIGN} {message}"
        room = self.size.width - TOAST_MARGIN
        if markup or ("\n" not in message and cell_len(message) <= room):
            super().notify(message, severity=severity, timeout=timeout, markup=markup)
        else:
            # Toasts may come from any thread, dialogs may not.
            name = title or SEVERITY_NAMES[severity]
            self.call_later(self._tell_at_length, name, message.removeprefix(f"{PROBLEM_SIGN} "))

    @on(ClaimScreen.Failed)
    def _could_not(self, event: ClaimScreen.Failed) -> None:
        event.stop()
        self.notify(event.reason, severity="error", markup=False)

    @on(events.DeliveryFailed)
    def _not_delivered(self, event: events.DeliveryFailed) -> None:
        if event.name == "export":
            self.notify("The file did not reach the browser.", severity="error")
        else:
            # Textual would tell that it failed, but not why.
            event.prevent_default()
            self._tell_no_screenshot(event.exception)

    def _tell_no_screenshot(self, error: BaseException) -> None:
        reason = str(error)
        if isinstance(error, OSError):
            reason = ": ".join(filter(None, (str(error.filename or ""), system_reason(error))))
        self.notify(f"No screenshot was saved: {reason}", severity="error", markup=False)

    def _tell_at_length(self, title: str, text: str) -> None:
        if isinstance(self.screen, ProblemScreen):
            self.screen.add(text)
        else:
            self.push_screen(ProblemScreen(title, text))

    @on(ClaimsChanged)
    def _claims_changed(self, event: ClaimsChanged) -> None:
        event.stop()
        if event.by is None:
            self.others.made(event.done.step)
        tell_screens(self, event)

    # What outlives a run, and what ends it

    def keep(self) -> None:
        """Keep how the app is now for the next run."""
        self.session.keep_theme(self.theme)
        if self.screen_stack and (state := main_screen(self).state()) is not None:
            self.session.keep_screen(state)

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        self.keep()
        super().exit(result, return_code, message)

    def on_unforeseen(self, error: Exception) -> None:
        # Textual makes a worker's error without raising it: where it began, only its cause knows.
        cause = error.error if isinstance(error, WorkerFailed) else error
        log.error("unexpected: %r", error, exc_info=cause)
        # The log has the traceback; `run_app` tells where.
        self.failure = self.failure or error
