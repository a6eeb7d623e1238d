"""Looks now and then whether others reviewed something, and has the screens show it."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Engine
from textual.app import App

from db.claims.view import rows_by_id
from db.connection.engine import ArchiveError
from db.connection.errors import archive_errors
from db.review.others import newest_step, steps_since
from tui.review.actions import ClaimsChanged, claims_on_screens
from tui.session.logs import log

LOOKING_SECONDS: Final = 3.0
"""How often is looked."""

_KEPT: Final = 1_000
"""Numbers of steps that are remembered."""


class Others:
    """Knows which steps were seen; those of this app are told of by `made`.

    Args:
        app: Whose screens show claims.
        engine: Of the archive.
    """

    def __init__(self, app: App[Any], engine: Engine) -> None:
        self._app = app
        self._engine = engine
        self._seen: dict[int, None] = {}
        self._newest: int | None = None

    def made(self, step: int | None) -> None:
        """A step is this app's own."""
        if step is not None:
            self._seen[step] = None

    def look(self) -> None:
        """Look, in the background, unless the last look has not ended."""
        self._app.run_worker(self._look, group="others", thread=True, exit_on_error=False)

    def _look(self) -> None:
        try:
            if self._newest is None:
                self._newest = newest_step(self._engine)
                known = steps_since(self._engine, self._newest, ())
                self._seen |= {one.number: None for one in known}
                return
            found = steps_since(self._engine, self._newest, self._seen)
            here = claims_on_screens(self._app) if found else set()
            for one in found:
                # Some of them this app may have made since it looked.
                if one.number not in self._seen:
                    self._seen[one.number] = None
                    ids = [ident for ident in one.done.ids if ident in here]
                    with archive_errors(self._engine):
                        rows = rows_by_id(self._engine, ids)
                    self._app.post_message(
                        ClaimsChanged(one.done, rows, by=one.who, overruled=one.overruled)
                    )
                self._newest = max(self._newest, one.number)
        except ArchiveError as error:
            # Whatever is done next in the app tells of it.
            log.warning("looking for others' reviews: %s", error)
        for old in list(self._seen)[:-_KEPT]:
            del self._seen[old]
