"""Why this speaker: the links from the article's words to name, affiliation and run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from db.claims.article_page import ArticlePage
from db.claims.provenance import Why, read_why
from db.claims.view import ClaimRow
from db.connection.engine import ArchiveError
from db.query.model import QueryError
from tui.article.why_blocks import why_blocks, why_title
from tui.core.claim_screen import ClaimScreen
from tui.core.page_cache import ArticlePages
from tui.keys import keymap
from tui.text.safe_text import safe_line
from tui.widgets.blocks import Block
from tui.widgets.key_footer import KeyFooter
from tui.widgets.paper import Paper


class WhyScreen(ClaimScreen):
    """The evidence for one claim's speaker and affiliation."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.LEAF
    AUTO_FOCUS = "#why"

    @dataclass
    class _Read(Message):
        page: ArticlePage
        why: Why | None

    @dataclass
    class _Failed(Message):
        reason: str

    def __init__(self, pages: ArticlePages, row: ClaimRow) -> None:
        super().__init__(pages)
        self._row = row

    def compose(self) -> ComposeResult:
        paper = Paper(id="why", classes="pane")
        paper.border_title = Content(safe_line(why_title(self._row)))
        yield paper
        yield KeyFooter()

    @property
    def current_claim(self) -> ClaimRow:
        return self._row

    @property
    def _paper(self) -> Paper:
        return self.query_one("#why", Paper)

    def on_mount(self) -> None:
        self._paper.show([Block("Reading…", style="label")])
        self._read()

    @work(thread=True, group="why", exclusive=True)
    def _read(self) -> None:
        try:
            page = self._pages.read(self._row.article_id, self._row.id)
            self.post_message(self._Read(page, read_why(self._pages.engine, self._row.id)))
        except (ArchiveError, QueryError) as error:
            self.post_message(self._Failed(str(error)))

    @on(_Read)
    def _show(self, event: _Read) -> None:
        event.stop()
        claims = [claim for claim in event.page.claims if claim.row.id == self._row.id]
        if event.why is None or not claims:
            self._paper.show([Block("This claim is no longer in the database.", style="label")])
        else:
            self._paper.show(why_blocks(event.page, claims[0], event.why))

    @on(_Failed)
    def _not_read(self, event: _Failed) -> None:
        event.stop()
        self._paper.show([Block(event.reason, style="label")])

    def action_leave(self) -> None:
        self.dismiss(None)
