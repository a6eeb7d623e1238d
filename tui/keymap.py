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
    _key("P", "speaker", "Speaker", "speaker.open", tip="Show who speaks the claim: posts, names"),
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
    _key("C", "compare_by", "Compare articles or speakers", "compare.by"),
    _key("quotation_mark", "only_marked", "Only marked claims, or all", "mark.only"),
    _key("e", "export", "Export", "export.open", show=True),
    _key("q", "app.quit", "Quit", "app.leave", show=True),
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

SPEAKER: list[BindingType] = [
    _key("a", "decide('same')", "Same", "speaker.accept", show=True, tip="Accept the suggestion"),
    _key("x", "decide('different')", "Not", "speaker.refuse", show=True, tip="Refuse it for good"),
    _key("o", "decide('unsure')", "Open", "speaker.unsure", tip="Leave the suggestion open"),
    _key("m", "merge", "Merge", "speaker.merge", show=True, tip="Merge with another speaker"),
    _key("s", "split", "Split", "speaker.split", show=True, tip="Split the name or article off"),
    _key("r", "rename", "Rename", "speaker.rename", show=True),
    _key("i", "alias", "Alias", "speaker.alias", show=True, tip="Give one more name"),
    _key("u", "undo", "Undo", "speaker.undo", show=True, tip="Undo the act, or the last one"),
    _key("right,l,tab", "pane(1)", "Other pane", "speaker.right", display="tab"),
    _key("left,h,shift+tab", "pane(-1)", "Pane before", "speaker.left"),
    _key("escape,q,backspace", "leave", "Back", "speaker.back", show=True, display="esc"),
]

SPEAKER_ROWS: list[BindingType] = [
    _key(
        "enter", "select", "Read", "speaker.read", show=True, display="⏎", tip="Read, or go there"
    ),
    _key("down,j", "cursor_down", "Next row", "speaker.down"),
    _key("up,k", "cursor_up", "Row before", "speaker.up"),
    _key("pagedown,ctrl+f", "page_down", "Page of rows down", "speaker.page-down"),
    _key("pageup", "page_up", "Page of rows up", "speaker.page-up"),
    _key("home,g", "first", "First of the rows", "speaker.first"),
    _key("end,G", "last", "Last of the rows", "speaker.last"),
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
    Place("Filter line", FILTER),
    Place("Speakers, articles and classes", PANE),
    Place("Narrowing", NARROW),
    Place("Text", PAPER),
    Place("Article", ARTICLE),
    Place("Comparison", COMPARE),
    Place("Column of a comparison", COLUMN),
    Place("Speaker", SPEAKER),
    Place("Rows of a speaker", SPEAKER_ROWS),
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
