"""A small dialog: which claims a key is about, where some of the marked ones are out of sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from textual.binding import BindingType

from tui.core.background import Host
from tui.core.selection import Selected
from tui.dialogs.help import shown_keys
from tui.dialogs.pick import PickScreen
from tui.keys import keymap
from tui.keys.rebinding import rebound_keys
from tui.text.words import counted

HERE: Final = "here"
VIEW: Final = "view"
SELECTED: Final = "marked"
NONE: Final = "none"


class WhichScreen(PickScreen):
    """Gives back `HERE`, `VIEW` or `SELECTED`, or None.

    Args:
        selected: The marked claims, of which some are not in the view.
        here: What the key is about where nothing is marked; None if there is no such thing.
        rebound: Keys by the id of a binding, after rebinding.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.WHICH

    def __init__(self, selected: Selected, here: str | None, rebound: Mapping[str, str]) -> None:
        options = {HERE: here} if here is not None else {}
        if selected.in_view:
            options[VIEW] = f"the marked ones in this view, {len(selected.in_view):,}"
        options[SELECTED] = f"all marked, {counted(len(selected.ids), 'claim')}"
        options[NONE] = "none: cancel"
        bindings = keymap.by_id()
        shown = {which: shown_keys(bindings[f"which.{which}"], rebound) for which in options}
        width = max(map(len, shown.values()))
        super().__init__(
            "Which claims?",
            [
                (which, f"{shown[which].ljust(width)}  {meaning}")
                for which, meaning in options.items()
            ],
            label=f"{selected.in_words}.",
        )
        self._which = frozenset(options)

    def action_choose(self, which: str) -> None:
        """Choose what is offered by its key."""
        if which == NONE:
            self.action_leave()
        elif which in self._which:
            self.dismiss(which)


def choose_claims(
    screen: Host,
    selected: Selected,
    meaning: str,
    here: list[int] | None,
    do: Callable[[list[int]], None],
) -> None:
    """Do something to the marked claims; where the view lacks any of them, ask to which.

    Args:
        screen: The one above which is asked.
        selected: The marked claims.
        meaning: What ``here`` is.
        here: What it is done to if nothing is marked; None if there is no such thing.
        do: What is to be done.
    """
    if selected.out_of_view:

        def chosen(which: str | None) -> None:
            ids = {HERE: here, VIEW: selected.in_view, SELECTED: selected.ids}.get(which or NONE)
            if ids is not None:
                do(ids)

        offered = meaning if here is not None else None
        screen.app.push_screen(WhichScreen(selected, offered, rebound_keys(screen.app)), chosen)
    elif (ids := selected.ids or here) is not None:
        do(ids)
