"""All keys, by where they hold; made from the bindings, as rebound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import Screen

from tui.dialogs.dialog import Dialog
from tui.keys import keymap
from tui.keys.binding import binding_lists
from tui.keys.key_names import shown_key
from tui.keys.keymap import KeyContext
from tui.widgets.lines.blocks import Block, Mark
from tui.widgets.lines.paper import Paper

_KEYS: Final = 20

FILTERS: Final = """\
speaker:NAME         name or alias; repeat it for several
org:WORDS            organization that the article states for the speaker
article:WORDS        title, file name or article id
outlet:WORDS         who published it
type:                direct, mixed, indirect
cue:WORDS            base form of the cue: warn, make clear
class:               statement, question, denial, demand, opinion,
                     belief, intention, emotion, perception
is: not:             negated, hedged, prediction
kind:                person, organization, group, document
review:              machine (not reviewed), accepted, corrected, rejected
include:all          what is hidden too (z): nested, low, no-speaker, act,
                     headline, rejected
tag:TAG              what people tagged it with; repeat it for several
note:WORDS           in what people noted on it
since: until:        2023, 2023-06 or 2023-06-30
topic:WORDS          what the claim speaks about
min-confidence:0.8   0 to 1
min-statement:0.5    said, not felt or done
sort:-confidence     any column, - for descending; newest first by itself
limit:50             at most so many
words "a phrase"     in the claim; prefix*, -without, one OR other"""


SIGNS: Final = """\
“ ”  “~”  ~          quoted; quoted in part; reported in the article's words
✓  ✎  ✗              accepted; corrected; rejected
+2  -2               two claims within it, folded; shown below it
▁ to █               how likely the claim is right
▸  ●                 the current row; a marked one"""


def shown_keys(binding: Binding, rebound: Mapping[str, str]) -> str:
    """The keys of a binding as they are written on keys."""
    return " ".join(map(shown_key, keymap.keys_of(binding, rebound)))


def help_blocks(rebound: Mapping[str, str], here: Sequence[object] = ()) -> Iterator[Block]:
    """The help as blocks: a table of keys for each place, then the filters.

    Args:
        rebound: Keys by the id of a binding, after rebinding.
        here: The lists of bindings that hold where the help was asked for; they come first.
    """
    near = [
        context for context in keymap.KEY_CONTEXTS if any(context.bindings is each for each in here)
    ]
    if near:
        yield Block("What you can do here", style="label")
        yield from _keys_of_contexts(near, rebound)
        yield Block("Elsewhere", style="label")
    yield Block("Signs in the rows", style="title", gap=0)
    yield Block(SIGNS)
    yield Block("The filter line", style="title", gap=0)
    yield Block(FILTERS)
    yield from _keys_of_contexts(
        [context for context in keymap.KEY_CONTEXTS if context not in near], rebound
    )


def _keys_of_contexts(
    contexts: Iterable[KeyContext], rebound: Mapping[str, str]
) -> Iterator[Block]:
    for context in contexts:
        yield Block(context.title, style="title", gap=0)
        *others, last = keymap.bindings_of(context)
        for binding in others:
            yield _key_line(binding, rebound, gap=0)
        yield _key_line(last, rebound, gap=1)


def _key_line(binding: Binding, rebound: Mapping[str, str], *, gap: int) -> Block:
    """A key, and what it does, in lines of its own column."""
    keys = shown_keys(binding, rebound)
    label = f"{keys.ljust(_KEYS)} "
    marks = (Mark(0, len(keys), "speaker"),)
    return Block(f"{label}{binding.tooltip}", marks, gap=gap, hang=len(label))


def bindings_here(screen: Screen[object]) -> list[object]:
    """The lists of bindings that hold on a screen now."""
    nodes = {active.node for active in screen.active_bindings.values()}
    return [bindings for node in nodes for bindings in binding_lists(node)]


class HelpScreen(Dialog[None]):
    """The keys and the filter line explained, first what holds on the screen below.

    Args:
        below: The screen that help is wanted for.
        rebound: Keys by the id of a binding, after rebinding.
    """

    def __init__(self, below: Screen[object], rebound: Mapping[str, str]) -> None:
        super().__init__()
        self._here = bindings_here(below)
        self._rebound = rebound

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as dialog:
            dialog.border_title = "Help"
            dialog.border_subtitle = "esc closes"
            yield Paper()

    def on_mount(self) -> None:
        paper = self.query_one(Paper)
        paper.show([*help_blocks(self._rebound, self._here)])
        paper.focus()
