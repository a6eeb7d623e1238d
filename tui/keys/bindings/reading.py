"""Reading: text, an article, the claim at hand and why it is whose."""

from __future__ import annotations

from typing import Final

from textual.binding import BindingType

from tui.keys.binding import back, key

PAPER: Final[list[BindingType]] = [
    key("down,j", "scroll(1)", "Scroll down", "scroll.down"),
    key("up,k", "scroll(-1)", "Scroll up", "scroll.up"),
    key("pagedown,ctrl+f", "scroll_page(1)", "Scroll a page down", "scroll.page-down"),
    key("pageup", "scroll_page(-1)", "Scroll a page up", "scroll.page-up"),
    key("ctrl+d", "scroll_page(0.5)", "Scroll half a page down", "scroll.half-down"),
    key("ctrl+u", "scroll_page(-0.5)", "Scroll half a page up", "scroll.half-up"),
    key("home,g", "scroll_start", "Scroll to the start", "scroll.start"),
    key("end,G", "scroll_finish", "Scroll to the end", "scroll.finish"),
]

CLAIM: Final[list[BindingType]] = [
    key("y", "copy_quote", "Copy the quote", "take.quote"),
    key("Y", "copy_citation", "Copy a citation", "take.citation"),
    key("c", "copy_cell", "Copy a cell", "take.cell"),
    key(
        "V", "whole", "Whole claim", "read.whole", tip="All of the claim and its evidence in large"
    ),
    key("w", "why", "Why", "read.why", tip="Why this speaker, this affiliation, this date?"),
    key("t", "timeline", "Timeline", "read.timeline", tip="The speaker over time"),
    key("tilde", "thread", "Thread", "read.thread", display="~", tip="Who else says the same"),
    key("W", "threads", "Threads", "read.threads", tip="All that is said by several claims"),
    key(
        "X",
        "quotations",
        "Quotations",
        "read.quotations",
        tip="Where its quotation stands again, cut or altered",
    ),
    key(
        "ampersand",
        "relations",
        "Relations",
        "read.relations",
        display="&",
        tip="Who repeats, agrees with, denies or updates it",
    ),
    key(
        "percent_sign",
        "suggestions",
        "Suggested relations",
        "read.suggestions",
        display="%",
        tip="All suggested relations, to say which are right",
    ),
    key("K", "stories", "Stories", "read.stories", tip="Articles that are copies of one text"),
    key(
        "colon",
        "copy_command",
        "Copy the command",
        "take.command",
        tip="Copy the command that gives what is seen",
    ),
]

LEAF: Final[list[BindingType]] = [
    key("enter", "open", "Read", "leaf.read", show=True, display="⏎", tip="Read the article"),
    back("leaf"),
]

ARTICLE: Final[list[BindingType]] = [
    key("n", "claim(1)", "Next claim", "read.next", show=True),
    key("p,N", "claim(-1)", "Previous claim", "read.previous", show=True, display="p"),
    key("z", "hidden", "Toggle what is hidden", "read.hidden"),
    key("full_stop", "here", "Back to the current claim", "read.here", display="."),
    key("S", "speakers", "Speakers", "read.cast", show=True, tip="Who is quoted here; pick one"),
    back("read"),
]

SPEAKER_LIST: Final[list[BindingType]] = [
    key("enter", "choose", "Only these claims", "cast.choose", show=True, display="⏎"),
    key("escape", "leave", "Back to the text", "cast.back", show=True, display="esc"),
]
