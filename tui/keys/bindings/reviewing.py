"""Reviewing claims: on any screen that has them, in the queue, and correcting one."""

from __future__ import annotations

from typing import Final

from textual.binding import BindingType

from tui.keys.binding import back, key

REVIEW: Final[list[BindingType]] = [
    key(
        "a",
        "review('accept')",
        "Accept",
        "judge.accept",
        show=True,
        tip="Accept the claim, or all marked",
    ),
    key(
        "x",
        "review('reject')",
        "Reject",
        "judge.reject",
        show=True,
        tip="Reject the claim, or all marked",
    ),
    key(
        "E",
        "review('correct')",
        "Correct",
        "judge.correct",
        show=True,
        tip="Correct the claim, or all marked",
    ),
    key("R", "review('reopen')", "Take back the review and corrections", "judge.reopen"),
    key(
        "i", "review('note')", "Note", "judge.note", tip="Write a note on the claim, or all marked"
    ),
    key(
        "number_sign",
        "review('tag')",
        "Tag",
        "judge.tag",
        display="#",
        tip="Tag the claim, or all marked",
    ),
    key("u", "review('undo')", "Undo", "judge.undo", tip="Undo your last step of reviewing"),
    key("ctrl+r", "review('redo')", "Redo", "judge.redo", tip="Redo what was undone"),
    key(
        "H",
        "review('history')",
        "History",
        "judge.history",
        tip="Who reviewed this claim, when and why",
    ),
]

WHICH: Final[list[BindingType]] = [
    key("c", "choose('here')", "The claim at hand", "which.here", tip="The claim under the cursor"),
    key("v", "choose('view')", "Marked in this view", "which.view", tip="Those marked in the view"),
    key("m", "choose('marked')", "All marked", "which.marked", tip="All that are marked"),
    key("n", "choose('none')", "None", "which.none", tip="No claim: cancel"),
]

QUEUE: Final[list[BindingType]] = [
    key("n,right,l", "claim(1)", "Next claim", "review.next", show=True, display="n"),
    key("p,N,left,h", "claim(-1)", "Previous claim", "review.previous", show=True, display="p"),
    key("enter", "open", "Read", "review.read", show=True, display="⏎", tip="Read the article"),
    back("review"),
]

QUEUE_ARTICLE: Final[list[BindingType]] = [
    key(
        "right_square_bracket",
        "queue(1)",
        "Next to review",
        "review.next-to-judge",
        show=True,
        display="]",
        tip="Next claim of the review, in whatever article",
    ),
    key(
        "left_square_bracket",
        "queue(-1)",
        "Previous to review",
        "review.previous-to-judge",
        tip="Previous claim of the review, in whatever article",
    ),
]

CORRECT: Final[list[BindingType]] = [
    key("enter", "save", "Save", "correct.save", show=True, display="⏎"),
    key("escape", "leave", "Close", "correct.close", show=True, display="esc"),
]

CORRECT_LINE: Final[list[BindingType]] = [
    # A line takes this key before the screen, and would not say so.
    key("enter", "submit", "Save", "correct.save-line", show=True, display="⏎"),
]

DROP_DOWN: Final[list[BindingType]] = [
    key("enter,down,up,space", "show_overlay", "Choose", "choice.open", show=True, display="⏎"),
]

DROP_DOWN_LIST: Final[list[BindingType]] = [
    key("enter", "select", "Take", "choice.take", show=True, display="⏎"),
    key("escape", "dismiss", "As it was", "choice.back", show=True, display="esc"),
]

SPANS: Final[list[BindingType]] = [
    key(
        "right,l",
        "end('word', 1)",
        "Move",
        "spans.word-on",
        show=True,
        display="→",
        tip="Move the end on by a word",
    ),
    key("left,h", "end('word', -1)", "End back by a word", "spans.word-back"),
    key("shift+right,L", "end('character', 1)", "End on by a character", "spans.character-on"),
    key("shift+left,H", "end('character', -1)", "End back by a character", "spans.character-back"),
    key("down,j", "end('sentence', 1)", "End on by a sentence", "spans.sentence-on"),
    key("up,k", "end('sentence', -1)", "End back by a sentence", "spans.sentence-back"),
    key("o", "other_end", "Other end", "spans.other", show=True, tip="Move the other end"),
    key(
        "1",
        "part('content')",
        "Content",
        "spans.content",
        show=True,
        tip="The content, or its next piece",
    ),
    key("2", "part('cue')", "Cue", "spans.cue", show=True, tip="The cue, or its next piece"),
    key(
        "3",
        "part('source')",
        "Source",
        "spans.source",
        show=True,
        tip="The source, or its next piece",
    ),
    key(
        "plus",
        "add_piece",
        "Add",
        "spans.add",
        show=True,
        display="+",
        tip="Add a piece, from the next word on",
    ),
    key(
        "minus",
        "drop_piece",
        "Remove",
        "spans.drop",
        show=True,
        display="-",
        tip="Remove the piece",
    ),
    key("pagedown", "scroll_page(1)", "Scroll a page down", "spans.page-down"),
    key("pageup", "scroll_page(-1)", "Scroll a page up", "spans.page-up"),
]
