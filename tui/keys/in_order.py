"""Keys that come faster than what they do: each waits until the one before it has had its effect.

Textual hands a key to the widget that has the focus when the key comes, though the keys before it
may still be about to move the focus or to open a screen: of ``/drought`` written by a program, or
by a hand while the machine is busy, letters would go to the table.
While keys wait, what the mouse does waits behind them: a click on what a line suggests would else
come before its last letters.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Container
from time import monotonic
from typing import Final

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump

from tui.textual_private import calls_after_refresh

_Input = events.Key | events.Paste | events.MouseEvent

SPINS: Final = 20
"""How often the app is let go on before it is looked at less often."""
PAUSE_SECONDS: Final = 0.004
MOST_SECONDS: Final = 2.0
"""How long a key waits at most, whatever goes on."""


def under_way(node: DOMNode, groups: Container[str]) -> bool:
    """Whether a worker of one of these groups is at work: what ``expects_soon`` mostly says."""
    return any(worker.group in groups and not worker.is_finished for worker in node.workers)


class KeysInOrder(App[None]):
    """An app in which no key overtakes what the keys before it do.

    A screen has keys wait a moment for what comes from elsewhere by an attribute ``expects_soon``.
    """

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._early: deque[_Input] = deque()
        self._next: _Input | None = None
        self._at_any_rate = False
        self._waiting: asyncio.Task[None] | None = None

    @property
    def keys_waiting(self) -> bool:
        """Whether keys have come that had no effect yet."""
        return self._waiting is not None

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, _Input) or event.is_forwarded:
            await super().on_event(event)
        elif event is self._next:
            self._next = None
            if self._settled or self._at_any_rate:
                await super().on_event(event)
            else:
                # Something else came in between.
                self._early.appendleft(event)
        elif self._waiting is None and self._may_pass(event):
            await super().on_event(event)
        else:
            self._wait(event)

    def _may_pass(self, event: _Input) -> bool:
        """Whether this may have its effect at once, where nothing waits."""
        return isinstance(event, events.MouseEvent) or (self._settled and not self._expecting)

    def _wait(self, event: _Input) -> None:
        """Have something wait behind all that does; of where the mouse goes, only the last."""
        last = self._early[-1] if self._early else None
        if isinstance(event, events.MouseMove) and isinstance(last, events.MouseMove):
            self._early.pop()
        self._early.append(event)
        if self._waiting is None:
            self._waiting = asyncio.create_task(self._let_them_in())

    async def _let_them_in(self) -> None:
        """Hand on the keys that wait, one by one, each when the one before has had its effect."""
        try:
            while self.is_running and (self._early or self._next):
                rests = await self._rest()
                if self._early and not self._next:
                    self._at_any_rate = not rests
                    self._next = self._early.popleft()
                    self.post_message(self._next)
        finally:
            self._waiting = None

    async def _rest(self) -> bool:
        """Wait until nothing is on its way any more; tells whether that is so after a while."""
        began, spins = monotonic(), 0
        while self.is_running and monotonic() - began < MOST_SECONDS:
            if not self._next and self._settled and (self._stops or not self._expecting):
                return True
            await asyncio.sleep(0 if spins < SPINS else PAUSE_SECONDS)
            spins += 1
        return False

    @property
    def _stops(self) -> bool:
        """Whether the next key is the one that cancels what others would wait for."""
        first = self._early[0] if self._early else None
        return isinstance(first, events.Key) and first.key == "escape"

    @property
    def _expecting(self) -> bool:
        return bool(self.screen_stack) and getattr(self.screen, "expects_soon", False)

    @property
    def _settled(self) -> bool:
        """Whether all is at rest from the focus up to the app, and in the screens below."""
        if not self.screen_stack:
            return True
        screen = self.screen
        if not screen.is_mounted or calls_after_refresh(screen):
            return False
        nodes: list[MessagePump] = [
            *(self.focused or screen).ancestors_with_self,
            *self.screen_stack[:-1],
        ]
        return not any(node.message_queue_size for node in nodes)
