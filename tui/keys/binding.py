"""How a binding is written, and how several lists of them hold on one screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from textual.binding import Binding, BindingType
from textual.dom import DOMNode


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


def binding_lists(node: DOMNode) -> Iterator[Sequence[BindingType]]:
    """The lists of bindings that the classes of a screen or widget have, its own first."""
    for kind in type(node).__mro__:
        if bindings := kind.__dict__.get("BINDINGS"):
            yield from lists_of(bindings)


def bindings_at(node: DOMNode) -> Iterator[Binding]:
    """What each key of ours does on a screen or widget; Textual's own bindings have no id."""
    by_key: dict[str, Binding] = {}
    for bindings in reversed([*binding_lists(node)]):
        made = Binding.make_bindings(bindings)
        by_key |= {binding.key: binding for binding in made if binding.id is not None}
    yield from by_key.values()
