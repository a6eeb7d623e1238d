"""Claims that came in since the last visit: how many is told at the start, a key shows them."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Engine
from textual.app import App

from db.analysis.new_claims import NewClaims, after_newest, came_in, read_new_claims
from db.connection.errors import ArchiveError
from db.query.model import ClaimQuery
from tui.browse.screen import BrowseScreen
from tui.core.navigation import main_screen
from tui.core.queries import newest_first
from tui.session.logs import log
from tui.session.session import Session
from tui.text import words

NO_VISIT: Final = "No visit before this one is known."


class SinceLastVisit:
    """Knows when the last visit was.

    Args:
        app: Whose main screen shows claims.
        engine: Of the archive.
        session: Knows the last visit, and is told what there was at the beginning of this one.
    """

    def __init__(self, app: App[Any], engine: Engine, session: Session) -> None:
        self._app = app
        self._engine = engine
        self._session = session
        self._since = session.visited

    def begin(self) -> None:
        """Count them in the background, tell how many, and mark the saved views that have some."""
        self._app.run_worker(self._count, group="news", thread=True)

    def show(self) -> None:
        """Have the main screen show them."""
        if self._since is None:
            self._app.notify(NO_VISIT)
        else:
            asked = newest_first(came_in(ClaimQuery(), self._since))
            main_screen(self._app).filter_by(asked)

    def _count(self) -> None:
        try:
            seen = after_newest(self._engine) or self._session.began
            self._session.seen = seen
            if self._since is None or self._since >= seen:
                return
            news = read_new_claims(self._engine, self._since)
        except ArchiveError as error:
            # Nobody asked for it: whatever is read next tells of the same trouble.
            log.warning("what is new: %s", error)
            return
        if news.claims:
            self._app.call_from_thread(self._tell, news)

    def _tell(self, news: NewClaims) -> None:
        main = main_screen(self._app)
        assert isinstance(main, BrowseScreen)
        main.views.news = news.in_views
        line = f"{words.counted(news.claims, 'new claim')} since your last visit; b shows them"
        self._app.notify(line, markup=False)
