"""Judging in the table of the main screen: the marked claims, else the one under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from db.claims.view import ClaimRow
from db.review.actions import Judged
from db.schema.choices import ReviewAction
from tui.browse.panes import PanesScreen
from tui.browse.which_dialog import HERE, MARKED, NONE, VIEW, WhichScreen
from tui.review.actions import JudgingScreen
from tui.review_queue.screen import ReviewScreen


class TableJudgingScreen(PanesScreen, JudgingScreen):
    """A screen with a table of claims to judge."""

    def to_judge(self) -> list[int]:
        current = self.table.current_id
        return [] if current is None else [current]

    def on_claims(self, do: Callable[[list[int]], None]) -> None:
        self._on_marked("the claim under the cursor", self.to_judge() or None, do)

    def _on_marked(
        self, told: str, here: list[int] | None, do: Callable[[list[int]], None]
    ) -> None:
        """Do something to the marked claims; where the view lacks any of them, ask to which.

        Args:
            told: What ``here`` is.
            here: What it is done to if nothing is marked; None if there is no such thing.
            do: What is to be done.
        """
        marked = self.marked
        if marked.out_of_view:

            def chosen(which: str | None) -> None:
                ids = {HERE: here, VIEW: marked.in_view, MARKED: marked.ids}.get(which or NONE)
                if ids is not None:
                    do(ids)

            offered = told if here is not None else None
            self.app.push_screen(WhichScreen(marked, offered, self.app._keymap), chosen)
        elif (ids := marked.ids or here) is not None:
            do(ids)

    def row_to_judge(self) -> ClaimRow | None:
        return self.table.current_row

    def ids_here(self) -> list[int]:
        source = self.table.source
        return [] if source is None else [row.id for row in source.loaded()]

    def show_judged(self, judged: Judged, rows: Sequence[ClaimRow]) -> None:
        self.table.replace(rows)
        self.results.follow()
        if judged.action is ReviewAction.CORRECT:
            self.side.forget()
            self.count_sides()
        else:
            # What was rejected counts until the view is read again, as it shows until then.
            self.side.expire()

    def action_review(self) -> None:
        def review(ids: list[int]) -> None:
            self.app.push_screen(ReviewScreen(self._pages, self.query_shown, ids))

        self._on_marked("what this view has to review", [], review)
