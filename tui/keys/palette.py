"""Every action in the command palette, made from the bindings of what is on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Command:
    """A line of the palette: its text, its keys if it has any, and what it does."""

    text: str
    keys: str
    run: Callable[[], object]


class ActionCommands(Provider):
    """The actions of the focused widget, then of the other widgets, the screen and the app; then
    what has no key; last the actions that only move."""

    def commands(self) -> Iterator[_Command]:
        """Each command once."""
        found = [*self.actions()]
        moves = [one for one in found if _group(one[0]) in MOVES]
        yield from map(self._of_action, found[: len(found) - len(moves)])
        for one in self.app.get_system_commands(self.screen):
            yield _Command(f"{one.title}: {one.help}", "", one.callback)
        yield from map(self._of_action, moves)

    def _of_action(self, action: tuple[Binding, DOMNode]) -> _Command:
        binding, node = action
        keys = self.app.get_key_display(binding)
        return _Command(label(binding), keys, partial(self._run, binding, node))

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
        for one in self.commands():
            yield DiscoveryHit(_with_keys(Content(one.text), one.keys), one.run, one.text)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for one in self.commands():
            if (score := matcher.match(one.text)) > 0:
                shown = _with_keys(matcher.highlight(one.text), one.keys)
                yield Hit(score, shown, one.run, text=one.text)

    async def _run(self, binding: Binding, node: DOMNode) -> None:
        await self.app.run_action(binding.action, node)


def _with_keys(shown: Content, keys: str) -> Content:
    """A command in one line with its keys: on a line of their own, half as many are seen."""
    return Content.assemble(shown, (f"  {keys}", "dim")) if keys else shown
