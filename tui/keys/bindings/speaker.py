"""Who a speaker is."""

from __future__ import annotations

from typing import Final

from textual.binding import BindingType

from tui.keys.binding import back, key, row_keys

SPEAKER: Final[list[BindingType]] = [
    key("a", "decide('same')", "Same", "speaker.accept", show=True, tip="Accept the suggestion"),
    key("x", "decide('different')", "Not", "speaker.refuse", show=True, tip="Refuse it for good"),
    key("o", "decide('unsure')", "Open", "speaker.unsure", tip="Leave the suggestion open"),
    key("m", "merge", "Merge", "speaker.merge", show=True, tip="Merge with another speaker"),
    key("s", "split", "Split", "speaker.split", show=True, tip="Split the name or article off"),
    key("r", "rename", "Rename", "speaker.rename", show=True),
    key("i", "alias", "Alias", "speaker.alias", show=True, tip="Give one more name"),
    key("u", "undo", "Undo", "speaker.undo", show=True, tip="Undo the act, or your last one"),
    key("colon", "copy_command", "Copy the command", "speaker.command"),
    key("right,l,tab", "pane(1)", "Other pane", "speaker.right", display="tab"),
    key("left,h,shift+tab", "pane(-1)", "Previous pane", "speaker.left"),
    back("speaker"),
]

INBOX: Final[list[BindingType]] = [
    *(
        key(str(n), f"candidate({n})", f"Speaker {n}", f"inbox.{n}", tip=f"It is candidate {n}")
        for n in range(1, 10)
    ),
    key("a", "accept", "Right", "inbox.keep", show=True, tip="Right as it is; they are one"),
    key("x", "refuse", "Nobody", "inbox.nobody", show=True, tip="Nobody named; they are two"),
    key("r", "read", "Read", "inbox.read", show=True, tip="Read the article"),
    key("u", "undo", "Undo", "inbox.undo", show=True, tip="Undo your last answer"),
    key("colon", "copy_command", "Copy the command", "inbox.command"),
    back("inbox"),
]

INBOX_ROWS: Final[list[BindingType]] = [
    key("enter", "select", "Who", "inbox.who", show=True, display="⏎", tip="Say who it is"),
    *row_keys("inbox", "question", "questions"),
]

INBOX_ANSWERS: Final[list[BindingType]] = [
    key("enter", "select", "Answer", "answer.take", show=True, display="⏎", tip="Give the answer"),
    *row_keys("answer", "answer", "answers"),
]

SPEAKER_ROWS: Final[list[BindingType]] = [
    key("enter", "select", "Read", "speaker.read", show=True, display="⏎", tip="Read, or go there"),
    *row_keys("speaker", "row", "rows"),
]
