"""Claims that have to do with each other, in one column."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from db.claims.view import ClaimRow
from tui.compare.claim_column import ClaimColumn
from tui.core.claim_screen import ClaimScreen
from tui.core.page_cache import ArticlePages
from tui.widgets.fact_line import FactLine
from tui.widgets.key_footer import KeyFooter
from tui.widgets.lines.paper import Paper


class ClaimColumnScreen(ClaimScreen):
    """Claims, of which one is the current one.

    Args:
        pages: Where articles are read from.
        headline: What is shown.
        column: The column, named and titled.
    """

    def __init__(self, pages: ArticlePages, headline: str, column: ClaimColumn) -> None:
        super().__init__(pages)
        self._title = headline
        self._headline = FactLine(id="headline")
        self._byline = FactLine(id="byline")
        self.claims = column

    def compose(self) -> ComposeResult:
        yield self._headline
        yield self._byline
        yield self.claims
        yield KeyFooter()

    def on_mount(self) -> None:
        self._headline.say(self._title)
        self._byline.say("reading… esc leaves")
        self.claims.focus()
        self._read()

    @property
    def current_claim(self) -> ClaimRow | None:
        return self.claims.row

    def _read(self) -> None:
        """Read them; subclasses say how."""

    @on(Paper.Clicked)
    def _clicked(self, event: Paper.Clicked) -> None:
        event.stop()
        if event.block.claim is not None:
            self.claims.go_to(event.block.claim)
            if event.chain == 2:
                self.action_open()

    def action_leave(self) -> None:
        self.dismiss(None)
