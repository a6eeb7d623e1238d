"""Which keys the user has put on other bindings, for what tells keys."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.binding import Keymap


class RebindableApp(App[None]):
    """An app that remembers its keymap: Textual has a way to set it, but none to read it."""

    rebound: Keymap = {}  # noqa: RUF012 - replaced, never changed

    def set_keymap(self, keymap: Keymap) -> None:
        super().set_keymap(keymap)
        self.rebound = keymap


def rebound_keys(app: App[Any]) -> Keymap:
    """Keys by the id of a binding, of those that were rebound."""
    return app.rebound if isinstance(app, RebindableApp) else {}
