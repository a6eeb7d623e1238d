"""Threads: all of them, and one through time; quotations and relations of a claim."""

from __future__ import annotations

from typing import Final

from textual.binding import BindingType

from tui.keys.binding import back, group_keys, key

THREADS: Final[list[BindingType]] = [
    *group_keys(
        "threads",
        opens="Open the thread",
        pane="Claims",
        narrowed_by="label or speakers",
        single="claim",
    ),
    key("f", "filter", "Filter", "threads.filter", show=True, tip="Show its claims in the table"),
    back("threads"),
]

THREAD: Final[list[BindingType]] = [
    key("enter", "open", "Read", "thread.read", show=True, display="⏎", tip="Read the article"),
    key("a", "same", "Same", "thread.same", show=True, tip="The suggestion says the same"),
    key("x", "different", "Not", "thread.different", show=True, tip="It does not say the same"),
    key("plus", "join", "Join marked", "thread.join", display="+", tip="Join the marked claims"),
    key("r", "rename", "Label", "thread.label", show=True, tip="What the thread is called"),
    key("u", "undo", "Undo", "thread.undo", show=True, tip="Undo your last judgement of threads"),
    key("tab,shift+tab", "pane", "Suggestions", "thread.pane", display="tab", tip="Other pane"),
    key("z", "copies", "Copies", "thread.copies", show=True, tip="Show claims of copied articles"),
    key("D", "words", "Words", "thread.words", show=True, tip="Toggle differing words"),
    key("e", "export", "Export", "thread.export", tip="Write its claims to a file"),
    key("f", "filter", "Filter", "thread.filter", show=True, tip="Show its claims in the table"),
    back("thread"),
]

QUOTATIONS: Final[list[BindingType]] = [
    key("enter", "open", "Read", "copies.read", show=True, display="⏎", tip="Read the article"),
    key("z", "possible", "Doubtful", "copies.all", show=True, tip="Doubtful ones and slogans too"),
    back("copies"),
]

RELATIONS: Final[list[BindingType]] = [
    key("enter", "open", "Read", "relations.read", show=True, display="⏎", tip="Read the article"),
    key("a", "judge('confirmed')", "Right", "relations.confirm", show=True, tip="It is so"),
    key("x", "judge('dismissed')", "Wrong", "relations.dismiss", show=True, tip="It is not so"),
    key("u", "undo", "Undo", "relations.undo", show=True, tip="Undo your last answer here"),
    key("z", "judged", "Judged", "relations.all", show=True, tip="Those that were dismissed too"),
    back("relations"),
]

SUGGESTIONS: Final[list[BindingType]] = [
    key("slash", "kind", "Kind", "relations.kind", show=True, display="/", tip="Only one kind"),
]
