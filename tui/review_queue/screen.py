"""The review: claims that nobody reviewed, the most doubtful first, one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from claims.aside import Aside
from claims.review import ReviewState
from db.analysis.summary import count_claims
from db.claims.article_page import ArticlePage
from db.claims.view import ClaimRow, open_view, rows_by_id
from db.connection.engine import ArchiveError
from db.connection.errors import archive_errors
from db.query.model import ClaimQuery, QueryError
from db.query.sentence import sentence
from db.review.actions import Reviewed
from db.schema.choices import ReviewAction
from tui.core.background import in_background
from tui.core.claim_detail import ClaimDetailPane
from tui.core.claim_screen import ClaimScreen
from tui.core.page_cache import ArticlePages
from tui.keys import keymap
from tui.review.actions import Reviewing
from tui.review_queue.article import ReviewArticleScreen
from tui.review_queue.queue_list import QueueList
from tui.text.command_line import filter_options
from tui.widgets.key_footer import KeyFooter
from tui.widgets.lines.line_list import LineList
from tui.widgets.sentence_line import SentenceLine

BATCH: Final = 200
"""Claims that are taken into the review at once; there are more when these are reviewed."""


ROOM_FOR_ARTICLE: Final = 36
"""Lines of a screen from which paragraphs of the article stand around the claim."""
AROUND: Final = 3
"""So many before it, and so many behind."""

VERDICTS: Final = (ReviewAction.ACCEPT, ReviewAction.REJECT, ReviewAction.CORRECT)
"""What takes a claim off the queue."""


def to_review(query: ClaimQuery) -> ClaimQuery:
    """The claims of a query that nobody reviewed, or of the states that it asks for, by doubt."""
    if not query.reviews:
        query = replace(
            query,
            reviews=(ReviewState.MACHINE,),
            include=tuple(reason for reason in Aside if reason in query.lets_in),
            include_rejected=False,
            everything=False,
        )
    return replace(query, sort="confidence", descending=False, limit=None)


def in_words(query: ClaimQuery, *, marked: bool = False) -> str:
    """What is reviewed, what each review is about going without saying: there is little room.

    Args:
        query: As `to_review` gives it.
        marked: The marked claims are reviewed instead.
    """
    if marked:
        return "Review: marked claims"
    states = () if query.reviews == (ReviewState.MACHINE,) else query.reviews
    asked = replace(query, reviews=states, sort="published", include=())
    which = f": {sentence(asked)}" if asked.narrows else ""
    return f"Review{which}, the most doubtful first"


class ReviewScreen(ClaimScreen):
    """Goes through claims; a verdict leads on to the next one without.

    An article that is opened from here goes along.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.QUEUE_SCREEN
    AUTO_FOCUS = "#paragraph"
    # A verdict leads on: the next one is about the next claim.
    EXPECTED = ClaimScreen.EXPECTED | {"review", "again", "queue"}

    @dataclass
    class _Queued(Message):
        rows: list[ClaimRow]

    @dataclass
    class _Counted(Message):
        total: int

    def __init__(
        self, pages: ArticlePages, query: ClaimQuery, selected: Sequence[int] = ()
    ) -> None:
        super().__init__(pages)
        self._query = to_review(query)
        self._selected = list(selected)
        self._rows: list[ClaimRow] = []
        self._at = 0
        self._total: int | None = None
        self._read_all = False
        self.reviewed: dict[int, None] = {}
        self.reviewing = Reviewing(self, pages)
        self._line = SentenceLine(Static(Content(""), id="number"))
        self.queue = QueueList(id="queue")
        self.detail = ClaimDetailPane(id="detail")
        self._article: ReviewArticleScreen | None = None
        self.shown_command = self._command

    def compose(self) -> ComposeResult:
        yield self._line
        with Horizontal(id="review"):
            yield self.queue
            yield self.detail
        yield KeyFooter()

    def on_mount(self) -> None:
        self._line.say(in_words(self._query, marked=bool(self._selected)))
        self._queue(())

    @property
    def current_claim(self) -> ClaimRow | None:
        return self._rows[self._at] if self._rows else None

    def _command(self) -> list[str] | None:
        return None if self._selected else ["list", *filter_options(self._query)]

    # The queue

    @work(thread=True, group="queue", exclusive=True)
    def _queue(self, known: Sequence[int]) -> None:
        """Read the next claims, beyond those that are here already."""
        try:
            with archive_errors(self._engine):
                rows, ids = self._read_queue(known)
                self.post_message(self._Queued(rows))
                total = self._count(known, ids)
        except (ArchiveError, QueryError) as error:
            self.post_message(self.Failed(str(error)))
        else:
            self.post_message(self._Counted(total))

    def _read_queue(self, known: Sequence[int]) -> tuple[list[ClaimRow], Sequence[int]]:
        """The next claims, and all that fit the query down to these."""
        if self._selected:
            rows = rows_by_id(self._engine, self._selected)
            rows.sort(key=lambda row: (row.review != ReviewState.MACHINE.value, row.confidence))
            return rows, [row.id for row in rows]
        ids = open_view(self._engine, replace(self._query, limit=len(known) + BATCH)).ids
        here = set(known)
        fresh = [ident for ident in ids if ident not in here]
        return rows_by_id(self._engine, fresh[:BATCH]), ids

    def _count(self, known: Sequence[int], ids: Sequence[int]) -> int:
        """How many claims the review has: those that fit, and those that did until reviewed."""
        if self._selected or len(ids) < len(known) + BATCH:
            return len({*known, *ids})
        return count_claims(self._engine, self._query) + len(self.reviewed)

    @on(_Queued)
    def _queued(self, event: _Queued) -> None:
        event.stop()
        first = not self._rows
        self._read_all = not event.rows or bool(self._selected)
        if event.rows:
            at = 0 if first else len(self._rows)
            self._rows += event.rows
            self._go(at)
        elif first:
            self.detail.show_note("Nothing is left to review here.")
            self._tell()
        else:
            self.notify("That was the last claim.")
            self._tell()

    @on(_Counted)
    def _counted(self, event: _Counted) -> None:
        event.stop()
        self._total = event.total
        self._tell()

    def _go(self, at: int) -> None:
        row = self._rows[at]
        if self._article is not None and at != self._at:
            self._article.go_to(row.article_id, row.id)
        self._at = at
        self._tell()
        self.queue.show(self._rows, self.reviewed, at)
        page = self._pages.kept(row.article_id, row.id)
        if page is None:
            read = partial(self._pages.read, row.article_id, row.id)
            in_background(self, "detail", read, partial(self._show, row.id))
        else:
            self._show(row.id, page)

    @on(LineList.CursorMoved, "#queue")
    def _clicked(self, event: LineList.CursorMoved) -> None:
        event.stop()
        if event.index != self._at and event.index < len(self._rows):
            self._go(event.index)

    def _show(self, ident: int, page: ArticlePage) -> None:
        current = self.current_claim
        claim = page.claim(ident) if current is not None and current.id == ident else None
        if claim is not None:
            roomy = self.size.height >= ROOM_FOR_ARTICLE
            self.detail.show_claim(page, claim, around=AROUND if roomy else 0)
        else:
            self.detail.show_note("This claim does not show any more.")

    def _tell(self) -> None:
        progress = self._progress()
        self._line.number.update(Content(progress))
        if self._article is not None:
            self._article.tell_progress(progress)

    def _progress(self) -> str:
        done = len(self.reviewed)
        if not self._rows:
            return f"{done:,} reviewed"
        if self._total is None:
            return f"claim {self._at + 1:,} · {done:,} reviewed · counting…"
        left = max(0, self._total - done)
        return f"claim {self._at + 1:,} of {self._total:,} · {done:,} reviewed · {left:,} to go"

    # Reviewing

    def claims_here(self) -> list[int]:
        return [row.id for row in self._rows]

    def show_reviewed(self, done: Reviewed, rows: Sequence[ClaimRow]) -> None:
        now = {row.id: row for row in rows}
        self._rows = [now.get(row.id, row) for row in self._rows]
        if done.action in VERDICTS:
            if done.undone:
                self.reviewed = {i: None for i in self.reviewed if i not in now}
            else:
                self.reviewed.update(dict.fromkeys(now))
        indices = {row.id: at for at, row in enumerate(self._rows)}
        turned = done.undone or done.redone
        there = next((indices[ident] for ident in done.ids if ident in indices), None)
        if turned and there is not None:
            # Where it was undone is where to look.
            self._go(there)
        elif (
            self.current_claim is not None
            and self.current_claim.id in self.reviewed
            and not turned
            and now
        ):
            self._go_on_to_next()
        elif self._rows:
            self._go(self._at)

    def _go_on_to_next(self) -> None:
        rows = self._rows
        after = (at for at in range(self._at + 1, len(rows)) if rows[at].id not in self.reviewed)
        at = next(after, None)
        if at is not None:
            self._go(at)
            return
        self._go(self._at)
        if self._read_all:
            left = (self._total or 0) - len(self.reviewed)
            line = "All are reviewed." if left <= 0 else f"The last one; {left:,} were passed over."
            self.notify(line)
        else:
            self._queue([row.id for row in rows])

    # Actions

    def action_review(self, what: str) -> None:
        self.reviewing.do(what)

    def action_claim(self, step: int) -> None:
        at = self._at + step
        if 0 <= at < len(self._rows):
            self._go(at)
        elif step > 0 and self._rows and not self._read_all:
            self._queue([row.id for row in self._rows])
        elif self._rows:
            self.notify("This is the last claim." if step > 0 else "This is the first claim.")

    def action_open(self) -> None:
        if (row := self.current_claim) is None:
            return

        def left(_result: None) -> None:
            self._article = None

        self._article = ReviewArticleScreen(self._pages, row.article_id, row.id, self.action_claim)
        self._article.tell_progress(self._progress())
        self.app.push_screen(self._article, left)

    def action_leave(self) -> None:
        self.dismiss(None)
