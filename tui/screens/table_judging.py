"""Judging in the table of the main screen: the marked claims, else the one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from db.review import Judged
from db.schema import ReviewAction
from db.view import ClaimRow
from tui.screens.judging import JudgingScreen
from tui.screens.panes import PanesScreen
from tui.screens.review import ReviewScreen


class TableJudgingScreen(PanesScreen, JudgingScreen):
    """A screen with a table of claims to judge."""

    def to_judge(self) -> list[int]:
        current = self.table.current_id
        return list(self.table.marks) or ([] if current is None else [current])

    def row_to_judge(self) -> ClaimRow | None:
        return self.table.current_row

    def seen(self, ids: Sequence[int]) -> list[int]:
        source = self.table.source
        here = set() if source is None else {row.id for row in source.loaded()}
        return [ident for ident in ids if ident in here]

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
        self.app.push_screen(ReviewScreen(self._pages, self.query_shown, list(self.table.marks)))
