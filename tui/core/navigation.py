"""Going from screen to screen: a destination says what is to be seen, and is opened here alone.

Screens that lead to each other would import each other; so each knows the destinations only, and
the one table below names what shows them, imported when it is first gone to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from importlib import import_module
from typing import Any, Final, Protocol, runtime_checkable

from textual.app import App
from textual.screen import Screen

from db.claims.model import SpeakerRef
from db.claims.view import ClaimRow
from db.query.model import ClaimQuery
from tui.core.page_cache import ArticlePages
from tui.core.queries import newest_first
from tui.core.selection import Selection
from tui.session.state import ScreenState


@dataclass(frozen=True, slots=True)
class ShowArticle:
    """A whole article, at one of its claims if one is named."""

    article_id: str
    claim_id: int | None = None


@dataclass(frozen=True, slots=True)
class ShowWhy:
    """Why a claim was found and given to its speaker."""

    row: ClaimRow


@dataclass(frozen=True, slots=True)
class ShowWhole:
    """All of a claim in large."""

    row: ClaimRow


@dataclass(frozen=True, slots=True)
class ShowSpeaker:
    """Who a speaker is, by public id or name, to be decided on.

    It gives back whether anything was decided.
    """

    ident: str


@dataclass(frozen=True, slots=True)
class ShowTimeline:
    """What a speaker said over time, among the claims of a query."""

    speaker: SpeakerRef
    query: ClaimQuery


@dataclass(frozen=True, slots=True)
class ShowMatrix:
    """The numbers of a query's claims, by speakers or topics and what they stand against."""

    query: ClaimQuery


@dataclass(frozen=True, slots=True)
class ShowThread:
    """A thread by its public id or that of a claim in it, at a claim if its number is given."""

    ident: str
    claim_id: int | None = None


@dataclass(frozen=True, slots=True)
class ShowThreads:
    """The threads in which a query finds claims."""

    query: ClaimQuery


@dataclass(frozen=True, slots=True)
class ShowQuotations:
    """Where the words of a claim stand again."""

    row: ClaimRow


@dataclass(frozen=True, slots=True)
class ShowRelations:
    """What other claims are to one, to be judged."""

    row: ClaimRow


@dataclass(frozen=True, slots=True)
class ShowSuggestions:
    """The relations that are suggested of a query's claims, to be judged."""

    query: ClaimQuery


@dataclass(frozen=True, slots=True)
class ShowStories:
    """The stories in which a query finds an article, at one of their articles if it is named."""

    query: ClaimQuery
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class ShowSources:
    """What is known of articles, to be corrected; gives back whether anything was."""


@dataclass(frozen=True, slots=True)
class ShowInbox:
    """What is doubtful about speakers, to be answered; gives back whether anything was."""


@dataclass(frozen=True, slots=True)
class ReviewClaims:
    """One claim after another of a query, to be reviewed; only some if their numbers are given."""

    query: ClaimQuery
    claims: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class ExportClaims:
    """Writing the claims of a query, so many, to a file."""

    query: ClaimQuery
    claims: int


Destination = (
    ShowArticle
    | ShowWhy
    | ShowWhole
    | ShowSpeaker
    | ShowTimeline
    | ShowMatrix
    | ShowThread
    | ShowThreads
    | ShowQuotations
    | ShowRelations
    | ShowSuggestions
    | ShowStories
    | ShowSources
    | ShowInbox
    | ReviewClaims
    | ExportClaims
)

_SCREENS: Final[dict[type[Destination], str]] = {
    ShowArticle: "tui.article.screen:ArticleScreen",
    ShowWhy: "tui.article.why:WhyScreen",
    ShowWhole: "tui.article.whole_claim:WholeClaimScreen",
    ShowSpeaker: "tui.speaker.screen:SpeakerScreen",
    ShowTimeline: "tui.compare.timeline:TimelineScreen",
    ShowMatrix: "tui.compare.matrix:MatrixScreen",
    ShowThread: "tui.threads.thread_screen:ThreadScreen",
    ShowThreads: "tui.threads.screen:ThreadsScreen",
    ShowQuotations: "tui.threads.quotations_screen:QuotationsScreen",
    ShowRelations: "tui.threads.relations_screen:RelationsScreen",
    ShowSuggestions: "tui.threads.suggestions_screen:SuggestionsScreen",
    ShowStories: "tui.stories.screen:StoriesScreen",
    ShowSources: "tui.sources.screen:SourcesScreen",
    ShowInbox: "tui.speaker.inbox:InboxScreen",
    ReviewClaims: "tui.review_queue.screen:ReviewScreen",
    ExportClaims: "tui.browse.export.exporting:export_of",
}
"""The screen of each destination, made of article pages and then the fields of the destination."""


@runtime_checkable
class MainScreen(Protocol):
    """What the app's first screen can be asked for."""

    @property
    def selection(self) -> Selection:
        """The marked claims, which all screens share."""

    def show_selection(self) -> None:
        """Show that other claims are marked."""

    def state(self) -> ScreenState | None:
        """How it is now, to be restored; None as long as it has nothing to show."""

    def filter_by(self, query: ClaimQuery) -> None:
        """Show the claims of a query."""

    def action_reload(self) -> None:
        """Read what is shown anew."""


def main_screen(app: App[Any]) -> MainScreen:
    """The app's first screen, which is below all others."""
    main = app.screen_stack[0]
    assert isinstance(main, MainScreen), "the first screen is the table of claims"
    return main


def go(
    app: App[Any],
    pages: ArticlePages,
    destination: Destination,
    then: Callable[[Any], None] | None = None,
) -> None:
    """Open the screen that shows a destination, above the one that is seen.

    Args:
        app: The running app.
        pages: Where that screen reads articles from.
        destination: What is to be seen.
        then: Called with what that screen gives back.
    """
    app.push_screen(_screen(pages, destination), then)


def back_to_table(app: App[Any], query: ClaimQuery) -> None:
    """Leave all screens above the main one, and show a query there, the newest first."""

    async def show() -> None:
        while len(app.screen_stack) > 1:
            await app.pop_screen()
        main_screen(app).filter_by(newest_first(query))

    # By the app: a screen cannot wait for its own end.
    app.call_later(show)


def _screen(pages: ArticlePages, destination: Destination) -> Screen[Any]:
    module, name = _SCREENS[type(destination)].split(":")
    made = getattr(import_module(module), name)
    screen: Screen[Any] = made(
        pages, *(getattr(destination, one.name) for one in fields(destination))
    )
    return screen
