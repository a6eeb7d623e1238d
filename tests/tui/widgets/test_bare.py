"""Containers that draw nothing themselves."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.widgets import Static

from tui.widgets.bare import Bare, BareRow


class Placing(App[None]):
    def compose(self) -> ComposeResult:
        with Bare(), BareRow():
            yield Static("left")
            yield Static("right")


async def test_only_what_is_in_them_is_drawn() -> None:
    async with Placing().run_test() as pilot:
        for container in pilot.app.query("Bare, BareRow"):
            assert container.render_lines(Region(0, 0, 9, 1)) == []
        left, right = pilot.app.query(Static)
        assert left.region.y == right.region.y
