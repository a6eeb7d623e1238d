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
    "KEY_CONTEXTS",
    "LEAF",
    "LINES",
    "LIST",
    "MATRIX",
    "NARROW",
    "PANE",
    "PAPER",
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
    "KeyContext",
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
class KeyContext:
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


KEY_CONTEXTS: Final = (
    KeyContext("Main screen", BROWSE),
    KeyContext("Claims table", TABLE),
    KeyContext("Columns", COLUMNS),
    KeyContext("Columns of a file", FILE_COLUMNS),
    KeyContext("Finding text", FIND),
    KeyContext("Saved views", VIEWS),
    KeyContext("Marking, on the main screen and in an article", SELECTION),
    KeyContext("Reviewing, on the main screen, in an article and in the review", REVIEW),
    KeyContext("Which claims, where some marked ones are out of view", WHICH),
    KeyContext("Review", QUEUE),
    KeyContext("Article in the review", QUEUE_ARTICLE),
    KeyContext("Correcting", CORRECT),
    KeyContext("Lines of a correction", CORRECT_LINE),
    KeyContext("Drop-downs of a correction", DROP_DOWN),
    KeyContext("An open drop-down", DROP_DOWN_LIST),
    KeyContext("Ends of content, cue and source", SPANS),
    KeyContext("Filter line", FILTER),
    KeyContext("Facets", PANE),
    KeyContext("Narrowing", NARROW),
    KeyContext("The claim at hand", CLAIM),
    KeyContext("Article", ARTICLE),
    KeyContext("Speakers of an article", SPEAKER_LIST),
    KeyContext("Why", LEAF),
    KeyContext("Comparison", COMPARE),
    KeyContext("Column of claims", COLUMN),
    KeyContext("Aligned claims", ALIGNED),
    KeyContext("Matrix", MATRIX),
    KeyContext("Cells of the matrix", GRID),
    KeyContext("Timeline", TIMELINE),
    KeyContext("Threads", THREADS),
    KeyContext("Thread", THREAD),
    KeyContext("Quotations", QUOTATIONS),
    KeyContext("Relations", RELATIONS),
    KeyContext("Suggested relations", SUGGESTIONS),
    KeyContext("Stories", STORIES),
    KeyContext("Speaker", SPEAKER),
    KeyContext("Rows of a speaker", SPEAKER_ROWS),
    KeyContext("Source inbox", INBOX),
    KeyContext("Questions of the source inbox", INBOX_ROWS),
    KeyContext("Answers of the source inbox", INBOX_ANSWERS),
    KeyContext("Sources", SOURCES),
    KeyContext("Rows of sources", SOURCE_ROWS),
    KeyContext("Filtering sources", SOURCE_FILTER),
    # Moving about comes late, as in the palette: who asks for help looks for something else.
    KeyContext("Lists", LIST),
    KeyContext("Text", PAPER),
    KeyContext("Dialogs", DIALOG),
    KeyContext("Writing a note", LINES),
    KeyContext("Messages", PROBLEM),
    KeyContext("Everywhere", APP),
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


def bindings_of(context: KeyContext) -> list[Binding]:
    """The bindings of a place, as bindings (never as tuples)."""
    return _bindings(context.bindings)


def by_id() -> dict[str, Binding]:
    """Every binding by its id."""
    return {each.id: each for context in KEY_CONTEXTS for each in bindings_of(context) if each.id}


def keys_of(binding: Binding, rebound: Mapping[str, str]) -> list[str]:
    """The keys of a binding, after rebinding by id."""
    return [key.strip() for key in rebound.get(binding.id or "", binding.key).split(",")]


def clashes(rebound: Mapping[str, str]) -> list[Clash]:
    """Keys that would mean two things in one place, or where what was rebound holds.

    Textual's own check passes over bindings that have an id, which all of ours have. That a list
    nearer to the focus takes a key from one around it is meant, unless a user rebound either.
    """
    found: dict[Clash, None] = {}
    for context in KEY_CONTEXTS:
        found |= dict.fromkeys(_clashes([context.bindings], rebound))
    if rebound:
        groups = (
            *TOGETHER,
            *((context.bindings,) for context in KEY_CONTEXTS if context.bindings is not APP),
        )
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
