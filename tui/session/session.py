"""A run of the app for a user: the settings it follows and what it keeps for the next one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from db.archive import first_run
from db.query.line import parse_filter
from db.query.model import NEWEST_FIRST, ClaimQuery, QueryError
from tui.session.config import Problem, Settings
from tui.session.config_check import checked_config, theme_names
from tui.session.logs import log, start_log
from tui.session.state import Keeper, ScreenState, StateError, ThemeState, state_folder
from tui.session.themes import no_color, usual_theme
from tui.session.user_name import user_name
from tui.session.visits import Visits


@dataclass
class Session:
    """What holds for one run; without a keeper, nothing outlives it.

    Args:
        settings: From the config file.
        problems: What is wrong with that file.
        keeper: Keeps state between runs.
        visits: Know when this person was there before.
        log: The log file, if there is one.
        screen: How the main screen is to begin.
        theme: The theme to begin with.
        lost: Why what was kept could not be restored.
        first_run: Nothing was kept of any run before.
        began: When this run did.
        visited: From when on articles are new since the run before it; None if there was none.
        seen: From when on they will be for the next run; None until that is known.
    """

    settings: Settings = field(default_factory=Settings)
    problems: list[Problem] = field(default_factory=list)
    keeper: Keeper | None = None
    visits: Visits | None = None
    log: Path | None = None
    screen: ScreenState = field(default_factory=ScreenState)
    theme: str = field(default_factory=usual_theme)
    lost: str | None = None
    first_run: bool = False
    began: datetime = field(default_factory=lambda: datetime.now(UTC))
    visited: datetime | None = None
    seen: datetime | None = None

    def query(self) -> ClaimQuery:
        """What the main screen is to begin with."""
        try:
            return parse_filter(self.screen.line, NEWEST_FIRST)
        except QueryError as error:
            # Kept by another version, or changed by hand.
            log.warning("filter line %r of last time: %s", self.screen.line, error)
            return ClaimQuery(sort=NEWEST_FIRST)

    def keep_screen(self, state: ScreenState) -> None:
        """Keep how the main screen is, if that is new."""
        if self.keeper is not None and state != self.screen:
            self.keeper.keep_screen(state)
        self.screen = state

    def keep_theme(self, theme: str) -> None:
        """Keep a theme that was chosen, if it is new."""
        if self.keeper is not None and theme != self.theme:
            self.keeper.keep_theme(ThemeState(theme, self.settings.theme))
        self.theme = theme

    def keep_visit(self) -> None:
        """Have what comes in from the beginning of this run on be new for the next one."""
        if self.visits is not None and self.seen is not None:
            self.visits.keep(self.seen)

    def forget_screen(self) -> None:
        """Have the next run start afresh, as this one failed with what was on the screen."""
        if self.keeper is not None:
            self.keeper.forget_screen()
            self.keeper = None


def begin_session(engine: Engine, *, fresh: bool = False, folder: Path | None = None) -> Session:
    """Read the config file and, unless told to begin afresh, what was kept for a database.

    Args:
        engine: Of the archive.
        fresh: Restore nothing.
        folder: Where state is kept; the user's state folder if None.

    Raises:
        ArchiveError: The database failed.
    """
    log_file = start_log()
    settings, problems = checked_config()
    for problem in problems:
        log.warning("%s", problem)
    session = Session(settings, problems, log=log_file)
    if settings.theme is not None and not no_color():
        session.theme = settings.theme
    if engine.url.get_backend_name() == "sqlite" and not engine.url.database:
        return session
    kept_in = folder or state_folder()
    archive = first_run(engine)
    keeper = session.keeper = Keeper(kept_in, engine.url, archive)
    visits = session.visits = Visits(kept_in, engine.url, user_name(), archive)
    session.first_run = not keeper.knows_any
    try:
        session.visited = visits.last()
    except StateError as error:
        log.warning("%s", error)
    if fresh:
        return session
    try:
        kept = keeper.theme()
        if kept.configured == settings.theme and not no_color():
            session.theme = kept.theme if kept.theme in theme_names() else session.theme
        session.screen = keeper.screen()
    except StateError as error:
        log.warning("%s", error)
        session.lost = "How you left the app last time cannot be read; it starts afresh."
    return session
