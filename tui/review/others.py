"""Looks now and then whether others reviewed something, and has the screens show it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, Final

from sqlalchemy import Engine
from textual.app import App

from db.claims.view import rows_by_id
from db.connection.engine import ArchiveError
from db.connection.errors import archive_errors
from db.review.others import OthersStep, newest_step, steps_since
from tui.review.actions import ACTING, ClaimsChanged, claims_on_screens
from tui.session.logs import log
from tui.session.user_name import user_name

LOOKING_SECONDS: Final = 3.0
"""How often is looked."""

LOOKING: Final = "others"
"""The group of the workers that look."""

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
        self._doubtful: frozenset[int] = frozenset()
        """Steps in the user's name that the last look found: a screen may yet say it made them."""

    def made(self, step: int | None) -> None:
        """A step is this app's own."""
        if step is not None:
            self._seen[step] = None

    def look(self) -> None:
        """Look, in the background, unless the last look has not ended."""
        if not self._works(LOOKING):
            self._in_background(self._look)

    def _works(self, group: str) -> bool:
        return any(one.group == group and not one.is_finished for one in self._app.workers)

    def _in_background(self, work: Callable[[], None]) -> None:
        self._app.run_worker(work, group=LOOKING, thread=True, exit_on_error=False)

    def _look(self) -> None:
        with self._logged():
            if self._newest is None:
                self._newest = newest_step(self._engine)
                known = steps_since(self._engine, self._newest, ())
                self._seen |= {one.number: None for one in known}
            elif found := steps_since(self._engine, self._newest, list(self._seen)):
                self._app.call_later(self._take, found, user_name())

    def _take(self, found: Sequence[OthersStep], user: str) -> None:
        """Take in what a look found, unless one of it may be this app's own, which says so last."""
        if self._works(ACTING):
            return
        new = [one for one in found if one.number not in self._seen]
        known, own = self._doubtful, {one.number for one in new if one.who == user}
        self._doubtful = frozenset(own)
        if not new or not own <= known:
            return
        self._seen |= {one.number: None for one in new}
        self._newest = max(self._newest or 0, new[-1].number)
        for old in list(self._seen)[:-_KEPT]:
            del self._seen[old]
        self._in_background(partial(self._tell, new, claims_on_screens(self._app)))

    def _tell(self, new: Sequence[OthersStep], here: Collection[int]) -> None:
        with self._logged():
            for one in new:
                ids = [ident for ident in one.done.ids if ident in here]
                with archive_errors(self._engine):
                    rows = rows_by_id(self._engine, ids)
                changed = ClaimsChanged(one.done, rows, by=one.who, overruled=one.overruled)
                self._app.post_message(changed)

    @contextmanager
    def _logged(self) -> Iterator[None]:
        try:
            yield
        except ArchiveError as error:
            # Whatever is done next in the app tells of it.
            log.warning("looking for others' reviews: %s", error)
