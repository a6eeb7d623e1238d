"""A claim in large: all of its words, who says them as whom, where they stand and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen

from db.claims.article_page import ArticlePage, ClaimDetail
from db.claims.view import ClaimRow
from db.connection.engine import ArchiveError
from db.query.model import QueryError
from tui.core.article_blocks import claim_blocks, evidence
from tui.core.page_cache import ArticlePages
from tui.keys import keymap
from tui.widgets.blocks import Block, Mark
from tui.widgets.paper import Paper

GONE: Final = "This claim is no longer in the database."


def whole_blocks(page: ArticlePage, claim: ClaimDetail) -> Iterator[Block]:
    """A claim with all that is told of it, its own words first."""
    head, body, _ = claim_blocks(page, claim)
    words = claim.row.content
    yield Block(words, (Mark(0, len(words), "content"),), "text", gap=1)
    yield from head
    yield Block("In its article", style="label", gap=0)
    yield from body
    yield Block("Evidence", style="label", gap=0)
    yield from evidence(page, claim)


class WholeClaimScreen(ModalScreen[None]):
    """One claim over the screen that it was asked from.

    Args:
        pages: Where its article is read from.
        row: The claim.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.DIALOG

    @dataclass
    class _Read(Message):
        page: ArticlePage

    @dataclass
    class _Failed(Message):
        reason: str

    def __init__(self, pages: ArticlePages, row: ClaimRow) -> None:
        super().__init__()
        self._pages = pages
        self._row = row

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as dialog:
            dialog.border_title = "Claim"
            dialog.border_subtitle = "↓ scrolls · esc closes"
            yield Paper(id="whole")

    @property
    def _paper(self) -> Paper:
        return self.query_one("#whole", Paper)

    def on_mount(self) -> None:
        self._paper.show([Block("Reading…", style="label")])
        self._paper.focus()
        self._read()

    @work(thread=True, group="whole", exclusive=True)
    def _read(self) -> None:
        try:
            self.post_message(self._Read(self._pages.read(self._row.article_id, self._row.id)))
        except QueryError:
            self.post_message(self._Failed(GONE))
        except ArchiveError as error:
            self.post_message(self._Failed(str(error)))

    @on(_Read)
    def _show(self, event: _Read) -> None:
        event.stop()
        found = next((one for one in event.page.claims if one.row.id == self._row.id), None)
        if found is None:
            self._paper.show([Block(GONE, style="label")])
        else:
            self._paper.show([*whole_blocks(event.page, found)])

    @on(_Failed)
    def _not_read(self, event: _Failed) -> None:
        event.stop()
        self._paper.show([Block(event.reason, style="label")])

    def action_leave(self) -> None:
        self.dismiss(None)
