"""Judging suggested relations, on the screens that list them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from sqlalchemy import Engine

from claims.relation import RelationState
from db.analysis.relations import RelationRow
from db.comparison.relations.judgements import judge_relation, undo_judgement
from db.identity.acts import Done
from tui.core.background import Host, do_in_background
from tui.session.user_name import user_name

GROUP: Final = "relation-judging"


class RelationJudging:
    """Confirms or dismisses relations in the background, and tells what was done.

    Args:
        screen: The one on which they are listed.
        engine: Of the archive.
        changed: Called afterwards.
    """

    def __init__(self, screen: Host, engine: Engine, changed: Callable[[], None]) -> None:
        self._screen = screen
        self._engine = engine
        self._changed = changed
        self._judged: list[Done] = []
        """What was judged here and holds, in order."""
        self.has_changed = False

    def judge(self, one: RelationRow | None, state: RelationState) -> None:
        """Say that a relation is right, or that it is wrong."""
        if one is None:
            self._screen.notify("There is nothing to judge here.", severity="warning")
            return
        both = one.left.claim_id, one.right.claim_id
        do = partial(judge_relation, self._engine, *both, state, user_name())

        def done(judged: Done) -> None:
            self._judged.append(judged)
            self._tell(f"{state.value.capitalize()} – u undoes it")

        do_in_background(self._screen, GROUP, do, done)

    def undo(self) -> None:
        """Take back what was judged here last."""
        if not self._judged:
            self._screen.notify("Nothing was judged here.", severity="warning")
            return
        last = self._judged[-1]

        def undone(_: Done) -> None:
            self._judged.remove(last)
            self._tell("Undone: it is a suggestion again")

        do = partial(undo_judgement, self._engine, last.number, user_name())
        do_in_background(self._screen, GROUP, do, undone)

    def _tell(self, line: str) -> None:
        self.has_changed = True
        self._screen.notify(line)
        self._changed()
