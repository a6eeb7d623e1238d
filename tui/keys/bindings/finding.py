"""Finding claims: the main screen, its table, facets, columns, views and filter line."""

from __future__ import annotations

from typing import Final

from textual.binding import BindingType

from tui.keys.binding import key

LIST: Final[list[BindingType]] = [
    key("down,j", "move(1)", "Down", "move.down"),
    key("up,k", "move(-1)", "Up", "move.up"),
    key("pagedown,ctrl+f", "page(1)", "Page down", "move.page-down"),
    key("pageup", "page(-1)", "Page up", "move.page-up"),
    key("ctrl+d", "half_page(1)", "Half a page down", "move.half-down"),
    key("ctrl+u", "half_page(-1)", "Half a page up", "move.half-up"),
    key("home,g", "first", "First row", "move.first"),
    key("end,G", "last", "Last row", "move.last"),
]

TABLE: Final[list[BindingType]] = [
    key("enter", "open", "Read", "read.article", show=True, display="⏎", tip="Read the article"),
    key("right_square_bracket", "columns('go', 1)", "Next column", "column.next"),
    key("left_square_bracket", "columns('go', -1)", "Previous column", "column.previous"),
    key("greater_than_sign", "columns('widen', 1)", "Widen the column", "column.widen"),
    key("less_than_sign", "columns('widen', -1)", "Narrow the column", "column.narrow"),
    key("Z", "columns('lines')", "Lines a row: 2, 3, 1", "rows.lines"),
    key("plus", "fold", "Toggle nested claims", "rows.fold", tip="Unfold claims within the claim"),
    key("minus", "columns('hide')", "Hide the column", "column.hide"),
    key("exclamation_mark", "columns('freeze')", "Toggle freezing the column", "column.freeze"),
    key("right_curly_bracket", "columns('move', 1)", "Move the column right", "column.move-right"),
    key("left_curly_bracket", "columns('move', -1)", "Move the column left", "column.move-left"),
    key("full_stop", "columns('sort')", "Sort by the column", "column.sort"),
]

COLUMNS: Final[list[BindingType]] = [
    key("space", "show", "Show", "columns.toggle", show=True, tip="Toggle the column"),
    key("greater_than_sign", "widen(1)", "Wider", "columns.widen", show=True, display=">"),
    key("less_than_sign", "widen(-1)", "Narrower", "columns.narrow", show=True, display="<"),
    key("equals_sign", "fit", "Fit", "columns.fit", show=True, tip="As wide as there is room"),
    key("exclamation_mark", "freeze", "Freeze", "columns.freeze", show=True, display="!"),
    key(
        "shift+down,J",
        "move_column(1)",
        "Down",
        "columns.down",
        show=True,
        display="J",
        tip="Move down",
    ),
    key("shift+up,K", "move_column(-1)", "Up", "columns.up", show=True, display="K", tip="Move up"),
    key("backspace", "reset", "As usual", "columns.reset", show=True),
    key("enter", "done", "Done", "columns.done", show=True, display="⏎"),
]

FILE_COLUMNS: Final[list[BindingType]] = [
    key("space", "choose", "Choose", "file-columns.toggle", show=True, tip="Choose it, or not"),
    key("shift+down,J", "move_column(1)", "Move down", "file-columns.down", show=True, display="J"),
    key("shift+up,K", "move_column(-1)", "Move up", "file-columns.up", show=True, display="K"),
    key("s", "few", "Short", "file-columns.short", show=True, tip="Choose the usual dozen"),
    key("a", "every", "All", "file-columns.all", show=True, tip="Choose all of them"),
    key("n", "save", "Name", "file-columns.name", show=True, tip="Keep this choice by a name"),
    key("enter", "done", "Done", "file-columns.done", show=True, display="⏎"),
]

PANE: Final[list[BindingType]] = [
    key(
        "enter",
        "choose",
        "Filter by it",
        "pane.choose",
        show=True,
        display="⏎",
        tip="Filter by it, or stop",
    ),
    key(
        "slash",
        "narrow",
        "Narrow",
        "pane.narrow",
        show=True,
        display="/",
        tip="Type to narrow the list",
    ),
    key("right_square_bracket", "facet(1)", "Next facet", "pane.next", show=True, display="]"),
    key("left_square_bracket", "facet(-1)", "Previous facet", "pane.previous"),
    key("backspace,delete", "clear_facet", "Stop filtering by any of them", "pane.clear"),
]

SELECTION: Final[list[BindingType]] = [
    key(
        "space",
        "selection('toggle')",
        "Mark",
        "mark.toggle",
        show=True,
        display="␣",
        tip="Toggle the mark of the claim",
    ),
    key(
        "comma",
        "selection('speaker')",
        "Mark the speaker's claims",
        "mark.speaker",
        tip="Mark all claims of this speaker in the view, or none of them",
    ),
    key("asterisk", "selection('clear')", "Remove all marks", "mark.clear"),
]

BROWSE: Final[list[BindingType]] = [
    key("slash", "filter", "Filter", "find.filter", show=True, display="/"),
    key("escape", "back", "Cancel, or clear the filter", "find.clear", display="esc"),
    key("backspace", "previous_filter", "Previous filter", "find.previous-filter"),
    key("F", "find", "Find", "find.text", tip="Find text in the rows, and hide none"),
    key("n", "find_next(1)", "Next match", "find.next-match", tip="Next row with the text"),
    key(
        "N",
        "find_next(-1)",
        "Previous match",
        "find.previous-match",
        tip="Previous row with the text",
    ),
    key("v", "views", "Views", "view.saved", show=True, tip="Open or save a view by name"),
    key("z", "hidden", "Toggle what is hidden", "find.hidden"),
    key(
        "b",
        "app.new_claims",
        "New claims",
        "find.new",
        tip="Show the claims that came in since your last visit",
    ),
    key("f5", "reload", "Reload from the database", "find.reload"),
    key("s", "sort", "Sort", "find.sort"),
    key("f", "facet", "Facets", "pane.facets", show=True, tip="Filter by the last facet used"),
    key("S", "facet('speaker')", "Speakers", "pane.speakers", tip="Filter by speakers"),
    key("O", "facet('org')", "Organizations", "pane.organizations", tip="Filter by organizations"),
    key("B", "facet('topic')", "Topics", "pane.topics", tip="Filter by what claims are about"),
    key("U", "facet('outlet')", "Outlets", "pane.outlets", tip="Filter by outlets"),
    key("A", "facet('article')", "Articles", "pane.articles", tip="Filter by articles"),
    key("M", "facet('month')", "Months", "pane.months", tip="Filter by months"),
    key("T", "facet('type')", "Types", "pane.types", tip="Filter by how claims are quoted"),
    key("L", "facet('class')", "Classes", "pane.classes", tip="Filter by speech act"),
    key("o", "columns", "Columns", "column.choose", tip="Choose, order and freeze columns"),
    key(
        "P",
        "speaker",
        "Speaker",
        "speaker.open",
        tip="Show who speaks: affiliations, names",
    ),
    key("Q", "inbox", "Source inbox", "source.inbox", tip="Answer what is doubtful about speakers"),
    key("I", "sources", "Sources", "source.open", tip="Date, label and delete articles"),
    key("d", "detail", "Toggle the detail", "pane.detail"),
    key("left,h", "focus_pane(-1)", "Pane to the left", "pane.left"),
    key("right,l", "focus_pane(1)", "Pane to the right", "pane.right"),
    key(
        "equals_sign",
        "compare_selected",
        "Compare",
        "compare.marked",
        show=True,
        tip="Compare the marked claims",
    ),
    key(
        "r",
        "open_queue",
        "Review",
        "review.open",
        show=True,
        tip="Review claims, the doubtful first",
    ),
    key("C", "compare_by", "Compare articles or speakers", "compare.by"),
    key(
        "m",
        "matrix",
        "Matrix",
        "compare.matrix",
        tip="Speakers or topics against articles, months or each other",
    ),
    key("quotation_mark", "only_selected", "Toggle marked claims only", "mark.only"),
    key("e", "export", "Export", "export.open", show=True),
    key("q", "app.quit", "Quit", "app.leave", show=True),
]

NARROW: Final[list[BindingType]] = [
    key("down", "to_list", "To the list", "pane.list", show=True, display="↓"),
    key("escape", "leave", "Stop narrowing", "pane.stop", show=True, display="esc"),
]

FILTER: Final[list[BindingType]] = [
    key("tab", "complete", "Complete", "find.complete", show=True, display="tab"),
    key("down", "suggestion(1)", "Next completion, or down to the claims", "find.next"),
    key("up", "suggestion(-1)", "Previous completion", "find.previous"),
    key("escape", "leave", "Back to the claims", "find.leave", show=True, display="esc"),
]

FIND: Final[list[BindingType]] = [
    key("escape", "leave", "Stop finding", "find.stop", show=True, display="esc"),
]

VIEWS: Final[list[BindingType]] = [
    key("enter", "select", "Open", "view.open", show=True, display="⏎", tip="Open the view"),
    key("down,j", "cursor_down", "Down", "view.down"),
    key("up,k", "cursor_up", "Up", "view.up"),
    key("s", "save", "Save", "view.save", show=True, tip="Save what is shown under a name"),
    key("r", "rename", "Rename", "view.rename", show=True, tip="Give the view another name"),
    key("d,delete", "delete", "Delete", "view.delete", show=True, tip="Delete the view"),
]
