"""A whole article with every claim marked by speaker; next and previous claim, of all or of one."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.widgets import Footer, Static

from db.engine import ArchiveError
from db.query import QueryError
from db.reader import ArticlePage, ClaimDetail
from db.view import ClaimRow
from tui import keymap, words
from tui.cast import NOBODY, cast_of, speaks
from tui.pages import ArticlePages
from tui.reading import article_blocks, claim_head, evidence, headline, in_order
from tui.safe_text import safe_line
from tui.screens.claim_screen import ClaimScreen
from tui.widgets.cast_list import CastList
from tui.widgets.paper import Block, Paper
from tui.words import NOTHING

MOST_CAST = 10
"""Speakers that are listed without scrolling."""


class ArticleScreen(ClaimScreen):
    """One article, opened at one of its claims."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.ARTICLE
    AUTO_FOCUS = "#text"

    class _Read(Message):
        def __init__(self, page: ArticlePage) -> None:
            super().__init__()
            self.page = page

    class _Failed(Message):
        def __init__(self, reason: str) -> None:
            super().__init__()
            self.reason = reason

    def __init__(self, pages: ArticlePages, article_id: str, claim: int | None = None) -> None:
        super().__init__(pages)
        self._article_id = article_id
        self._page: ArticlePage | None = None
        self._claims: list[ClaimDetail] = []
        self._wanted = claim
        self._at = 0
        self.cast = CastList(id="cast")
        self.cast.border_title = "Quoted here"

    def compose(self) -> ComposeResult:
        yield Static(Content(""), id="byline")
        yield Static(Content(""), id="legend")
        with Container(id="article"):
            yield Paper(gutter=4, id="text", classes="pane")
            with Container(id="aside"):
                card = Paper(id="card", classes="pane")
                card.border_title = "Claim"
                yield card
                yield self.cast
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        kept = self._pages.kept(self._article_id, self._wanted)
        if kept is not None:
            self._show(kept)
        else:
            self.query_one("#text", Paper).show([Block("Reading…", style="label")])
            self._read()

    @property
    def current(self) -> ClaimDetail | None:
        """The claim that is marked as the current one."""
        return self._claims[self._at] if self._claims else None

    @property
    def current_claim(self) -> ClaimRow | None:
        return self.current.row if self.current is not None else None

    @work(thread=True, group="article", exclusive=True)
    def _read(self) -> None:
        try:
            self.post_message(self._Read(self._pages.read(self._article_id, self._wanted)))
        except (ArchiveError, QueryError) as error:
            self.post_message(self._Failed(str(error)))

    @on(_Read)
    def _was_read(self, event: _Read) -> None:
        event.stop()
        self._show(event.page)

    @on(_Failed)
    def _was_not_read(self, event: _Failed) -> None:
        event.stop()
        self.notify(event.reason, severity="error", markup=False)
        self.query_one("#text", Paper).show([Block(event.reason, style="label")])

    def _show(self, page: ArticlePage) -> None:
        self._page = page
        self._claims = in_order(page)
        ids = [claim.row.id for claim in self._claims]
        self._at = ids.index(self._wanted) if self._wanted in ids else 0
        article, cast = page.article, cast_of(page)
        self.cast.show(cast, len(self._claims))
        self.cast.styles.height = min(len(cast.voices) + 3, MOST_CAST + 3)
        self.query_one("#legend", Static).update(Content(safe_line(cast.legend())))
        self.query_one("#text", Paper).border_title = Content(safe_line(headline(article)))
        told = [
            article.outlet or "",
            words.dated(article.published, article.precision),
            words.byline(article.byline),
            words.counted(len(self._claims), "claim"),
        ]
        line = " · ".join(part for part in told if part)
        self.query_one("#byline", Static).update(Content(safe_line(line)))
        self._show_current(keep_place=False)

    def _show_current(self, *, keep_place: bool = True) -> None:
        if self._page is None:
            return
        text, card, claim = (
            self.query_one("#text", Paper),
            self.query_one("#card", Paper),
            self.current,
        )
        blocks = article_blocks(
            self._page, claim.row.id if claim else None, self.cast.cast, self.cast.chosen
        )
        text.show(blocks, keep_place=keep_place)
        if claim is None:
            card.show([Block("No claims were found in this article.", style="label")])
            return
        card.show([*claim_head(claim.row), *evidence(self._page, claim)])
        text.border_subtitle = Content(safe_line(self._place()))
        text.reveal_offset(claim.row.content_start)

    @on(Paper.Clicked, "#text")
    def _click(self, event: Paper.Clicked) -> None:
        event.stop()
        if event.block.offset is None:
            return
        at = event.block.offset + event.offset
        hit = [
            number
            for number, claim in enumerate(self._claims)
            if any(span.start <= at < span.end for span in claim.content)
        ]
        if hit and hit[-1] != self._at:
            self._at = hit[-1]
            self._show_current()

    def _place(self) -> str:
        """``claim 3 of 5``, or ``claim 1 of 2 by Anna Feld``."""
        walked = self._walked()
        if self.cast.chosen is None:
            return f"claim {self._at + 1} of {len(walked)}"
        number = walked.index(self._at) + 1 if self._at in walked else NOTHING
        return f"claim {number} of {len(walked)} by {self.cast.chosen or NOBODY}"

    def _walked(self) -> list[int]:
        """The places of the claims that are gone through: all, or those of one speaker."""
        chosen = self.cast.chosen
        places = range(len(self._claims))
        return [n for n in places if chosen is None or speaks(self._claims[n].row, chosen)]

    @on(CastList.Chosen)
    def _only(self, event: CastList.Chosen) -> None:
        event.stop()
        walked = self._walked()
        if walked and self._at not in walked:
            # On from here, as reading goes.
            self._at = next((n for n in walked if n > self._at), walked[0])
        self._show_current()

    @on(CastList.Left)
    def _back_to_text(self, event: CastList.Left) -> None:
        event.stop()
        self.remove_class("-cast")
        self.query_one("#text", Paper).focus()

    def action_cast(self) -> None:
        """To the speakers of the article, and from there back to the text."""
        if self.cast.has_focus:
            self.cast.action_leave()
        else:
            self.add_class("-cast")
            self.call_after_refresh(self.cast.focus)

    def action_claim(self, step: int) -> None:
        if not self._claims:
            return
        ahead = [n for n in self._walked() if (n - self._at) * step > 0]
        if not ahead:
            self.notify("This is the last claim." if step > 0 else "This is the first claim.")
            return
        self._at = ahead[0] if step > 0 else ahead[-1]
        self._show_current()

    def action_here(self) -> None:
        """Scroll back to the current claim."""
        if self.current is not None:
            self.query_one("#text", Paper).reveal_offset(self.current.row.content_start)

    def action_leave(self) -> None:
        self.dismiss(None)
