"""The keys of the place, with the way to the help in sight however narrow the terminal is.

Textual's own footer has a widget for each key and makes all of them anew at each change: a fourth
of the widgets of a screen, and of the time that it takes to open one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Final, Protocol, runtime_checkable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.dom import DOMNode
from textual.geometry import clamp
from textual.reactive import reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.keys.footer_order import SPARE

HELP: Final = frozenset({"help", "app.help"})
PALETTE: Final = "app.palette"
"""Id of what leads to all that has no room, by the mouse too."""
WHEEL_CELLS: Final = 2


@dataclass(frozen=True, slots=True)
class ShownKey:
    """A key as the footer tells of it.

    Args:
        key: Its name, as it is pressed.
        shown: Its name, as it is read.
        does: What it does.
        action: What runs.
        enabled: Whether it does so now.
        ident: The id of its binding.
    """

    key: str
    shown: str
    does: str
    action: str
    enabled: bool
    ident: str | None = None

    @property
    def width(self) -> int:
        return cell_len(self.shown) + (cell_len(self.does) + 1 if self.does else 0)


@runtime_checkable
class WordsKeys(Protocol):
    """A screen on which keys do something else for what is at hand now than usually."""

    @property
    def key_words(self) -> Mapping[str, str]:
        """What such keys do, by the id of their binding."""


class KeyFooter(Widget, can_focus=False):
    """One line of keys; palette and help stay at the right, and where not all the others fit the
    palette is told by its key alone, and those that can be spared are left out before any is cut
    off."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"footer--key", "footer--action", "footer--hover"}
    DEFAULT_CSS = """
    KeyFooter {
        dock: bottom;
        height: 1;
        color: $footer-foreground;
        background: $footer-background;
        & > .footer--key {
            color: $footer-key-foreground;
            background: $footer-key-background;
            text-style: bold;
        }
        & > .footer--action {
            color: $footer-description-foreground;
            background: $footer-description-background;
        }
        & > .footer--hover {
            color: $footer-key-foreground;
            background: $block-hover-background;
        }
    }
    """

    keys: reactive[tuple[ShownKey, ...]] = reactive((), init=False)
    """In order, help where its screen has it."""
    hovered: reactive[ShownKey | None] = reactive(None, init=False)
    cut: reactive[int] = reactive(0, init=False)
    """Cells that the wheel has moved out of sight at the left."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self.bindings_changed)

    def on_unmount(self) -> None:
        self.screen.bindings_updated_signal.unsubscribe(self)

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Show the keys that hold now."""
        if screen.app.app_focus and self.is_attached and screen is self.screen:
            self.keys = tuple(self._held(screen))

    def _held(self, screen: Screen[object]) -> Iterator[ShownKey]:
        seen = set()
        words = screen.key_words if isinstance(screen, WordsKeys) else {}
        for node, key, enabled, _ in screen.active_bindings.values():
            if key.show and key.action not in seen and not _is_written(key.key, node, screen):
                seen.add(key.action)
                shown = self.app.get_key_display(key)
                does = words.get(key.id or "", key.description)
                yield ShownKey(key.key, shown, does, key.action, enabled, key.id)

    def render_line(self, y: int) -> Strip:
        base, width = Style(bgcolor=self.rich_style.bgcolor), self.size.width
        rest = [Segment(" ", base)]
        segments = [part for key in self._others for part in (*self._drawn(key), *rest)]
        room = self._room
        line = Strip(segments).crop(self.cut, self.cut + room).adjust_cell_length(room, base)
        if not self._always:
            return line
        drawn = [part for key in self._always for part in (*rest, *self._drawn(key))]
        return Strip([*line, *drawn, *rest]).adjust_cell_length(width, base)

    @property
    def _always(self) -> Sequence[ShownKey]:
        """What stands at the right: the palette, if help is there too, and help."""
        found = [key for key in self.keys if key.action in HELP]
        more = [key for key in self.keys if key.ident == PALETTE and found]
        fits = _length([*self._passing, *more, *found]) + 2 <= self.size.width
        return [*(key if fits else replace(key, does="") for key in more), *found]

    @property
    def _passing(self) -> Sequence[ShownKey]:
        """All but what stands at the right."""
        return [key for key in self.keys if key.action not in HELP and key.ident != PALETTE]

    @property
    def _others(self) -> Sequence[ShownKey]:
        """Those at the left, without as many of those to be spared as it takes for them to fit."""
        others = self._passing
        for spare in SPARE:
            if _length(others) <= self._room:
                break
            others = [key for key in others if key.ident != spare]
        return others

    @property
    def _room(self) -> int:
        """Cells for the keys at the left."""
        taken = _length(self._always) + 2 if self._always else 0
        return max(0, self.size.width - taken)

    def _drawn(self, key: ShownKey) -> Iterator[Segment]:
        over = Style()
        if key == self.hovered:
            over = self.get_component_rich_style("footer--hover", partial=True)
        if not key.enabled:
            over += Style(dim=True)
        base = self.rich_style
        name, style = (
            base + self.get_component_rich_style(f"footer--{part}") + over
            for part in ("key", "action")
        )
        yield Segment(key.shown, name)
        if key.does:
            yield Segment(f" {key.does}", style)

    # The mouse

    def _at(self, x: int) -> ShownKey | None:
        """The key at a cell of the line."""
        left, listed = -self.cut, self._others
        if x >= self._room:
            left, listed = self._room + 1, self._always
        for key in listed:
            if left <= x < left + key.width:
                return key
            left += key.width + 1
        return None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self.hovered = self._at(event.x)

    def on_leave(self) -> None:
        self.hovered = None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if (key := self._at(event.x)) is None:
            return
        if key.enabled:
            self.app.simulate_key(key.key)
        else:
            self.app.bell()

    def on_mouse_scroll_down(self) -> None:
        self._move(WHEEL_CELLS)

    def on_mouse_scroll_up(self) -> None:
        self._move(-WHEEL_CELLS)

    def on_resize(self) -> None:
        self._move(0)

    def watch_keys(self) -> None:
        self._move(0)

    def _move(self, cells: int) -> None:
        self.cut = clamp(self.cut + cells, 0, max(0, _length(self._others) - self._room))


def _is_written(key: str, bound: DOMNode, screen: Screen[object]) -> bool:
    """Whether a key only writes itself: Textual does not know that a slash is a character."""
    focused = screen.focused
    if key != "slash" or focused is None or bound is focused:
        return False
    return focused.check_consume_key(key, "/")


def _length(keys: Sequence[ShownKey]) -> int:
    """Cells of keys and the gaps between them."""
    return sum(key.width + 1 for key in keys) - 1
