"""A whole article with every claim marked by speaker; next and previous claim, of all or of one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Final

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from claims.review import ReviewState
from db.analysis.facets.left_out import LeftOut
from db.claims.article_page import ArticlePage, ArticleRow, ClaimDetail
from db.claims.view import ClaimRow
from db.query.model import ClaimQuery
from db.review.actions import Reviewed
from tui.article.speaker_list import SpeakerList
from tui.core.article_blocks import (
    article_blocks,
    claim_head,
    evidence,
    first_look,
    headline,
    in_order,
)
from tui.core.background import in_background
from tui.core.claim_screen import ClaimScreen
from tui.core.navigation import ShowStories
from tui.core.page_cache import ArticlePages
from tui.core.selection_keys import Selecting
from tui.core.speaker_letters import letters_of, speaks
from tui.keys import keymap
from tui.review.actions import Reviewing
from tui.text import words
from tui.text.command_line import filter_options
from tui.text.safe_text import safe_line
from tui.text.words import NOTHING
from tui.widgets.key_footer import KeyFooter
from tui.widgets.lines.blocks import Block
from tui.widgets.lines.paper import Paper

_AROUND: Final = 2
"""Cells around the line above the article."""
MOST_SPEAKERS: Final = 10
"""Speakers that are listed without scrolling."""


class ArticleScreen(ClaimScreen):
    """One article, opened at one of its claims; keys of review are about that one alone."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.ARTICLE_SCREEN
    AUTO_FOCUS = "#text"
    EXPECTED = ClaimScreen.EXPECTED | {"article", "same"}

    def __init__(self, pages: ArticlePages, article_id: str, claim: int | None = None) -> None:
        super().__init__(pages)
        self._article_id = article_id
        self._page: ArticlePage | None = None
        self._whole: ArticlePage | None = None
        self._hidden = LeftOut()
        self._hides = True
        self._claims: list[ClaimDetail] = []
        self._wanted = claim
        self._at = 0
        self.reviewing = Reviewing(self, pages)
        self.selecting = Selecting(self, pages.engine)
        self.speaker_list = SpeakerList(id="speaker-list")
        self.speaker_list.border_title = "Speakers here"
        self.shown_command = self._command

    def compose(self) -> ComposeResult:
        yield Static(Content(""), id="byline")
        yield Static(Content(""), id="legend")
        with Container(id="article"):
            yield Paper(gutter=6, id="text", classes="pane")
            with Container(id="aside"):
                card = Paper(id="card", classes="pane")
                card.border_title = "Claim"
                yield card
                yield self.speaker_list
        yield KeyFooter()

    def on_mount(self) -> None:
        self._open()

    def _open(self) -> None:
        kept = self._pages.kept(self._article_id, self._wanted)
        if kept is not None:
            self._show(kept)
        else:
            self.query_one("#text", Paper).show([Block("Reading…", style="label")])
            self._read(self._article_id, self._wanted)

    def go_to(self, article_id: str, claim: int) -> None:
        """Show another claim, in this article or another."""
        self._wanted = claim
        here = [one.row.id for one in self._claims]
        if article_id == self._article_id and claim in here:
            self._at = here.index(claim)
            self._show_current()
        else:
            self._article_id = article_id
            self._open()

    def _command(self) -> list[str]:
        asked = ClaimQuery(articles=(self._article_id,), everything=not self._hides)
        return ["list", *filter_options(asked)]

    @property
    def current(self) -> ClaimDetail | None:
        """The claim that is marked as the current one."""
        return self._claims[self._at] if self._claims else None

    @property
    def current_claim(self) -> ClaimRow | None:
        return self.current.row if self.current is not None else None

    def _read(self, article_id: str, claim: int | None, *, again: bool = False) -> None:
        """Read an article; ``again`` if it is shown, and is now as it was reviewed."""
        read = partial(self._pages.read, article_id, claim)
        then = partial(self._was_read, again=again)
        in_background(self, "article", read, then, failed=self._was_not_read)

    def _was_read(self, page: ArticlePage, *, again: bool) -> None:
        if page.article.article_id != self._article_id:
            return  # another one was asked for meanwhile
        if again and self._is_shown and self.current is not None:
            self._wanted = self.current.row.id
        self._show(page, again=again)

    @property
    def _is_shown(self) -> bool:
        """Whether the article that was asked for last is the one on the screen."""
        return self._page is not None and self._page.article.article_id == self._article_id

    def _was_not_read(self, reason: str) -> None:
        self.notify(reason, severity="error", markup=False)
        self.query_one("#text", Paper).show([Block(reason, style="label")])

    def _show(self, page: ArticlePage, *, again: bool = False) -> None:
        # What was looked at stays, whatever became of it.
        seen = {one.row.id for one in self._claims} if again else {self._wanted}
        self._whole = page
        page, self._hidden = first_look(page, seen) if self._hides else (page, LeftOut())
        self._page = page
        self._claims = in_order(page)
        ids = [claim.row.id for claim in self._claims]
        self._at = ids.index(self._wanted) if self._wanted in ids else 0
        article, letters = (
            page.article,
            letters_of(page, self.speaker_list.letters if again else None),
        )
        self.speaker_list.show(
            letters, len(self._claims), self.speaker_list.chosen if again else None
        )
        self.speaker_list.styles.height = min(len(letters.speakers) + 3, MOST_SPEAKERS + 3)
        self.query_one("#legend", Static).update(Content(safe_line(letters.legend())))
        self.query_one("#text", Paper).border_title = Content(safe_line(headline(article)))
        self.tell_article()
        self._show_current(keep_scroll=again)

    def facts_of(self, article: ArticleRow, *, brief: bool) -> list[str]:
        """What stands above the article, in brief without why claims are hidden."""
        return [
            words.ALTERED if self._page is not None and self._page.altered else "",
            article.outlet or "",
            article.published.as_known or "undated",
            words.byline(article.byline),
            self._story(),
            self._counts(brief=brief),
        ]

    def _story(self) -> str:
        """``1 of 3 copies: K lists them``; empty where the article is the only one of its text."""
        many = 1 if self._page is None else self._page.of_story
        return f"1 of {many:,} copies: K lists them" if many > 1 else ""

    def _counts(self, *, brief: bool) -> str:
        """``5 claims, 1 of them rejected · 3 hidden: nested, doubtful · z shows``."""
        line = words.counted(len(self._claims), "claim")
        rejected = sum(one.row.review == ReviewState.REJECTED for one in self._claims)
        if rejected:
            line = f"{line}, {rejected:,} of them rejected"
        hidden = words.hidden_in_words(self._hidden, brief=brief)
        return " · ".join([line, *(hidden if self._hides else ["z hides"])])

    def tell_article(self) -> None:
        """Say above the article what it is."""
        if self._page is not None:
            line = self._facts(brief=False)
            if cell_len(line) > self.size.width - _AROUND:
                line = self._facts(brief=True)
            self.query_one("#byline", Static).update(Content(safe_line(line)))

    def _facts(self, *, brief: bool) -> str:
        assert self._page is not None
        return " · ".join(filter(None, self.facts_of(self._page.article, brief=brief)))

    def _show_current(self, *, keep_scroll: bool = True) -> None:
        if self._page is None:
            return
        text, card, claim = (
            self.query_one("#text", Paper),
            self.query_one("#card", Paper),
            self.current,
        )
        blocks = article_blocks(
            self._page,
            claim.row.id if claim else None,
            self.speaker_list.letters,
            self.speaker_list.chosen,
            self.selecting.selection,
        )
        text.show(blocks, keep_scroll=keep_scroll)
        if claim is None:
            card.show([Block("No claims were found in this article.", style="label")])
            return
        card.show([*claim_head(claim.row, own=True), *evidence(self._page, claim)])
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
        """``claim 3 of 5 · marked``, or ``claim 1 of 2 by Anna Feld``."""
        walked = self._walked()
        selected = " · marked" if self.current_id in self.selecting.selection else ""
        if self.speaker_list.chosen is None:
            return f"claim {self._at + 1} of {len(walked)}{selected}"
        number = walked.index(self._at) + 1 if self._at in walked else NOTHING
        return f"claim {number} of {len(walked)} by {self.speaker_list.chosen_label}{selected}"

    def _walked(self) -> list[int]:
        """The places of the claims that are gone through: all, or those of one speaker."""
        chosen = self.speaker_list.chosen
        indices = range(len(self._claims))
        return [n for n in indices if chosen is None or speaks(self._claims[n].row, chosen)]

    @on(SpeakerList.Chosen)
    def _only(self, event: SpeakerList.Chosen) -> None:
        event.stop()
        walked = self._walked()
        if walked and self._at not in walked:
            # On from here, as reading goes.
            self._at = next((n for n in walked if n > self._at), walked[0])
        self._show_current()

    @on(SpeakerList.Left)
    def _back_to_text(self, event: SpeakerList.Left) -> None:
        event.stop()
        self.remove_class("-speaker-list")
        self.query_one("#text", Paper).focus()

    # Reviewing and marking

    def claims_here(self) -> list[int]:
        return [claim.row.id for claim in self._claims]

    def show_reviewed(self, done: Reviewed, rows: Sequence[ClaimRow]) -> None:
        if rows and self.current is not None and self._is_shown:
            # Speakers and places of claims may have changed, and with them who is quoted here.
            self._read(self._article_id, self.current.row.id, again=True)

    def after_toggle(self) -> None:
        ahead = [n for n in self._walked() if n > self._at]
        if ahead:
            self._at = ahead[0]
        self._show_current()

    def show_selection(self) -> None:
        self._show_current()

    def action_review(self, what: str) -> None:
        self.reviewing.do(what)

    def action_selection(self, what: str) -> None:
        self.selecting.do(what)

    # Actions

    def action_speakers(self) -> None:
        """To the speakers of the article, and from there back to the text."""
        if self.speaker_list.has_focus:
            self.speaker_list.action_leave()
        else:
            self.add_class("-speaker-list")
            self.call_after_refresh(self.speaker_list.focus)

    def action_claim(self, step: int) -> None:
        if not self._claims:
            return
        ahead = [n for n in self._walked() if (n - self._at) * step > 0]
        if not ahead:
            self.notify("This is the last claim." if step > 0 else "This is the first claim.")
            return
        self._at = ahead[0] if step > 0 else ahead[-1]
        self._show_current()

    def action_hidden(self) -> None:
        """Show what a first look leaves out, or hide it again."""
        if self._whole is not None:
            self._hides = not self._hides
            self._wanted = self.current_id
            self._claims = []
            self._show(self._whole)

    def action_here(self) -> None:
        """Scroll back to the current claim."""
        if self.current is not None:
            self.query_one("#text", Paper).reveal_offset(self.current.row.content_start)

    def action_stories(self) -> None:
        self.go(ShowStories(ClaimQuery(), self._article_id))

    def action_leave(self) -> None:
        self.dismiss(None)
