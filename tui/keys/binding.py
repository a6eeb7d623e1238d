"""How a binding is written, and how several lists of them hold on one screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from textual.binding import Binding, BindingType
from textual.dom import DOMNode

from tui.textual_private import inherits_bindings


class Several(list[BindingType]):
    """Lists of bindings that hold on one screen, as the one list that Textual takes.

    Args:
        lists: No key is in two of them.
    """

    def __init__(self, *lists: list[BindingType]) -> None:
        super().__init__(chain.from_iterable(lists))
        self.lists = lists


def lists_of(bindings: list[BindingType]) -> Sequence[list[BindingType]]:
    """The lists that a screen's or widget's bindings are made of, mostly the one."""
    return bindings.lists if isinstance(bindings, Several) else (bindings,)


def key(
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


def back(prefix: str) -> BindingType:
    """The key that leaves a screen.

    Args:
        prefix: Where it holds: what ids begin with.
    """
    return key("escape,q,backspace", "leave", "Back", f"{prefix}.back", show=True, display="esc")


def row_keys(prefix: str, row: str, rows: str) -> list[BindingType]:
    """The keys that go through a list.

    Args:
        prefix: Where they hold: what ids begin with.
        row: What a row is.
        rows: The same of several.
    """
    return [
        key("down,j", "cursor_down", f"Next {row}", f"{prefix}.down"),
        key("up,k", "cursor_up", f"Previous {row}", f"{prefix}.up"),
        key("pagedown,ctrl+f", "page_down", f"Page of {rows} down", f"{prefix}.page-down"),
        key("pageup", "page_up", f"Page of {rows} up", f"{prefix}.page-up"),
        key("home,g", "first", f"First of the {rows}", f"{prefix}.first"),
        key("end,G", "last", f"Last of the {rows}", f"{prefix}.last"),
    ]


def group_keys(
    prefix: str, *, opens: str, pane: str, narrowed_by: str, single: str
) -> list[BindingType]:
    """The keys of a table of groups beside which their members stand.

    Args:
        prefix: Where they hold: what ids begin with.
        opens: What opening does.
        pane: What stands in the other pane.
        narrowed_by: Where the words stand that a text narrows the table by.
        single: What a group of one has, which is not listed unasked.
    """
    of_words = f"Only those with some words in {narrowed_by}"
    of_one = f"Those of one {single} as well"
    to_pane = f"To its {pane.lower()}, or back"
    return [
        key("enter", "open", "Open", f"{prefix}.open", show=True, display="⏎", tip=opens),
        key("tab", "pane", pane, f"{prefix}.pane", show=True, tip=to_pane),
        key("s", "sort", "Sort", f"{prefix}.sort", show=True, tip="Sort by a column"),
        key("slash", "narrow", "Narrow", f"{prefix}.narrow", show=True, display="/", tip=of_words),
        key("z", "every", "All", f"{prefix}.single", show=True, tip=of_one),
    ]


def binding_lists(node: DOMNode) -> Iterator[Sequence[BindingType]]:
    """The lists of bindings that the classes of a screen or widget have, its own first."""
    for kind in type(node).__mro__:
        if bindings := kind.__dict__.get("BINDINGS"):
            yield from lists_of(bindings)
        if not inherits_bindings(kind):
            return


def bindings_at(node: DOMNode) -> Iterator[Binding]:
    """What each key of ours does on a screen or widget; Textual's own bindings have no id."""
    by_key: dict[str, Binding] = {}
    for bindings in reversed([*binding_lists(node)]):
        made = Binding.make_bindings(bindings)
        by_key |= {binding.key: binding for binding in made if binding.id is not None}
    yield from by_key.values()
