"""Judging what says the same, on the screen of a thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from sqlalchemy import Engine

from db.claims.view import ClaimRow, rows_by_id
from db.comparison.threads.judgements import join, label, part, undo
from db.identity.acts import Done
from tui.core.background import Host, do_in_background
from tui.dialogs.ask import AskScreen
from tui.session.user_name import user_name

GROUP: Final = "thread-judging"


class ThreadJudging:
    """Joins, parts and names threads in the background, and tells what was done.

    Args:
        screen: The one on which that is judged.
        engine: Of the archive.
        changed: Called afterwards.
    """

    def __init__(self, screen: Host, engine: Engine, changed: Callable[[], None]) -> None:
        self._screen = screen
        self._engine = engine
        self._changed = changed

    def same(self, one: ClaimRow, other: ClaimRow) -> None:
        """Judge two claims to say the same."""
        self._do(lambda: join(self._engine, one.claim_id, other.claim_id, user_name()))

    def different(self, one: ClaimRow, other: ClaimRow) -> None:
        """Judge two claims not to say the same."""
        self._do(lambda: part(self._engine, one.claim_id, other.claim_id, user_name()))

    def join_marked(self, ids: Sequence[int], to: ClaimRow) -> None:
        """Judge marked claims to say the same as one."""
        others = [ident for ident in ids if ident != to.id]
        if not others:
            line = "Mark claims with space in the table, then join them here."
            self._screen.notify(line, severity="warning")
            return

        def do() -> Done:
            rows = rows_by_id(self._engine, others)
            return [join(self._engine, to.claim_id, row.claim_id, user_name()) for row in rows][-1]

        self._do(do)

    def rename(self, thread: str, called: str) -> None:
        """Ask what a thread is to be called."""

        def save(text: str | None) -> None:
            if text is not None and text.strip() and text.strip() != called:
                self._do(lambda: label(self._engine, thread, text.strip(), user_name()))

        self._screen.app.push_screen(AskScreen("Label", "What the thread says", called), save)

    def undo(self) -> None:
        """Undo what this person judged last."""
        self._do(lambda: undo(self._engine, None, user_name()), "Undone: ")

    def _do(self, act: Callable[[], Done], before: str = "Done: ") -> None:
        def say(done: Done) -> None:
            self._screen.notify(f"{before}{done.what}.", markup=False)
            self._changed()

        do_in_background(self._screen, GROUP, act, say)
