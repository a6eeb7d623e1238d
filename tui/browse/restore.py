"""From what was kept to a main screen, and back."""

from __future__ import annotations

from sqlalchemy import Engine

from db.query.model import ClaimQuery
from tui.browse.screen import BrowseScreen
from tui.session.session import Session
from tui.session.state import ScreenState

PANES = ("-side", "-detail-on", "-detail-off")
"""The classes by which panes of the main screen are opened and closed."""


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
        screen.keep_cursor_on(kept.claim)
        screen.left_view = kept.view
    screen.add_class(*(name for name in kept.panes if name in PANES))
    return screen


def screen_state(screen: BrowseScreen) -> ScreenState | None:
    """How the main screen is now; None as long as it has nothing to show."""
    if screen.shown is None:
        return None
    table = screen.table
    return ScreenState(
        line=screen.shown.query.to_filter(),
        claim=table.current_id if table.cursor else None,
        panes=tuple(name for name in PANES if screen.has_class(name)),
        view=screen.open_view,
    )
