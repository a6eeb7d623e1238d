"""Every key of the app in one place: help, palette and rebinding are made from these lists.

The part of an id before the dot is the group under which the palette and the help list it.
Arrow and vim keys are pairs on one binding, so that rebinding one id moves both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from textual.binding import Binding, BindingType

from tui.keys.binding import Several, lists_of
from tui.keys.bindings.comparing import ALIGNED, COLUMN, COMPARE, GRID, MATRIX, TIMELINE
from tui.keys.bindings.everywhere import APP, DIALOG, LINES, PROBLEM
from tui.keys.bindings.finding import (
    BROWSE,
    COLUMNS,
    FILE_COLUMNS,
    FILTER,
    FIND,
    LIST,
    NARROW,
    PANE,
    SELECTION,
    TABLE,
    VIEWS,
)
from tui.keys.bindings.reading import ARTICLE, CLAIM, LEAF, PAPER, SPEAKER_LIST
from tui.keys.bindings.reviewing import (
    CORRECT,
    CORRECT_LINE,
    DROP_DOWN,
    DROP_DOWN_LIST,
    QUEUE,
    QUEUE_ARTICLE,
    REVIEW,
    SPANS,
    WHICH,
)
from tui.keys.bindings.sources import SOURCE_FILTER, SOURCE_ROWS, SOURCES
from tui.keys.bindings.speaker import INBOX, INBOX_ANSWERS, INBOX_ROWS, SPEAKER, SPEAKER_ROWS
from tui.keys.bindings.stories import STORIES
from tui.keys.bindings.threads import QUOTATIONS, RELATIONS, SUGGESTIONS, THREAD, THREADS
from tui.keys.key_names import shown_key

__all__ = [
    "ALIGNED",
    "APP",
    "ARTICLE",
    "ARTICLE_SCREEN",
    "BROWSE",
    "BROWSE_SCREEN",
    "CLAIM",
    "COLUMN",
    "COLUMNS",
    "COMPARE",
    "CORRECT",
    "CORRECT_LINE",
    "DIALOG",
    "DROP_DOWN",
    "DROP_DOWN_LIST",
    "FILE_COLUMNS",
    "FILTER",
    "FIND",
    "GRID",
    "INBOX",
    "INBOX_ANSWERS",
    "INBOX_ROWS",
    "LEAF",
    "LINES",
    "LIST",
    "MATRIX",
    "NARROW",
    "PANE",
    "PAPER",
    "PLACES",
    "PROBLEM",
    "QUEUE",
    "QUEUE_ARTICLE",
    "QUEUE_SCREEN",
    "QUOTATIONS",
    "RELATIONS",
    "RENAMED",
    "REVIEW",
    "SELECTION",
    "SOURCES",
    "SOURCE_FILTER",
    "SOURCE_ROWS",
    "SPANS",
    "SPEAKER",
    "SPEAKER_LIST",
    "SPEAKER_ROWS",
    "STORIES",
    "SUGGESTIONS",
    "SUGGESTIONS_SCREEN",
    "TABLE",
    "THREAD",
    "THREADS",
    "TIMELINE",
    "VIEWS",
    "WHICH",
    "Clash",
    "Place",
    "bindings_of",
    "by_id",
    "clashes",
    "keys_of",
    "lists_of",
]

BROWSE_SCREEN: Final = Several(SELECTION, REVIEW, BROWSE)
ARTICLE_SCREEN: Final = Several(SELECTION, REVIEW, ARTICLE)
QUEUE_SCREEN: Final = Several(REVIEW, QUEUE)
SUGGESTIONS_SCREEN: Final = Several(RELATIONS, SUGGESTIONS)
"""Lists that hold on one screen beside those of every screen with claims."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a list of bindings holds, as the help names it."""

    title: str
    bindings: list[BindingType]


@dataclass(frozen=True, slots=True)
class Clash:
    """A key that would mean two or more things at once."""

    key: str
    ids: tuple[str, ...]

    def __str__(self) -> str:
        key = shown_key(self.key)
        # A comma or a dot alone would read as punctuation of the message.
        return f"{key if key[-1].isalnum() else f'“{key}”'} would mean {' and '.join(self.ids)}"


PLACES: Final = (
    Place("Main screen", BROWSE),
    Place("Claims table", TABLE),
    Place("Columns", COLUMNS),
    Place("Columns of a file", FILE_COLUMNS),
    Place("Finding text", FIND),
    Place("Saved views", VIEWS),
    Place("Marking, on the main screen and in an article", SELECTION),
    Place("Reviewing, on the main screen, in an article and in the review", REVIEW),
    Place("Which claims, where some marked ones are out of view", WHICH),
    Place("Review", QUEUE),
    Place("Article in the review", QUEUE_ARTICLE),
    Place("Correcting", CORRECT),
    Place("Lines of a correction", CORRECT_LINE),
    Place("Drop-downs of a correction", DROP_DOWN),
    Place("An open drop-down", DROP_DOWN_LIST),
    Place("Ends of content, cue and source", SPANS),
    Place("Filter line", FILTER),
    Place("Facets", PANE),
    Place("Narrowing", NARROW),
    Place("The claim at hand", CLAIM),
    Place("Article", ARTICLE),
    Place("Speakers of an article", SPEAKER_LIST),
    Place("Why", LEAF),
    Place("Comparison", COMPARE),
    Place("Column of claims", COLUMN),
    Place("Aligned claims", ALIGNED),
    Place("Matrix", MATRIX),
    Place("Cells of the matrix", GRID),
    Place("Timeline", TIMELINE),
    Place("Threads", THREADS),
    Place("Thread", THREAD),
    Place("Quotations", QUOTATIONS),
    Place("Relations", RELATIONS),
    Place("Suggested relations", SUGGESTIONS),
    Place("Stories", STORIES),
    Place("Speaker", SPEAKER),
    Place("Rows of a speaker", SPEAKER_ROWS),
    Place("Source inbox", INBOX),
    Place("Questions of the source inbox", INBOX_ROWS),
    Place("Answers of the source inbox", INBOX_ANSWERS),
    Place("Sources", SOURCES),
    Place("Rows of sources", SOURCE_ROWS),
    Place("Filtering sources", SOURCE_FILTER),
    # Moving about comes late, as in the palette: who asks for help looks for something else.
    Place("Lists", LIST),
    Place("Text", PAPER),
    Place("Dialogs", DIALOG),
    Place("Writing a note", LINES),
    Place("Messages", PROBLEM),
    Place("Everywhere", APP),
)

_MAIN: Final = (SELECTION, BROWSE, REVIEW, CLAIM)
_ARTICLE: Final = (ARTICLE, SELECTION, REVIEW, CLAIM)

TOGETHER: Final = (
    (TABLE, LIST, *_MAIN),
    (PANE, LIST, *_MAIN),
    (PAPER, *_MAIN),
    (PAPER, *_ARTICLE),
    (SPEAKER_LIST, LIST, *_ARTICLE),
    (PAPER, QUEUE_ARTICLE, *_ARTICLE),
    (SPEAKER_LIST, LIST, QUEUE_ARTICLE, *_ARTICLE),
    (PAPER, QUEUE, REVIEW, CLAIM),
    (PAPER, LEAF),
    (COLUMN, PAPER, COMPARE, CLAIM),
    (COLUMN, PAPER, ALIGNED, CLAIM),
    (GRID, LIST, MATRIX),
    (COLUMN, PAPER, MATRIX, CLAIM),
    (COLUMN, PAPER, TIMELINE, CLAIM),
    (LIST, THREADS, CLAIM),
    (COLUMN, PAPER, THREADS, CLAIM),
    (COLUMN, PAPER, THREAD, CLAIM),
    (COLUMN, PAPER, QUOTATIONS, CLAIM),
    (COLUMN, PAPER, RELATIONS, CLAIM),
    (COLUMN, PAPER, SUGGESTIONS, RELATIONS, CLAIM),
    (LIST, STORIES),
    (SPEAKER_ROWS, SPEAKER),
    (INBOX_ROWS, INBOX),
    (INBOX_ANSWERS, INBOX),
    (SOURCE_ROWS, SOURCES),
    (SOURCE_FILTER, SOURCES),
    (SPANS, CORRECT),
    (CORRECT_LINE, CORRECT),
    (DROP_DOWN, CORRECT),
    (DROP_DOWN_LIST, CORRECT),
    (COLUMNS, DIALOG),
    (FILE_COLUMNS, DIALOG),
    (WHICH, DIALOG),
    (VIEWS, DIALOG),
    (LINES, DIALOG),
    (PROBLEM, PAPER, DIALOG),
)
"""Lists that hold at the same time, the nearest to the focus first; with each, those of `APP`."""

RENAMED: Final = {
    "timeline.next-post": "timeline.next-affiliation",
    "timeline.previous-post": "timeline.previous-affiliation",
    "matrix.command": "take.command",
    "threads.command": "take.command",
    "thread.command": "take.command",
}
"""Ids in config files written before, and what they are now."""


def bindings_of(place: Place) -> list[Binding]:
    """The bindings of a place, as bindings (never as tuples)."""
    return _bindings(place.bindings)


def by_id() -> dict[str, Binding]:
    """Every binding by its id."""
    return {each.id: each for place in PLACES for each in bindings_of(place) if each.id}


def keys_of(binding: Binding, rebound: Mapping[str, str]) -> list[str]:
    """The keys of a binding, after rebinding by id."""
    return [key.strip() for key in rebound.get(binding.id or "", binding.key).split(",")]


def clashes(rebound: Mapping[str, str]) -> list[Clash]:
    """Keys that would mean two things in one place, or where what was rebound holds.

    Textual's own check passes over bindings that have an id, which all of ours have. That a list
    nearer to the focus takes a key from one around it is meant, unless a user rebound either.
    """
    found: dict[Clash, None] = {}
    for place in PLACES:
        found |= dict.fromkeys(_clashes([place.bindings], rebound))
    if rebound:
        groups = (*TOGETHER, *((place.bindings,) for place in PLACES if place.bindings is not APP))
        for group in groups:
            for clash in _clashes([*group, APP], rebound):
                if not rebound.keys().isdisjoint(clash.ids) and _shares_new(clash, rebound):
                    found[clash] = None
    return [*found]


def _shares_new(clash: Clash, rebound: Mapping[str, str]) -> bool:
    """Whether the key is one that rebinding brought, not one that was shared before."""
    known = by_id()
    return any(
        ident in rebound and clash.key not in keys_of(known[ident], {}) for ident in clash.ids
    )


def _clashes(lists: Iterable[list[BindingType]], rebound: Mapping[str, str]) -> list[Clash]:
    by_key: dict[str, dict[str, None]] = defaultdict(dict)
    for bindings in lists:
        for binding in _bindings(bindings):
            for key in keys_of(binding, rebound):
                by_key[key][binding.id or binding.action] = None
    return [Clash(key, tuple(ids)) for key, ids in by_key.items() if len(ids) > 1]


def _bindings(listed: list[BindingType]) -> list[Binding]:
    return [each for each in listed if isinstance(each, Binding)]
