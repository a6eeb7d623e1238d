"""Copying a quote, a citation or a cell, on every screen that shows a claim."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.tui.driving import running
from tui.core import copying

pytestmark = pytest.mark.usefixtures("copied")

MARRIAGE = "“A pipeline is a marriage, and nobody wants to marry in a hurry,”"


async def test_y_copies_the_quote_both_ways_and_says_so(archive: Engine, copied: list[str]) -> None:
    async with running(archive) as desk:
        await desk.press("y")
        assert desk.app.clipboard == MARRIAGE
        assert copied == [MARRIAGE]
        assert desk.toasts == ["Quote copied by xclip, and sent to the terminal (OSC 52)."]


async def test_without_a_tool_only_the_terminal_is_named(
    archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "copy_with_tool", lambda _text: None)
    async with running(archive) as desk:
        await desk.press("y")
        assert desk.app.clipboard == MARRIAGE
        (told,) = desk.toasts
        assert told == "Quote copied (via terminal)."


async def test_capital_y_copies_a_citation(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("Y")
        assert desk.app.clipboard.startswith(f"{MARRIAGE}, Ilya Morozov, senior fellow, ")
        assert desk.app.clipboard.endswith("“Pipeline talks stall over price”, 2023-03-21")


async def test_c_asks_which_cell_and_begins_at_the_content(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("c", "enter")
        assert desk.app.clipboard == MARRIAGE
        await desk.press("c", "home", "enter")
        row = desk.table.current_row
        assert row is not None
        assert desk.app.clipboard == row.claim_id
        await desk.press("c", "escape")
        assert desk.app.clipboard == row.claim_id


async def test_in_the_matrix_c_copies_the_number_at_the_cursor(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("m", "right", "c")
        assert desk.app.clipboard == "2"


async def test_nothing_to_copy(empty_archive: Engine) -> None:
    async with running(empty_archive) as desk:
        await desk.press("y", "w", "t")
        assert desk.toasts == ["There is no claim here."] * 3
