"""Every action in the command palette, made from the bindings of what is on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from tui.keys.binding import bindings_at


def label(binding: Binding) -> str:
    """How the palette lists a binding: its group, then what it does, under the name that the footer
    has for it where that is in other words."""
    name, does = binding.description, binding.tooltip
    shown = does if name.split()[0].casefold() in does.casefold() else f"{name}: {does}"
    return f"{_group(binding)}: {shown}"


def _group(binding: Binding) -> str:
    return (binding.id or "app").partition(".")[0]


MOVES: Final = frozenset(("move", "scroll", "column", "pane"))
"""Groups that are listed last: what moves about has keys that everybody knows."""


class ActionCommands(Provider):
    """The actions of the focused widget, then of the other widgets, the screen and the app; last
    those that only move."""

    def actions(self) -> Iterator[tuple[Binding, DOMNode]]:
        """Each action once, with the node that performs it."""
        found = [*self._found()]
        yield from sorted(found, key=lambda one: _group(one[0]) in MOVES)

    def _found(self) -> Iterator[tuple[Binding, DOMNode]]:
        seen = {"app.palette"}
        for node in self._nodes():
            for binding in bindings_at(node):
                if binding.id is not None and binding.id not in seen:
                    seen.add(binding.id)
                    yield binding, node

    def _nodes(self) -> Iterator[DOMNode]:
        if self.focused is not None:
            yield from self.focused.ancestors_with_self
        yield from self.screen.walk_children()
        yield self.screen
        yield self.app

    async def discover(self) -> Hits:
        for binding, node in self.actions():
            text = label(binding)
            run = partial(self._run, binding, node)
            yield DiscoveryHit(self._with_keys(Content(text), binding), run, text)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for binding, node in self.actions():
            text = label(binding)
            if (score := matcher.match(text)) > 0:
                shown = self._with_keys(matcher.highlight(text), binding)
                yield Hit(score, shown, partial(self._run, binding, node), text=text)

    def _with_keys(self, shown: Content, binding: Binding) -> Content:
        """An action in one line with its keys: on a line of their own, half as many are seen."""
        return Content.assemble(shown, (f"  {self.app.get_key_display(binding)}", "dim"))

    async def _run(self, binding: Binding, node: DOMNode) -> None:
        await self.app.run_action(binding.action, node)
