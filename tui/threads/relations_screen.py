"""What other claims are to one: suggested, confirmed or dismissed, and judged here."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Final

from textual.binding import BindingType

from claims.relation import RelationState
from db.analysis.relations import RelationRow, list_relations
from db.claims.view import ClaimRow
from db.query.model import ClaimQuery
from tui.compare.claim_column import ClaimColumn
from tui.core.background import in_background
from tui.core.page_cache import ArticlePages
from tui.keys import keymap
from tui.text.words import counted
from tui.threads.relation_entries import relation_entries
from tui.threads.relation_judging import RelationJudgingScreen

SHOWN: Final = (RelationState.SUGGESTED, RelationState.CONFIRMED)


class RelationsScreen(RelationJudgingScreen):
    """A claim and what others are to it.

    Args:
        pages: Where articles are read from.
        row: The claim.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.RELATIONS
    EXPECTED = RelationJudgingScreen.EXPECTED | {"relations"}

    def __init__(self, pages: ArticlePages, row: ClaimRow) -> None:
        column = ClaimColumn(id="relations")
        column.border_title = "Suggestions, to say whether they are right: a right, x wrong"
        headline = "Relations: who repeats, agrees with, denies or updates a claim"
        super().__init__(pages, headline, column)
        self._row = row
        self.shown_command = self._command

    @property
    def relation(self) -> RelationRow | None:
        # The claim itself is the first entry.
        return None if self.claims.row is None else self._found[self.claims.at - 1]

    def _read(self) -> None:
        states = tuple(RelationState) if self._with_all else SHOWN
        asked = partial(list_relations, self._engine, ClaimQuery(), (), states, of=self._row.id)
        in_background(self, "relations", asked, self._show, failed=self._byline.say)

    def _show(self, found: list[RelationRow]) -> None:
        self._byline.say(counted(len(found), "relation") if found else "No relations are known.")
        self._found = found
        at = self.claims.at
        self.claims.fill([*relation_entries(self._row, found)], at)

    def _command(self) -> list[str]:
        states = tuple(RelationState) if self._with_all else ()
        asked = [word for state in states for word in ("--state", state.value)]
        return ["relations", "--of", self._row.claim_id, *asked]

    def action_relations(self) -> None:
        """Those of the claim at hand; its own are shown."""
        if (row := self.claims.row) is not None and row.id != self._row.id:
            super().action_relations()
