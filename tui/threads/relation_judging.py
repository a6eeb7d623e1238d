"""Screens that list relations, of each of which one may say whether it is right."""

from __future__ import annotations

from functools import partial
from typing import Final

from claims.relation import RelationState
from db.analysis.relations import RelationRow
from db.comparison.relations.judgements import judge_relation, undo_judgement
from db.identity.acts import Done
from tui.compare.claim_column import ClaimColumn
from tui.core.background import do_in_background
from tui.core.navigation import main_screen
from tui.core.page_cache import ArticlePages
from tui.session.user_name import user_name
from tui.threads.claim_column_screen import ClaimColumnScreen

GROUP: Final = "relation-judging"


class RelationJudgingScreen(ClaimColumnScreen):
    """Relations of claims, to be confirmed or dismissed. As `ClaimColumnScreen`."""

    EXPECTED = ClaimColumnScreen.EXPECTED | {GROUP}

    def __init__(self, pages: ArticlePages, headline: str, column: ClaimColumn) -> None:
        super().__init__(pages, headline, column)
        self._found: list[RelationRow] = []
        self._with_all = False
        """Whether those are listed too that are left out for what was judged of them."""
        self._judged: list[Done] = []
        """What was judged here and holds, in order."""
        self._changed = False

    @property
    def relation(self) -> RelationRow | None:
        """The one at hand; None if there is none. Subclasses say which."""
        return None

    def action_judge(self, state: str) -> None:
        """Say that the relation at hand is right, or that it is wrong."""
        if (one := self.relation) is None:
            self.notify("There is nothing to judge here.", severity="warning")
            return
        both = one.left.claim_id, one.right.claim_id
        do = partial(judge_relation, self._engine, *both, RelationState(state), user_name())

        def done(judged: Done) -> None:
            self._judged.append(judged)
            self._tell(f"{state.capitalize()} – u undoes it")

        do_in_background(self, GROUP, do, done)

    def action_undo(self) -> None:
        """Take back what was judged here last."""
        if not self._judged:
            self.notify("Nothing was judged here.", severity="warning")
            return
        last = self._judged[-1]

        def undone(_: Done) -> None:
            self._judged.remove(last)
            self._tell("Undone: it is a suggestion again")

        do_in_background(
            self, GROUP, partial(undo_judgement, self._engine, last.number, user_name()), undone
        )

    def _tell(self, line: str) -> None:
        self._changed = True
        self.notify(line)
        self._read()

    def action_judged(self) -> None:
        """List those too that are left out for what was judged of them, or not."""
        self._with_all = not self._with_all
        self._read()

    def action_leave(self) -> None:
        if self._changed:
            main_screen(self.app).action_reload()
        super().action_leave()
