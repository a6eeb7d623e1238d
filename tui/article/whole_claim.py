"""A claim in large: all of its words, who says them as whom, where they stand and why."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical

from db.claims.article_page import ArticlePage, ClaimDetail
from db.claims.view import ClaimRow
from db.query.model import QueryError
from tui.article.why_blocks import GONE
from tui.core.article_blocks import claim_blocks, evidence
from tui.core.background import in_background
from tui.core.page_cache import ArticlePages
from tui.dialogs.dialog import Dialog
from tui.widgets.lines.blocks import Block, Mark
from tui.widgets.lines.paper import Paper


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


class WholeClaimScreen(Dialog[None]):
    """One claim over the screen that it was asked from.

    Args:
        pages: Where its article is read from.
        row: The claim.
    """

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
        self._say("Reading…")
        self._paper.focus()
        in_background(self, "whole", self._read, self._show, failed=self._say)

    def _read(self) -> ArticlePage | None:
        try:
            return self._pages.read(self._row.article_id, self._row.id)
        except QueryError:
            return None

    def _show(self, page: ArticlePage | None) -> None:
        claim = None if page is None else page.claim(self._row.id)
        if page is None or claim is None:
            self._say(GONE)
        else:
            self._paper.show([*whole_blocks(page, claim)])

    def _say(self, text: str) -> None:
        self._paper.show([Block(text, style="label")])
