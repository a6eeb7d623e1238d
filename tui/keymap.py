"""Every key of the app in one place: help, palette and rebinding are made from these lists.

The part of an id before the dot is the group under which the palette and the help list it.
Arrow and vim keys are pairs on one binding, so that rebinding one id moves both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
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
    _key(
        "J,ctrl+o", "jump", "Jump to a letter", "app.jump", tip="Jump: letters on all you can go to"
    ),
    _key("ctrl+t", "next_theme", "Next theme: dark, light, terminal", "app.theme"),
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
    _key("right_square_bracket", "column(1)", "Next column", "column.next"),
    _key("left_square_bracket", "column(-1)", "Column before", "column.previous"),
    _key("greater_than_sign", "widen(1)", "Widen the column", "column.widen"),
    _key("less_than_sign", "widen(-1)", "Narrow the column", "column.narrow"),
    _key("minus", "hide_column", "Hide the column", "column.hide"),
    _key("exclamation_mark", "freeze_column", "Freeze the column, or not", "column.freeze"),
    _key("right_curly_bracket", "move_column(1)", "Move the column right", "column.move-right"),
    _key("left_curly_bracket", "move_column(-1)", "Move the column left", "column.move-left"),
    _key("full_stop", "sort_column", "Sort by the column", "column.sort"),
]

COLUMNS: list[BindingType] = [
    _key("space", "show", "Show", "columns.toggle", show=True, tip="Show the column, or hide it"),
    _key("greater_than_sign", "widen(1)", "Wider", "columns.widen", show=True, display=">"),
    _key("less_than_sign", "widen(-1)", "Narrower", "columns.narrow", show=True, display="<"),
    _key("equals_sign", "fit", "Fit", "columns.fit", show=True, tip="As wide as there is room"),
    _key("exclamation_mark", "freeze", "Freeze", "columns.freeze", show=True, display="!"),
    _key("shift+down,J", "move_column(1)", "Move down", "columns.down", show=True, display="J"),
    _key("shift+up,K", "move_column(-1)", "Move up", "columns.up", show=True, display="K"),
    _key("backspace", "reset", "As usual", "columns.reset", show=True),
    _key("enter", "done", "Done", "columns.done", show=True, display="⏎"),
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
    _key("right_square_bracket", "facet(1)", "Next facet", "pane.next", show=True, display="]"),
    _key("left_square_bracket", "facet(-1)", "Facet before", "pane.previous"),
    _key("backspace,delete", "clear_facet", "Stop filtering by any of them", "pane.clear"),
]

BROWSE: list[BindingType] = [
    _key("slash", "filter", "Filter", "find.filter", show=True, display="/"),
    _key("escape", "back", "Cancel, or clear the filter", "find.clear", display="esc"),
    _key("F", "find", "Find", "find.text", tip="Find text in the rows, and hide none"),
    _key("n", "find_next(1)", "Next match", "find.next-match", tip="Next row with the text"),
    _key("N", "find_next(-1)", "Match before", "find.previous-match", tip="Row with it before"),
    _key("v", "views", "Views", "view.saved", show=True, tip="Open or save a view by name"),
    _key("f5", "reload", "Reload from the database", "find.reload"),
    _key("s", "sort", "Sort", "find.sort"),
    _key("f", "facets", "Facets", "pane.facets", show=True, tip="Filter by the last facet used"),
    _key("S", "facet('speaker')", "Speakers", "pane.speakers", tip="Filter by speakers"),
    _key("O", "facet('org')", "Organizations", "pane.organizations", tip="Filter by organizations"),
    _key("U", "facet('outlet')", "Outlets", "pane.outlets", tip="Filter by outlets"),
    _key("A", "facet('article')", "Articles", "pane.articles", tip="Filter by articles"),
    _key("M", "facet('month')", "Months", "pane.months", tip="Filter by months"),
    _key("T", "facet('type')", "Types", "pane.types", tip="Filter by how claims are quoted"),
    _key("L", "facet('class')", "Classes", "pane.classes", tip="Filter by what the cue tells of"),
    _key("o", "columns", "Columns", "column.choose", tip="Choose, order and freeze columns"),
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
    _key("R", "reopen", "Take back the verdict and corrections", "judge.reopen"),
    _key("i", "note", "Note", "judge.note", tip="Write a note on the claim, or all marked"),
    _key("number_sign", "tag", "Tag", "judge.tag", display="#", tip="Tag the claim, or all marked"),
    _key("u", "undo", "Undo", "judge.undo", tip="Undo your last step of judging"),
    _key("ctrl+r", "redo", "Redo", "judge.redo", tip="Do again what was undone"),
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

CLAIM: list[BindingType] = [
    _key("y", "copy_quote", "Copy the quote", "take.quote"),
    _key("Y", "copy_citation", "Copy a citation", "take.citation"),
    _key("c", "copy_cell", "Copy a cell", "take.cell"),
    _key("w", "why", "Why", "read.why", tip="Why this speaker, this post, this date?"),
    _key("t", "timeline", "Timeline", "read.timeline", tip="The speaker over time"),
]

COMPARING: list[BindingType] = [
    _key("m", "matrix", "Matrix", "compare.matrix", tip="Speakers against articles or months"),
]

LEAF: list[BindingType] = [
    _key("enter", "open", "Read", "leaf.read", show=True, display="⏎", tip="Read the article"),
    _key("escape,q,backspace", "leave", "Back", "leaf.back", show=True, display="esc"),
]

ARTICLE: list[BindingType] = [
    _key("n", "claim(1)", "Next claim", "read.next", show=True),
    _key("p,N", "claim(-1)", "Previous claim", "read.previous", show=True, display="p"),
    _key("full_stop", "here", "Back to the current claim", "read.here", display="."),
    _key("S", "cast", "Speakers", "read.cast", show=True, tip="Who is quoted here; pick one"),
    _key("escape,q,backspace", "leave", "Back", "read.back", show=True, display="esc"),
]

CAST: list[BindingType] = [
    _key("enter", "choose", "Only these claims", "cast.choose", show=True, display="⏎"),
    _key("escape", "leave", "Back to the text", "cast.back", show=True, display="esc"),
]

COMPARE: list[BindingType] = [
    _key(
        "right_square_bracket",
        "difference(1)",
        "Next difference",
        "compare.next-difference",
        show=True,
        display="]",
    ),
    _key(
        "left_square_bracket",
        "difference(-1)",
        "Difference before",
        "compare.previous-difference",
        show=True,
        display="[",
    ),
    _key("D", "words", "Differing words, or not", "compare.words"),
    _key("right,l,tab", "column(1)", "Next column", "compare.right", show=True, display="→"),
    _key("left,h,shift+tab", "column(-1)", "Column before", "compare.left", show=True, display="←"),
    _key("enter", "open", "Read", "compare.read", show=True, display="⏎", tip="Read the article"),
    _key("escape,q,backspace", "leave", "Back", "compare.back", show=True, display="esc"),
]

COLUMN: list[BindingType] = [
    _key("down,j", "claim(1)", "Next claim", "compare.next"),
    _key("up,k", "claim(-1)", "Claim before", "compare.previous"),
]

ALIGNED: list[BindingType] = [
    _key("right,l,tab", "side(1)", "Right", "align.right", show=True, display="→"),
    _key("left,h,shift+tab", "side(0)", "Left", "align.left", show=True, display="←"),
    _key("n,right_square_bracket", "person(1)", "Next speaker", "align.next", show=True),
    _key("p,left_square_bracket", "person(-1)", "Speaker before", "align.previous", show=True),
    _key("enter", "open", "Read", "align.read", show=True, display="⏎", tip="Read the article"),
    _key("escape,q,backspace", "leave", "Back", "align.back", show=True, display="esc"),
]

MATRIX: list[BindingType] = [
    _key("enter", "read", "Read", "matrix.read", display="⏎", tip="Read the article"),
    _key("m", "switch", "Months", "matrix.by", show=True, tip="By article, or by month"),
    _key("s", "sort", "Sort", "matrix.sort", show=True, tip="By number, or by name and date"),
    _key("f", "filter", "Filter", "matrix.filter", show=True, tip="Show its claims in the table"),
    _key("escape,q,backspace", "leave", "Back", "matrix.back", show=True, display="esc"),
]

GRID: list[BindingType] = [
    _key("right,l", "column(1)", "Column to the right", "matrix.right"),
    _key("left,h", "column(-1)", "Column to the left", "matrix.left"),
    _key("0", "column(-1000000)", "First column", "matrix.first"),
    _key("dollar_sign", "column(1000000)", "Last column", "matrix.last"),
    _key(
        "enter", "open", "Claims", "matrix.open", show=True, display="⏎", tip="To the claims behind"
    ),
]

TIMELINE: list[BindingType] = [
    _key("right,l", "month(1)", "Next month", "timeline.right", show=True, display="→"),
    _key("left,h", "month(-1)", "Month before", "timeline.left", show=True, display="←"),
    _key(
        "right_square_bracket",
        "post(1)",
        "Next post",
        "timeline.next-post",
        show=True,
        display="]",
        tip="To the next change of post",
    ),
    _key(
        "left_square_bracket",
        "post(-1)",
        "Post before",
        "timeline.previous-post",
        show=True,
        display="[",
        tip="To the change of post before",
    ),
    _key("A", "all", "All claims, or those of the filter", "timeline.all"),
    _key("f", "filter", "Filter", "timeline.filter", show=True, tip="Show them in the table"),
    _key("enter", "open", "Read", "timeline.read", show=True, display="⏎", tip="Read the article"),
    _key("escape,q,backspace", "leave", "Back", "timeline.back", show=True, display="esc"),
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
    # The keys of the app do not reach into dialogs.
    _key("question_mark,f1", "app.help", "Help", "dialog.help"),
    _key("J,ctrl+o", "app.jump", "Jump to a letter", "dialog.jump"),
]

PROBLEM: list[BindingType] = [
    _key("c,y", "copy", "Copy", "problem.copy", show=True, tip="Copy the whole text"),
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


FIND: list[BindingType] = [
    _key("escape", "leave", "Stop finding", "find.stop", show=True, display="esc"),
]

VIEWS: list[BindingType] = [
    _key("enter", "select", "Open", "view.open", show=True, display="⏎", tip="Open the view"),
    _key("down,j", "cursor_down", "Down", "view.down"),
    _key("up,k", "cursor_up", "Up", "view.up"),
    _key("s", "save", "Save", "view.save", show=True, tip="Save what is shown under a name"),
    _key("r", "rename", "Rename", "view.rename", show=True, tip="Give the view another name"),
    _key("d,delete", "delete", "Delete", "view.delete", show=True, tip="Delete the view"),
]


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
        return f"{self.key} would mean {' and '.join(self.ids)}"


PLACES = (
    Place("Claims, and what to filter by", LIST),
    Place("Claims table", TABLE),
    Place("Main screen", BROWSE),
    Place("Columns", COLUMNS),
    Place("Finding text", FIND),
    Place("Saved views", VIEWS),
    Place("Judging, on the main screen and in the review", JUDGE),
    Place("Review", REVIEW),
    Place("Correcting", CORRECT),
    Place("Ends of content, cue and source", SPANS),
    Place("Filter line", FILTER),
    Place("Facets", PANE),
    Place("Narrowing", NARROW),
    Place("The claim at hand", CLAIM),
    Place("Main screen and comparisons", COMPARING),
    Place("Text", PAPER),
    Place("Article", ARTICLE),
    Place("Speakers of an article", CAST),
    Place("Why", LEAF),
    Place("Comparison", COMPARE),
    Place("Column of claims", COLUMN),
    Place("Two articles", ALIGNED),
    Place("Matrix", MATRIX),
    Place("Cells of the matrix", GRID),
    Place("Timeline", TIMELINE),
    Place("Speaker", SPEAKER),
    Place("Rows of a speaker", SPEAKER_ROWS),
    Place("Dialogs", DIALOG),
    Place("Messages", PROBLEM),
    Place("Everywhere", APP),
)

_MAIN = (BROWSE, JUDGE, CLAIM, COMPARING)

TOGETHER = (
    (TABLE, LIST, *_MAIN),
    (PANE, LIST, *_MAIN),
    (PAPER, *_MAIN),
    (PAPER, ARTICLE, CLAIM),
    (CAST, LIST, ARTICLE, CLAIM),
    (PAPER, REVIEW, JUDGE, CLAIM),
    (PAPER, LEAF),
    (COLUMN, PAPER, COMPARE, CLAIM),
    (COLUMN, PAPER, ALIGNED, CLAIM),
    (GRID, LIST, MATRIX),
    (COLUMN, PAPER, MATRIX, CLAIM),
    (COLUMN, PAPER, TIMELINE, CLAIM),
    (SPEAKER_ROWS, SPEAKER),
    (SPANS, CORRECT),
    (COLUMNS, DIALOG),
    (VIEWS, DIALOG),
    (PROBLEM, PAPER, DIALOG),
)
"""Lists that hold at the same time, the nearest to the focus first; with each, those of `APP`."""


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
