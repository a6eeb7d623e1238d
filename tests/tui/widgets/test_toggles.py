"""Toggles whose state is a character."""

from __future__ import annotations

from textual.app import App, ComposeResult

from tui.widgets.toggles import Choice, Tick


class Asking(App[None]):
    def compose(self) -> ComposeResult:
        yield Tick("Hidden")
        yield Choice("One")


async def test_a_toggle_tells_its_state_without_colour() -> None:
    async with Asking().run_test() as pilot:
        tick, choice = pilot.app.query_one(Tick), pilot.app.query_one(Choice)
        assert (str(tick.render()), str(choice.render())) == ("[ ] Hidden ", "( ) One ")
        tick.value = choice.value = True
        assert (str(tick.render()), str(choice.render())) == ("[x] Hidden ", "(•) One ")
