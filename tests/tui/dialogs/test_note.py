"""Notes: as many lines as it takes, written, shown whole, exported as they are."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.export import export
from db.query.model import ClaimQuery
from db.review.actions import note
from db.review.checks import LONGEST_NOTE
from tests.tui.driving import NARROW, Desk, running
from tests.tui.reviewing import MARRIAGE, WAIT, row
from tests.tui.screens.test_hostile_text import HOSTILE, assert_safe_at_both_sizes
from tui.browse.screen import BrowseScreen
from tui.dialogs.note import NoteScreen


@pytest.fixture(autouse=True)
def _anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_USER", "anna")


def dialog(desk: Desk) -> NoteScreen:
    screen = desk.app.screen
    assert isinstance(screen, NoteScreen)
    return screen


def problem(desk: Desk) -> str:
    return str(dialog(desk).query_one("#problem").render())


async def test_a_note_of_several_lines_is_written_and_shown_whole(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("i", *"Call her", "enter", "enter", *"[b] twice", "ctrl+s")
        assert row(archive, MARRIAGE).note == "Call her\n\n[b] twice"
        facts = [line.strip() for line in desk.paper("#facts").splitlines()]
        at = facts.index("note       Call her")
        assert facts[at + 1 : at + 3] == ["", "[b] twice"]


async def test_a_note_is_changed_from_its_end(archive: Engine) -> None:
    note(archive, [MARRIAGE], "one\ntwo", "ben")
    async with running(archive) as desk:
        await desk.press("i", *", three", "ctrl+s")
        assert row(archive, MARRIAGE).note == "one\ntwo, three"
        await desk.press("u")
        assert row(archive, MARRIAGE).note == "one\ntwo"


async def test_an_empty_one_takes_the_note_away(archive: Engine) -> None:
    note(archive, [MARRIAGE], "one\ntwo", "ben")
    async with running(archive) as desk:
        await desk.press("i", "f7", "delete", "ctrl+s")
        assert row(archive, MARRIAGE).note is None


async def test_escape_leaves_and_warns_before_something_is_lost(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("i", "escape")
        assert isinstance(desk.app.screen, BrowseScreen)
        await desk.press("i", "x", "escape")
        assert problem(desk) == "The note is not saved; once more leaves it."
        await desk.press("escape")
        assert isinstance(desk.app.screen, BrowseScreen)
        assert row(archive, MARRIAGE).note is None


async def test_saving_what_was_there_is_no_step(archive: Engine) -> None:
    note(archive, [MARRIAGE], "one\u2028two", "ben")
    async with running(archive) as desk:
        await desk.press("i", "ctrl+s")
        assert row(archive, MARRIAGE).note == "one\u2028two"
        assert not desk.toasts


async def test_what_is_too_long_stays_in_the_dialog(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("i")
        dialog(desk).lines.insert("x" * (LONGEST_NOTE + 1))
        await desk.press("ctrl+s")
        assert problem(desk) == "note: longer than 10,000 characters"
        await desk.press("backspace", "ctrl+s")
        assert row(archive, MARRIAGE).note == "x" * LONGEST_NOTE


async def test_marked_claims_get_one_note(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("space", "space", "i", *"odd", "enter", *"both", "tab", "enter")
        assert [row(archive, n).note for n in (MARRIAGE, WAIT)] == ["odd\nboth"] * 2


async def test_a_narrow_terminal_shows_the_note_below_the_claim(archive: Engine) -> None:
    note(archive, [MARRIAGE], "first line\nlast line", "anna")
    async with running(archive, size=NARROW) as desk:
        await desk.press("d")
        assert "note       first line\nlast line" in desk.paper("#paragraph")


async def test_hostile_notes_show_safely(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        for text in HOSTILE.values():
            written = text.replace("\x00", "")[:LONGEST_NOTE]
            note(archive, [MARRIAGE], written, "anna", "[/red] \x1b[31m why")
            for key in ("i", "H", "enter"):
                await desk.press(key)
                await assert_safe_at_both_sizes(desk)
                await desk.press("escape")


def test_a_note_is_exported_as_it_is(archive: Engine, tmp_path: Path) -> None:
    written = 'He said "no",\n\tthen; =yes\nand 北京'
    note(archive, [MARRIAGE], written, "anna")
    export(archive, tmp_path / "out.csv", "csv", query=ClaimQuery())
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["note"] == written
