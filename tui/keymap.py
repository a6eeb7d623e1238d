"""Every key of the app in one place: help, palette and rebinding are made from these lists.

The part of an id before the dot is the group under which the palette and the help list it.
Arrow and vim keys are pairs on one binding, so that rebinding one id moves both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from textual.binding import Binding, BindingType


def _key(
    keys: str,
    action: str,
    description: str,
    ident: str,
    *,
    show: bool = False,
    display: str | None = None,
    priority: bool = False,
    tip: str = "",
) -> BindingType:
    """A binding; ``description`` is for the footer, ``tip`` says more in the help and palette."""
    return Binding(
        keys,
        action,
        description,
        show=show,
        key_display=display,
        id=ident,
        priority=priority,
        tooltip=tip or description,
    )


APP: list[BindingType] = [
    _key("question_mark,f1", "help", "Help", "app.help", show=True, display="?"),
    _key("ctrl+p", "command_palette", "Command palette", "app.palette", priority=True),
    _key("ctrl+t", "next_theme", "Switch between dark and light", "app.theme"),
    _key("ctrl+q", "quit", "Quit", "app.quit", priority=True),
]

LIST: list[BindingType] = [
    _key("down,j", "move(1)", "Down", "move.down"),
    _key("up,k", "move(-1)", "Up", "move.up"),
    _key("pagedown,ctrl+f", "page(1)", "Page down", "move.page-down"),
    _key("pageup", "page(-1)", "Page up", "move.page-up"),
    _key("ctrl+d", "half_page(1)", "Half a page down", "move.half-down"),
    _key("ctrl+u", "half_page(-1)", "Half a page up", "move.half-up"),
    _key("home,g", "first", "First row", "move.first"),
    _key("end,G", "last", "Last row", "move.last"),
]

TABLE: list[BindingType] = [
    _key("enter", "open", "Read", "read.article", show=True, display="⏎", tip="Read the article"),
    _key(
        "space", "mark", "Mark", "mark.toggle", show=True, display="␣", tip="Mark the claim, or not"
    ),
    _key("comma", "mark_speaker", "Mark loaded claims of this speaker", "mark.speaker"),
    _key("asterisk", "unmark_all", "Remove all marks", "mark.clear"),
]

PANE: list[BindingType] = [
    _key(
        "enter",
        "choose",
        "Filter by it",
        "pane.choose",
        show=True,
        display="⏎",
        tip="Filter by it, or stop",
    ),
    _key(
        "slash",
        "narrow",
        "Narrow",
        "pane.narrow",
        show=True,
        display="/",
        tip="Type to narrow the list",
    ),
]

BROWSE: list[BindingType] = [
    _key("slash", "filter", "Filter", "find.filter", show=True, display="/"),
    _key("escape", "back", "Cancel, or clear the filter", "find.clear", display="esc"),
    _key("f5", "reload", "Reload from the database", "find.reload"),
    _key("s", "sort", "Sort", "find.sort"),
    _key("S", "speakers", "Speakers", "pane.speakers", show=True, tip="Filter by speakers"),
    _key("A", "articles", "Articles", "pane.articles", show=True, tip="Filter by articles"),
    _key("L", "classes", "Classes", "pane.classes", tip="Filter by what the cue tells of"),
    _key("d", "detail", "Show or hide the detail", "pane.detail"),
    _key("left,h", "focus_pane(-1)", "Pane to the left", "pane.left"),
    _key("right,l", "focus_pane(1)", "Pane to the right", "pane.right"),
    _key(
        "equals_sign",
        "compare_marked",
        "Compare",
        "compare.marked",
        show=True,
        tip="Compare the marked claims",
    ),
    _key(
        "r", "review", "Review", "review.open", show=True, tip="Review claims, the doubtful first"
    ),
    _key("C", "compare_by", "Compare articles or speakers", "compare.by"),
    _key("quotation_mark", "only_marked", "Only marked claims, or all", "mark.only"),
    _key("e", "export", "Export", "export.open", show=True),
    _key("q", "app.quit", "Quit", "app.leave", show=True),
]

JUDGE: list[BindingType] = [
    _key("a", "accept", "Accept", "judge.accept", show=True, tip="Accept the claim, or all marked"),
    _key("x", "reject", "Reject", "judge.reject", show=True, tip="Reject the claim, or all marked"),
    _key(
        "E",
        "correct",
        "Correct",
        "judge.correct",
        show=True,
        tip="Correct the claim, or all marked",
    ),
    _key("O", "reopen", "Take back the verdict and corrections", "judge.reopen"),
    _key("i", "note", "Note", "judge.note", tip="Write a note on the claim, or all marked"),
    _key("number_sign", "tag", "Tag", "judge.tag", display="#", tip="Tag the claim, or all marked"),
    _key("u", "undo", "Undo", "judge.undo", tip="Undo your last step of judging"),
    _key("ctrl+r,U", "redo", "Redo", "judge.redo", tip="Do again what was undone"),
    _key("H", "history", "History", "judge.history", tip="Who judged this claim, when and why"),
]

REVIEW: list[BindingType] = [
    _key("n,right,l", "claim(1)", "Next claim", "review.next", show=True, display="n"),
    _key("p,N,left,h", "claim(-1)", "Previous claim", "review.previous", show=True, display="p"),
    _key("enter", "open", "Read", "review.read", show=True, display="⏎", tip="Read the article"),
    _key("escape,q,backspace", "leave", "Back", "review.back", show=True, display="esc"),
]

SPANS: list[BindingType] = [
    _key("right,l", "end('word', 1)", "End on by a word", "spans.word-on", show=True, display="→"),
    _key("left,h", "end('word', -1)", "End back by a word", "spans.word-back"),
    _key("shift+right,L", "end('character', 1)", "End on by a character", "spans.character-on"),
    _key("shift+left,H", "end('character', -1)", "End back by a character", "spans.character-back"),
    _key("down,j", "end('sentence', 1)", "End on by a sentence", "spans.sentence-on"),
    _key("up,k", "end('sentence', -1)", "End back by a sentence", "spans.sentence-back"),
    _key("o", "other_end", "Other end", "spans.other", show=True, tip="Move the other end"),
    _key("1", "part('content')", "Content", "spans.content", tip="The content, or its next piece"),
    _key("2", "part('cue')", "Cue", "spans.cue", tip="The cue, or its next piece"),
    _key("3", "part('source')", "Source", "spans.source", tip="The source, or its next piece"),
    _key("plus", "add_piece", "Add a piece", "spans.add", tip="Add a piece, from the next word on"),
    _key("minus", "drop_piece", "Remove the piece", "spans.drop"),
    _key("pagedown", "scroll_page(1)", "Scroll a page down", "spans.page-down"),
    _key("pageup", "scroll_page(-1)", "Scroll a page up", "spans.page-up"),
]

CORRECT: list[BindingType] = [
    _key("enter", "save", "Save", "correct.save", show=True, display="⏎"),
    _key("escape", "leave", "Close", "correct.close", show=True, display="esc"),
]

PAPER: list[BindingType] = [
    _key("down,j", "scroll(1)", "Scroll down", "scroll.down"),
    _key("up,k", "scroll(-1)", "Scroll up", "scroll.up"),
    _key("pagedown,ctrl+f", "scroll_page(1)", "Scroll a page down", "scroll.page-down"),
    _key("pageup", "scroll_page(-1)", "Scroll a page up", "scroll.page-up"),
    _key("ctrl+d", "scroll_page(0.5)", "Scroll half a page down", "scroll.half-down"),
    _key("ctrl+u", "scroll_page(-0.5)", "Scroll half a page up", "scroll.half-up"),
    _key("home,g", "scroll_start", "Scroll to the start", "scroll.start"),
    _key("end,G", "scroll_finish", "Scroll to the end", "scroll.finish"),
]

ARTICLE: list[BindingType] = [
    _key("n", "claim(1)", "Next claim", "read.next", show=True),
    _key("p,N", "claim(-1)", "Previous claim", "read.previous", show=True, display="p"),
    _key("escape,q,backspace", "leave", "Back", "read.back", show=True, display="esc"),
]

COMPARE: list[BindingType] = [
    _key("right,l,tab", "column(1)", "Next column", "compare.right", show=True, display="→"),
    _key("left,h,shift+tab", "column(-1)", "Column before", "compare.left", show=True, display="←"),
    _key("enter", "open", "Read", "compare.read", show=True, display="⏎", tip="Read the article"),
    _key("escape,q,backspace", "leave", "Back", "compare.back", show=True, display="esc"),
]

COLUMN: list[BindingType] = [
    _key("down,j", "claim(1)", "Next claim", "compare.next"),
    _key("up,k", "claim(-1)", "Claim before", "compare.previous"),
]

DIALOG: list[BindingType] = [
    _key("escape", "leave", "Close", "dialog.close", show=True, display="esc"),
]

NARROW: list[BindingType] = [
    _key("down", "to_list", "To the list", "pane.list", show=True, display="↓"),
    _key("escape", "leave", "Stop narrowing", "pane.stop", show=True, display="esc"),
]

FILTER: list[BindingType] = [
    _key("tab", "complete", "Complete", "find.complete", show=True, display="tab"),
    _key("down", "suggestion(1)", "Next completion, or down to the claims", "find.next"),
    _key("up", "suggestion(-1)", "Completion before", "find.previous"),
    _key("escape", "leave", "Back to the claims", "find.leave", show=True, display="esc"),
]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a list of bindings holds, as the help names it."""

    title: str
    bindings: list[BindingType]


PLACES = (
    Place("Claims, and what to filter by", LIST),
    Place("Claims table", TABLE),
    Place("Main screen", BROWSE),
    Place("Judging, on the main screen and in the review", JUDGE),
    Place("Review", REVIEW),
    Place("Correcting", CORRECT),
    Place("Ends of content, cue and source", SPANS),
    Place("Filter line", FILTER),
    Place("Speakers, articles and classes", PANE),
    Place("Narrowing", NARROW),
    Place("Text", PAPER),
    Place("Article", ARTICLE),
    Place("Comparison", COMPARE),
    Place("Column of a comparison", COLUMN),
    Place("Dialogs", DIALOG),
    Place("Everywhere", APP),
)


def bindings_of(place: Place) -> list[Binding]:
    """The bindings of a place, as bindings (never as tuples)."""
    return [each for each in place.bindings if isinstance(each, Binding)]


def keys_of(binding: Binding, rebound: Mapping[str, str]) -> list[str]:
    """The keys of a binding, after rebinding by id."""
    return [key.strip() for key in rebound.get(binding.id or "", binding.key).split(",")]


def clashes(rebound: Mapping[str, str]) -> list[str]:
    """Keys that would mean two things in one place, told in a line each.

    Textual's own check passes over bindings that have an id, which all of ours have.
    """
    told = []
    for place in PLACES:
        by_key: dict[str, list[str]] = defaultdict(list)
        for binding in bindings_of(place):
            for key in keys_of(binding, rebound):
                by_key[key].append(binding.id or binding.action)
        told += [f"{key}: {' and '.join(ids)}" for key, ids in by_key.items() if len(ids) > 1]
    return told
