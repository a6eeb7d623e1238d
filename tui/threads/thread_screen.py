"""One thread through time: who says the same, when and where, and in which words."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.timer import Timer

from db.analysis.similar import SimilarRow
from db.analysis.thread_suggestions import suggested
from db.analysis.threads import OpenThread, read_thread
from db.claims.view import ClaimRow
from db.query.identified import identified
from db.query.model import ClaimQuery
from tui.compare.claim_column import ClaimColumn
from tui.core.background import in_background
from tui.core.claim_screen import ClaimScreen
from tui.core.navigation import ExportClaims, back_to_table, go, main_screen
from tui.core.page_cache import ArticlePages
from tui.keys import keymap
from tui.textual_private import ring_once
from tui.threads.entries import in_words, suggestion_entries, thread_entries
from tui.threads.thread_judging import GROUP, ThreadJudging
from tui.widgets.fact_line import FactLine
from tui.widgets.key_footer import KeyFooter
from tui.widgets.lines.paper import Paper

FOLLOW_SECONDS: Final = 0.2


class ThreadScreen(ClaimScreen):
    """The claims of a thread in order of time.

    Args:
        pages: Where articles are read from.
        ident: Public id of the thread, or of a claim in it.
        claim_id: Number of the claim to begin on; None for the first.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.THREAD
    EXPECTED = ClaimScreen.EXPECTED | {"thread", GROUP}
    AUTO_FOCUS = "#thread-claims"

    def __init__(self, pages: ArticlePages, ident: str, claim_id: int | None = None) -> None:
        super().__init__(pages)
        self._ident = ident
        self._begin_on = claim_id
        self._copies = False
        self._differing = True
        self.thread: OpenThread | None = None
        self._headline = FactLine(id="headline")
        self._byline = FactLine(id="byline")
        self.claims = ClaimColumn(id="thread-claims")
        self.claims.border_title = "Claims by date"
        self.shown_command = lambda: ["threads", "show", self._ident]
        self.near = ClaimColumn(id="thread-near")
        self.near.border_title = "May say the same as the claim above: a same, x not"
        self.judging = ThreadJudging(self, self._engine, self._judged)
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield self._headline
        yield self._byline
        with Container(id="thread"):
            yield self.claims
            yield self.near
        yield KeyFooter()

    def on_mount(self) -> None:
        self._headline.say("Thread")
        self._byline.say("reading… esc leaves")
        self._read()

    @property
    def current_claim(self) -> ClaimRow | None:
        return self.near.row if self.near.has_focus else self.claims.row

    @property
    def claims_asked(self) -> ClaimQuery:
        if self.thread is None:
            return ClaimQuery()
        row = self.thread.row
        return ClaimQuery(threads=(identified(row.label, row.thread),))

    # Reading

    def _read(self) -> None:
        read = partial(read_thread, self._engine, self._ident)
        # What is wrong goes where the claims would be; that of another reading, into a toast.
        failed = self._byline.say if self.thread is None else None
        in_background(self, "thread", read, self._show, failed=failed)

    def _show(self, found: OpenThread) -> None:
        self.thread, self._ident = found, found.row.thread
        self._headline.say(f"Thread: {found.row.label}")
        self._byline.say(in_words(found.row))
        # A copy that was come from is shown as what it is.
        if any(one.copy and one.row.id == self._begin_on for one in found.claims):
            self._copies = True
        self._fill()

    def _fill(self) -> None:
        if self.thread is None:
            return
        here = self.claims.row.id if self.claims.row is not None else self._begin_on
        self.claims.fill(
            thread_entries(self.thread.claims, copies=self._copies, differing=self._differing)
        )
        if here is not None:
            self.claims.go_to(here)
        self._look_around()
        copies = sum(one.copy for one in self.thread.claims)
        shown = "z folds copies" if self._copies else "z shows copies"
        self.claims.border_subtitle = shown if copies else ""

    # What may say the same

    @on(ClaimColumn.Moved)
    def _moved(self, event: ClaimColumn.Moved) -> None:
        event.stop()
        if event.column is self.claims:
            if self._timer is not None:
                self._timer.stop()
            self._timer = ring_once(self, FOLLOW_SECONDS, self._look_around)

    def _look_around(self) -> None:
        self._timer = None
        row, thread = self.claims.row, self.thread
        if row is None or thread is None:
            return
        members = [one.row.claim_id for one in thread.claims]
        read = partial(suggested, self._engine, row.claim_id, members)
        in_background(self, "thread-near", read, partial(self._suggest, row.id))

    def _suggest(self, claim_id: int, found: list[SimilarRow]) -> None:
        row = self.claims.row
        if row is not None and row.id == claim_id:
            self.near.fill(suggestion_entries(found))

    # Judging

    def _judged(self) -> None:
        """Read anew where the claim at hand is now."""
        self._begin_on = None
        if (row := self.claims.row) is not None:
            self._ident = row.claim_id
        self._read()

    def action_same(self) -> None:
        """The suggestion says the same as the claim above."""
        one, other = self.claims.row, self.near.row
        if not self.near.has_focus or one is None or other is None:
            self.notify("Go to a suggestion with tab, then a says that it is the same.")
        else:
            self.judging.same(one, other)

    def action_different(self) -> None:
        """The suggestion does not say the same as the claim above; or a claim of the thread not the
        same as the first of it."""
        one, thread = self.claims.row, self.thread
        if one is None or thread is None:
            return
        if self.near.has_focus:
            other = self.near.row
        else:
            other = next((each.row for each in thread.claims if each.row.id != one.id), None)
        if other is None:
            self.notify("There is nothing else that it could be parted from.", severity="warning")
        else:
            self.judging.different(one, other)

    def action_join(self) -> None:
        if (row := self.claims.row) is not None:
            self.judging.join_marked([*main_screen(self.app).selection], row)

    def action_rename(self) -> None:
        if self.thread is not None:
            self.judging.rename(self.thread.row.thread, self.thread.row.label)

    def action_undo(self) -> None:
        self.judging.undo()

    # Actions

    def action_pane(self) -> None:
        (self.claims if self.near.has_focus else self.near).focus()

    def action_copies(self) -> None:
        """Show claims of copied articles in full, or fold them."""
        self._copies = not self._copies
        self._fill()

    def action_words(self) -> None:
        """Mark the words that differ from the first claim, or not."""
        self._differing = not self._differing
        self._fill()

    def action_export(self) -> None:
        """Write the claims of the thread to a file."""

        def exported(sentence: str | None) -> None:
            if sentence is not None:
                self.notify(sentence, title="Exported", markup=False)

        if self.thread is not None:
            wanted = ExportClaims(self.claims_asked, self.thread.row.claims)
            go(self.app, self._pages, wanted, exported)

    def action_filter(self) -> None:
        back_to_table(self.app, self.claims_asked)

    @on(Paper.Clicked)
    def _clicked(self, event: Paper.Clicked) -> None:
        event.stop()
        if event.block.claim is not None and isinstance(event.paper, ClaimColumn):
            event.paper.focus()
            event.paper.go_to(event.block.claim)
            if event.chain == 2:
                self.action_open()

    def action_thread(self) -> None:
        """That of a suggestion; its own is shown."""
        if self.near.has_focus:
            super().action_thread()

    def action_leave(self) -> None:
        if self.near.has_focus:
            self.claims.focus()
        else:
            self.dismiss(None)
