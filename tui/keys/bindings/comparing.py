"""Comparing: side by side, aligned, as a matrix, over time."""

from __future__ import annotations

from typing import Final

from textual.binding import BindingType

from tui.keys.binding import back, key

COMPARE: Final[list[BindingType]] = [
    key(
        "right_square_bracket",
        "difference(1)",
        "Next difference",
        "compare.next-difference",
        show=True,
        display="]",
    ),
    key(
        "left_square_bracket",
        "difference(-1)",
        "Previous difference",
        "compare.previous-difference",
        show=True,
        display="[",
    ),
    key("D", "words", "Toggle differing words", "compare.words"),
    key("right,l,tab", "column(1)", "Next column", "compare.right", show=True, display="→"),
    key(
        "left,h,shift+tab", "column(-1)", "Previous column", "compare.left", show=True, display="←"
    ),
    key("enter", "open", "Read", "compare.read", show=True, display="⏎", tip="Read the article"),
    back("compare"),
]

COLUMN: Final[list[BindingType]] = [
    key("down,j", "claim(1)", "Next claim", "compare.next"),
    key("up,k", "claim(-1)", "Previous claim", "compare.previous"),
]

ALIGNED: Final[list[BindingType]] = [
    key("right,l,tab", "side(1)", "Right", "align.right", show=True, display="→"),
    key("left,h,shift+tab", "side(-1)", "Left", "align.left", show=True, display="←"),
    key("n,right_square_bracket", "section(1)", "Next section", "align.next", show=True),
    key("p,left_square_bracket", "section(-1)", "Previous section", "align.previous", show=True),
    key("enter", "open", "Read", "align.read", show=True, display="⏎", tip="Read the article"),
    back("align"),
]

MATRIX: Final[list[BindingType]] = [
    key("enter", "read", "Read", "matrix.read", display="⏎", tip="Read the article"),
    key(
        "m", "columns", "Columns", "matrix.by", show=True, tip="By article, month, topic or thread"
    ),
    key("o", "rows", "Rows", "matrix.of", show=True, tip="Speakers, topics or threads"),
    key("s", "sort", "Sort", "matrix.sort", show=True, tip="By number, or by name and date"),
    key("f", "filter", "Filter", "matrix.filter", show=True, tip="Show its claims in the table"),
    back("matrix"),
]

GRID: Final[list[BindingType]] = [
    key("right,l", "column(1)", "Column to the right", "matrix.right"),
    key("left,h", "column(-1)", "Column to the left", "matrix.left"),
    key("0", "column(-1000000)", "First column", "matrix.first"),
    key("dollar_sign", "column(1000000)", "Last column", "matrix.last"),
    key(
        "enter", "open", "Claims", "matrix.open", show=True, display="⏎", tip="To the claims behind"
    ),
]

TIMELINE: Final[list[BindingType]] = [
    key("right,l", "month(1)", "Next month", "timeline.right", show=True, display="→"),
    key("left,h", "month(-1)", "Previous month", "timeline.left", show=True, display="←"),
    key(
        "right_square_bracket",
        "affiliation(1)",
        "Next role",
        "timeline.next-affiliation",
        show=True,
        display="]",
        tip="To the next change of affiliation",
    ),
    key(
        "left_square_bracket",
        "affiliation(-1)",
        "Previous role",
        "timeline.previous-affiliation",
        show=True,
        display="[",
        tip="To the previous change of affiliation",
    ),
    key("A", "all", "Toggle all claims of the speaker", "timeline.all"),
    key("B", "topic", "Topic", "timeline.topic", show=True, tip="Only claims on one topic"),
    key("f", "filter", "Filter", "timeline.filter", show=True, tip="Show them in the table"),
    key("enter", "open", "Read", "timeline.read", show=True, display="⏎", tip="Read the article"),
    back("timeline"),
]
