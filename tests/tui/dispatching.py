"""Makes what apps look up again and again cheap in tests, as classes do not change.

Each of an app's thousand messages has Textual look for handlers in all classes of its receiver, and
each value that is watched has it ask twice whether there is a method that computes it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from functools import cache
from typing import Any, Final

from textual.dom import DOMNode, NoScreen
from textual.message import Message
from textual.message_pump import MessagePump
from textual.reactive import Reactive
from textual.screen import Screen

_Found = tuple[type, Callable[[Message], Awaitable[Any]]]

_find: Final = MessagePump._get_dispatch_methods
_get: Final = Reactive.__get__


@cache
def _classes(kind: type, name: str, message: type) -> tuple[type, ...] | None:
    """The classes with a handler of a name; None where handlers are found by decorators as well."""
    messages = {one for one in message.__mro__ if issubclass(one, Message)}
    found = []
    for one in kind.__mro__:
        if messages & vars(one).get("_decorated_handlers", {}).keys():
            return None
        if f"_{name}" in vars(one) or name in vars(one):
            found.append(one)
    return tuple(found)


def _handlers(self: MessagePump, method_name: str, message: Message) -> Iterator[_Found]:
    of_message: Any = type(message)
    classes = _classes(type(self), method_name, of_message)
    if classes is None:
        yield from _find(self, method_name, message)
        return
    for one in classes:
        if message._no_default_action:
            break
        method = vars(one).get(f"_{method_name}") or vars(one).get(method_name)
        if method is not None and not getattr(method, "_textual_on", None):
            yield one, method.__get__(self, one)


def _screen(self: DOMNode) -> Screen[object]:
    node: MessagePump | None = self
    while node is not None and not isinstance(node, Screen):
        node = node._parent
    if node is None:
        raise NoScreen("node has no screen")
    return node


@cache
def _is_computed(kind: type, method: str) -> bool:
    return hasattr(kind, method)


def _value(self: Reactive[Any], node: Any, kind: type) -> Any:
    if node is None or _is_computed(kind, self.compute_name):
        return _get(self, node, kind)
    try:
        return node.__dict__[self.internal_name]
    except KeyError:
        return _get(self, node, kind)


def share() -> None:
    """Have all apps share what was found, and find their screen without importing its class."""
    Reactive.__get__ = _value  # type: ignore[assignment,method-assign]
    MessagePump._get_dispatch_methods = _handlers  # type: ignore[method-assign]
    DOMNode.screen = property(_screen)  # type: ignore[assignment]
