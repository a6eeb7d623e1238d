"""One speaker over time: a plot of claims by month, changes of affiliation, claims by date."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Sparkline, Static

from db.analysis.timeline import Timeline, claims_of, read_timeline, speakers_named
from db.analysis.topics import TopicRow, list_topics
from db.claims.model import SpeakerRef
from db.claims.view import ClaimRow
from db.connection.cancel import Cancel
from db.query.identified import identified
from db.query.model import ClaimQuery, QueryError
from db.query.sentence import sentence
from tui.compare.claim_column import ClaimColumn
from tui.compare.timeline_blocks import (
    affiliation_blocks,
    axis,
    in_numbers,
    is_change,
    plot_width,
    pointers,
    timeline_entries,
)
from tui.core import queries
from tui.core.background import in_background
from tui.core.claim_screen import ClaimScreen
from tui.core.navigation import back_to_table
from tui.core.page_cache import ArticlePages
from tui.dialogs.pick import PickScreen
from tui.keys import keymap
from tui.text import words
from tui.text.command_line import filter_options
from tui.widgets.fact_line import FactLine
from tui.widgets.key_footer import KeyFooter
from tui.widgets.lines.paper import Paper

MOST_LISTED: Final = 500
"""Claims that are listed at a time, from the chosen month on."""
MOST_LINES: Final = 5
"""Lines of the plot where some month has as many claims or more."""
FEW_LINES: Final = 3
"""As many on a narrow screen."""
MOST_TOPICS: Final = 200
"""Topics to choose from."""
_ANY: Final = "any"


class TimelineScreen(ClaimScreen):
    """The claims of one speaker among those of a query, or among all."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.TIMELINE
    EXPECTED = ClaimScreen.EXPECTED | {"timeline", "topics"}
    AUTO_FOCUS = "#by-date"

    def __init__(self, pages: ArticlePages, speaker: SpeakerRef, query: ClaimQuery) -> None:
        super().__init__(pages)
        self._speaker = speaker
        self._filter = replace(query, speakers=(), sort="published", descending=False, limit=None)
        self._query = self._filter
        self._cancel = Cancel()
        self._month = 0
        self._start = 0
        self.timeline: Timeline | None = None
        self.shown_command = self._command
        self._headline = FactLine(id="headline")
        self._byline = FactLine(id="byline")
        self.listed = ClaimColumn(id="by-date")
        self.affiliations = Paper(id="affiliations", classes="pane")

    def compose(self) -> ComposeResult:
        yield self._headline
        yield self._byline
        yield Sparkline([], id="plot")
        yield Static(Content(""), id="axis")
        with Container(id="timeline"):
            yield self.listed
            yield self.affiliations
        yield KeyFooter()

    def on_mount(self) -> None:
        self.listed.border_title = "Claims by date"
        self.affiliations.border_title = "Affiliations, as stated"
        self._begin()

    def on_unmount(self) -> None:
        self._cancel.cancel()

    @property
    def claims_asked(self) -> ClaimQuery:
        return self._query

    @property
    def current_claim(self) -> ClaimRow | None:
        return self.listed.row

    def _command(self) -> list[str]:
        return ["timeline", self._speaker.asked, *filter_options(self._query)]

    # Reading

    def _begin(self) -> None:
        self._cancel.cancel()
        self._cancel = Cancel()
        self._tell("reading… esc leaves")
        in_background(
            self,
            "timeline",
            partial(self._read, self._query, self._cancel),
            partial(self._show, self._cancel),
            failed=self._failed,
        )

    def _read(self, query: ClaimQuery, cancel: Cancel) -> tuple[Timeline, list[ClaimRow]]:
        engine = self._pages.engine
        named = speakers_named(engine, query, self._speaker.asked)
        if not named:
            raise QueryError(f"no claims by {self._speaker.label} here")
        timeline = read_timeline(engine, query, named[0], cancel)
        return timeline, claims_of(engine, timeline, 0, MOST_LISTED)

    def _show(self, cancel: Cancel, read: tuple[Timeline, list[ClaimRow]]) -> None:
        if cancel is not self._cancel:
            return
        (self.timeline, rows), self._month = read, 0
        self._speaker = self.timeline.speaker.speaker
        self.affiliations.show(affiliation_blocks(self.timeline.speaker.affiliations))
        self._list(0, rows)
        self._draw_plot()

    def _failed(self, reason: str) -> None:
        self._tell(f"! {reason}")

    def _tell(self, line: str) -> None:
        title = f"{self._speaker.label} over time"
        if self._query.narrows:
            title += f" – {sentence(self._query)}"
        self._headline.say(title)
        self._byline.say(line)

    # The list

    def _list(self, start: int, rows: list[ClaimRow], month: int | None = None) -> None:
        assert self.timeline is not None
        self._start = start
        self.listed.fill(timeline_entries(self.timeline, rows, start == 0))
        many = len(self.timeline.ids)
        cut = f"claims {start + 1:,}–{start + len(rows):,} of {many:,}" if len(rows) < many else ""
        self.listed.border_subtitle = cut
        if month is not None:
            self._go_to_month(month)

    def _list_from(self, timeline: Timeline, month: int) -> None:
        start = timeline.months[month].start

        def show(rows: list[ClaimRow]) -> None:
            if month == self._month:
                self._list(start, rows, month)

        read = partial(claims_of, self._pages.engine, timeline, start, MOST_LISTED)
        in_background(self, "timeline", read, show, failed=self._failed)

    @on(ClaimColumn.Moved)
    def _moved(self, event: ClaimColumn.Moved) -> None:
        event.stop()
        row = event.column.row
        if self.timeline is not None and row is not None:
            months = [month.month for month in self.timeline.months]
            here = words.published(row)[:7]
            if here in months and months.index(here) != self._month:
                self._month = months.index(here)
                self._point()

    # The plot

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw_plot)

    def _draw_plot(self) -> None:
        timeline = self.timeline
        if timeline is None or not self.is_mounted:
            return
        plot, below = self.query_one("#plot", Sparkline), self.query_one("#axis", Static)
        months = timeline.months
        # One month alone has no shape.
        plot.display = below.display = len(months) > 1
        if not months:
            self._tell(in_numbers(timeline))
            return
        plot.styles.width = self._plot_width
        # A claim is a line high where there are few, so that none looks like many.
        most = max(month.claims for month in months)
        plot.styles.height = min(FEW_LINES if self.has_class("-narrow") else MOST_LINES, most)
        plot.data = [*(month.claims for month in months), 0]
        self._point()

    @property
    def _plot_width(self) -> int:
        months = self.timeline.months if self.timeline is not None else ()
        return plot_width(len(months), self.size.width - 2)

    def _point(self) -> None:
        """Say which month is chosen, and where it is."""
        timeline, width = self.timeline, self._plot_width
        assert timeline is not None
        chosen = timeline.months[self._month]
        lines = [pointers(timeline, self._month, width), axis(timeline.months, width)]
        # Its height is fixed: nothing else moves.
        self.query_one("#axis", Static).update(Content("\n".join(lines)), layout=False)
        line = f"{chosen.month}: {words.counted(chosen.claims, 'claim')}"
        brief = self.has_class("-narrow")
        self._tell(f"┃ {line} · {in_numbers(timeline, brief=brief)}")

    def action_month(self, step: int) -> None:
        """To the next month that has claims."""
        if self.timeline is None:
            return
        months = self.timeline.months
        ahead = range(self._month + step, len(months) if step > 0 else -1, step)
        month = next((n for n in ahead if months[n].claims), None)
        if month is None:
            return
        self._month = month
        self._point()
        if not self._go_to_month(month):
            self._list_from(self.timeline, month)

    def _go_to_month(self, month: int) -> bool:
        """Go to the first claim of a month, if it is listed."""
        assert self.timeline is not None
        wanted = self.timeline.months[month].month
        for number, entry in enumerate(self.listed.entries):
            if entry.row is not None and words.published(entry.row)[:7] == wanted:
                self.listed.go(number)
                return True
        return False

    def action_affiliation(self, step: int) -> None:
        """To the first claim at or after the next change of affiliation."""
        entries, at = self.listed.entries, self.listed.at
        changes = [n for n, entry in enumerate(entries) if is_change(entry)]
        # The claim after a change is at that change, not behind it.
        first = {n: next((m for m in range(n, len(entries)) if entries[m].row), n) for n in changes}
        ahead = [place for place in first.values() if (place - at) * step > 0]
        if ahead:
            self.listed.go(ahead[0] if step > 0 else ahead[-1])
        else:
            which = "later" if step > 0 else "earlier"
            self.notify(f"There is no {which} change of affiliation in this list.")

    # Actions

    def action_all(self) -> None:
        """All claims of the speaker, or again those of the filter."""
        self._query = (
            queries.everything(self._filter) if self._query == self._filter else self._filter
        )
        self._begin()

    def action_topic(self) -> None:
        """Ask on which topic the claims shall be, among those that the speaker has claims on."""
        asked = replace(self._filter, speakers=(self._speaker.asked,), limit=MOST_TOPICS)
        in_background(self, "topics", partial(list_topics, self._engine, asked), self._pick_topic)

    def _pick_topic(self, topics: list[TopicRow]) -> None:
        def show(key: str | None) -> None:
            if key is not None:
                chosen = [one for one in topics if one.topic_id == key]
                values = tuple(identified(one.label, one.topic_id) for one in chosen)
                self._query = replace(self._filter, topics=values or self._filter.topics)
                self._begin()

        if not topics:
            self.notify("No claim here has a topic.", severity="warning")
            return
        options = [(one.topic_id, f"{one.label}  {one.claims:,}") for one in topics]
        picker = PickScreen("Claims on …", [(_ANY, "any topic"), *options])
        self.app.push_screen(picker, show)

    def action_filter(self) -> None:
        back_to_table(self.app, replace(self._query, speakers=(self._speaker.asked,)))

    def action_timeline(self) -> None:
        """It is shown."""

    @on(Paper.Clicked, "#by-date")
    def _clicked(self, event: Paper.Clicked) -> None:
        event.stop()
        if event.block.claim is not None:
            self.listed.go_to(event.block.claim)
            if event.chain == 2:
                self.action_open()

    def action_leave(self) -> None:
        self.dismiss(None)
