"""What other claims are to one: suggested, confirmed or dismissed, and judged here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar, Final

from textual.binding import BindingType

from claims.relation import RelationState
from db.analysis.relations import RelationRow, list_relations
from db.claims.view import ClaimRow
from db.comparison.relations.judgements import judge_relation, undo_judgement
from db.identity.acts import Done
from db.query.model import ClaimQuery
from tui.compare.claim_column import ClaimColumn, Entry
from tui.core.article_blocks import claim_heading, speaking
from tui.core.background import do_in_background, in_background
from tui.core.navigation import main_screen
from tui.core.page_cache import ArticlePages
from tui.keys import keymap
from tui.session.who import who
from tui.text.words import counted
from tui.threads.claim_column_screen import ClaimColumnScreen
from tui.widgets.lines.blocks import Block, Mark

GROUP: Final = "relation-judging"

_SHOWN: Final = (RelationState.SUGGESTED, RelationState.CONFIRMED)


def relation_entries(own: ClaimRow, found: Sequence[RelationRow]) -> Iterator[Entry]:
    """A claim, then those that relate to it, each with how it does and which words led to it.

    Args:
        own: The claim.
        found: Its relations, in the order to read them.
    """
    yield Entry(_claim(own))
    for one in found:
        does = one.right.id == own.id
        other = one.left if does else one.right
        line = one.relation.in_words(does=does, ordered=one.ordered)
        sure = f"{one.state.value}, {one.score:.2f}"
        words = ", ".join(one.evidence)
        parts = [line, sure, f"by the words {words}" if words else ""]
        relation = Block(" · ".join(part for part in parts if part), style="note", claim=other.id)
        yield Entry((relation, *_claim(other)), other)


def _claim(row: ClaimRow) -> tuple[Block, ...]:
    name = speaking(row)
    speaker = Block(name, (Mark(0, len(name), "speaker"),), claim=row.id, gap=0)
    return speaker, claim_heading(row), Block(row.content, claim=row.id)


class RelationsScreen(ClaimColumnScreen):
    """A claim and what others are to it.

    Args:
        pages: Where articles are read from.
        row: The claim.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.RELATIONS
    EXPECTED = ClaimColumnScreen.EXPECTED | {"relations", GROUP}

    def __init__(self, pages: ArticlePages, row: ClaimRow) -> None:
        column = ClaimColumn(id="relations")
        column.border_title = "Suggestions, to say whether they are right: a right, x wrong"
        headline = "Relations: who repeats, agrees with, denies or updates a claim"
        super().__init__(pages, row, headline, column)
        self._dismissed = False
        self._judged: list[Done] = []
        """What was judged here and holds, in order."""
        self._changed = False

    def _read(self) -> None:
        states = tuple(RelationState) if self._dismissed else _SHOWN
        asked = partial(list_relations, self._engine, ClaimQuery(), (), states, of=self._row.id)
        in_background(self, "relations", asked, self._show, failed=self._byline.say)

    def _show(self, found: list[RelationRow]) -> None:
        self._byline.say(counted(len(found), "relation") if found else "No relations are known.")
        at = self.claims.at
        self.claims.fill([*relation_entries(self._row, found)], at)

    # Judging

    def action_judge(self, state: str) -> None:
        """Say that the relation at hand is right, or that it is wrong."""
        other = self.claims.row
        if other is None:
            self.notify("There is nothing to judge here.", severity="warning")
            return
        judged = RelationState(state)
        do = partial(
            judge_relation, self._engine, self._row.claim_id, other.claim_id, judged, who()
        )

        def done(one: Done) -> None:
            self._judged.append(one)
            self._say(f"{judged.value.capitalize()} – u undoes it")

        do_in_background(self, GROUP, do, done)

    def action_undo(self) -> None:
        """Take back what was judged here last."""
        if not self._judged:
            self.notify("Nothing was judged here.", severity="warning")
            return
        last = self._judged[-1]

        def undone(_: Done) -> None:
            self._judged.remove(last)
            self._say("Undone: it is a suggestion again")

        do_in_background(
            self, GROUP, partial(undo_judgement, self._engine, last.number, who()), undone
        )

    def _say(self, line: str) -> None:
        self._changed = True
        self.notify(line)
        self._read()

    # Actions

    def action_dismissed(self) -> None:
        """Show dismissed relations as well, or not."""
        self._dismissed = not self._dismissed
        self._read()

    def action_relations(self) -> None:
        """Those of the claim at hand; its own are shown."""
        if (row := self.claims.row) is not None and row.id != self._row.id:
            super().action_relations()

    def action_leave(self) -> None:
        if self._changed:
            main_screen(self.app).action_reload()
        super().action_leave()
