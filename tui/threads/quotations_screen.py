"""Where what a claim quotes stands again: verbatim, cut, altered or in another's mouth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar, Final

from textual.binding import BindingType

from claims.comparison import ChangeOp
from db.analysis.quotations import CopyRow, list_copies
from db.claims.view import ClaimRow
from db.query.model import ClaimQuery
from tui.compare.claim_column import ClaimColumn, Entry
from tui.compare.columns import claim_entry, differences, word_marks
from tui.core.article_blocks import claim_heading
from tui.core.background import in_background
from tui.core.page_cache import ArticlePages
from tui.keys import keymap
from tui.text.quotations import how_many, note
from tui.threads.claim_column_screen import ClaimColumnScreen
from tui.widgets.lines.blocks import Block

_ALL: Final = 0.995
"""Overlap from which it is told as 100 %, and need not be told."""


def copy_entries(own: ClaimRow, found: Sequence[CopyRow]) -> Iterator[Entry]:
    """A claim, then its copies, each with how it is one and which words it has otherwise.

    Args:
        own: The claim.
        found: Its copies, in the order to read them.
    """
    yield claim_entry(own, who=True)
    for one in found:
        overlap = f"{one.copy.overlap:.0%} of the words"
        parts = (one.copy.kind.value, overlap if one.copy.overlap < _ALL else "", note(one))
        line = " · ".join(part for part in parts if part)
        left_out = " … ".join(each.text for each in one.changes if each.op is ChangeOp.REMOVED)
        marks = word_marks(differences(own.content, one.row.content))
        yield Entry(
            (
                Block(line, style="note", claim=one.row.id, gap=0),
                claim_heading(one.row, who=True),
                Block(one.row.content, tuple(marks), claim=one.row.id, gap=0 if left_out else 1),
            ),
            one.row,
        )
        if left_out:
            yield Entry((Block(f"without: {left_out}", style="label"),))


class QuotationsScreen(ClaimColumnScreen):
    """A claim and the copies of what it quotes.

    Args:
        pages: Where articles are read from.
        row: The claim.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.QUOTATIONS
    EXPECTED = ClaimColumnScreen.EXPECTED | {"quotations"}

    def __init__(self, pages: ArticlePages, row: ClaimRow) -> None:
        column = ClaimColumn(id="quotations")
        column.border_title = "Changes of meaning first"
        headline = "Quotations: where the words of a claim stand again"
        super().__init__(pages, headline, column)
        self._row = row
        self._possible = False
        self.shown_command = self._command

    def _read(self) -> None:
        self._byline.say("reading… esc leaves")
        read = partial(
            list_copies, self._engine, self._row.claim_id, ClaimQuery(), possible=self._possible
        )
        in_background(self, "quotations", read, self._show, failed=self._byline.say)

    def _show(self, found: list[CopyRow]) -> None:
        more = "" if self._possible else " · z shows doubtful ones and slogans too"
        self._byline.say(f"{how_many(found)}{more}")
        self.claims.fill([*copy_entries(self._row, found)])

    def _command(self) -> list[str]:
        return ["quotations", self._row.claim_id, *(["--possible"] if self._possible else [])]

    def action_possible(self) -> None:
        """Show doubtful copies and slogans as well, or not."""
        self._possible = not self._possible
        self._read()
