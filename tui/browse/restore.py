"""From what was kept to a main screen."""

from __future__ import annotations

from sqlalchemy import Engine

from db.query.model import ClaimQuery
from tui.browse.panes import OPENED
from tui.browse.screen import BrowseScreen
from tui.session.session import Session


def restored_screen(engine: Engine, query: ClaimQuery | None, session: Session) -> BrowseScreen:
    """The main screen as it was left, or on another query with the panes as they were left.

    Args:
        engine: Of the archive.
        query: What to show; if None, what was shown.
        session: Has how it was left.
    """
    kept = session.screen
    same = query is None
    screen = BrowseScreen(engine, session.query() if query is None else query)
    if same:
        screen.opening.keep = kept.claim
        screen.views.left = kept.view
    screen.filter.recent.lines = kept.recent
    screen.add_class(*(name for name in kept.panes if name in OPENED))
    return screen
