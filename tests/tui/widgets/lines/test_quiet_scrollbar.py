"""Scroll bars that draw themselves only when they would look otherwise."""

from __future__ import annotations

import asyncio

from textual.app import App
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar

from tests.tui.waiting import until
from tui import textual_private as private


async def test_a_scroll_bar_of_ours_is_the_one_that_scrolls() -> None:
    view, bar = ScrollView(), ScrollBar(vertical=True)
    app = App[None]()
    async with app.run_test() as pilot:
        await app.mount(view)
        private.start_vertical_scrollbar(view, bar)
        assert view.vertical_scrollbar is bar
        reached = asyncio.Event()
        bar.call_later(reached.set)
        await asyncio.wait_for(reached.wait(), 60)
        view.virtual_size = Size(1, 500)
        await until(pilot, lambda: bool(bar.region))
        view.scroll_to(y=100, animate=False)
        await until(pilot, lambda: bar.position == 100)
