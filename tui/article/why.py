"""Why this speaker: the links from the article's words to name, affiliation and run."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from db.claims.article_page import ArticlePage
from db.claims.provenance import Why, read_why
from db.claims.view import ClaimRow
from tui.article.why_blocks import GONE, why_blocks, why_title
from tui.core.background import in_background
from tui.core.claim_screen import ClaimScreen
from tui.core.page_cache import ArticlePages
from tui.keys import keymap
from tui.text.safe_text import safe_line
from tui.widgets.key_footer import KeyFooter
from tui.widgets.lines.blocks import Block
from tui.widgets.lines.paper import Paper


class WhyScreen(ClaimScreen):
    """The evidence for one claim's speaker and affiliation."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.LEAF
    AUTO_FOCUS = "#why"

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
        self._say("Reading…")
        in_background(self, "why", self._read, self._show, failed=self._say)

    def _read(self) -> tuple[ArticlePage, Why | None]:
        page = self._pages.read(self._row.article_id, self._row.id)
        return page, read_why(self._pages.engine, self._row.id)

    def _show(self, read: tuple[ArticlePage, Why | None]) -> None:
        page, why = read
        claim = page.claim(self._row.id)
        if why is None or claim is None:
            self._say(GONE)
        else:
            self._paper.show(why_blocks(page, claim, why))

    def _say(self, text: str) -> None:
        self._paper.show([Block(text, style="label")])

    def action_leave(self) -> None:
        self.dismiss(None)
