"""The ends of content, cue and source, moved by keys in the text."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.tui.driving import NARROW, WIDE, Desk, running
from tests.tui.reviewing import WAIT, correct_screen, row
from tui.review.span_editor import SpanEditor


@pytest.fixture(autouse=True)
def _anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_USER", "anna")


async def test_ends_move_by_characters_and_sentences(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "E", "L", "enter")
        assert row(archive, WAIT).content == "that the buyer can wait for years."
        await desk.press("E", "j", "enter")
        assert row(archive, WAIT).content.endswith("who advises the Energy Forum, disagreed.")


async def test_what_is_moved_is_told_in_words(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("j", "E")
        assert "content, moving its end" in desk.screen_text
        assert "that the buyer can wait for years" in desk.screen_text
        await desk.press("2", "o")
        assert "cue, moving its start" in desk.screen_text
        assert "argued" in desk.screen_text


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_beside_the_text_stand_only_the_bars_of_its_parts(
    archive: Engine, size: tuple[int, int]
) -> None:
    async with running(archive, size=size) as desk:
        await desk.press("j", "E")
        editor = desk.app.screen.query_one(SpanEditor)
        drawn = [editor.draw_line(y).text[:1] for y in range(editor.size.height)]
        assert {" ", "▶"} <= {*drawn} <= {" ", "▶", "┃"}


async def test_a_piece_is_added_and_removed(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "E", "h", "h", "plus", "l", "enter")
        assert row(archive, WAIT).content == "that the buyer can wait; for years"
        await desk.press("E", "1", "minus", "enter")
        assert row(archive, WAIT).content == "that the buyer can wait"


async def test_a_click_goes_to_a_part_and_moves_nothing(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "E")
        await desk.pilot.click("#spans", offset=(20, 4))
        await desk.pilot.click(offset=offset(desk, "argued"))
        await desk.at_rest()
        assert "cue, moving its end" in desk.screen_text
        assert correct_screen(desk).correction is None


async def test_words_dragged_over_become_the_part(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "E")
        # From within a word to within another: whole words are meant.
        begin, end = offset(desk, "buyer can", 1), offset(desk, "for years", 1)
        await desk.pilot.mouse_down(offset=begin)
        await desk.pilot.hover(offset=end)
        await desk.pilot.mouse_up(offset=end)
        await desk.at_rest()
        await desk.press("enter")
        assert row(archive, WAIT).content == "buyer can wait for"


def offset(desk: Desk, words: str, further: int = 0) -> tuple[int, int]:
    """Where words stand on the screen, or some cells further right."""
    lines = desk.screen_text.splitlines()
    y = next(n for n, line in enumerate(lines) if words in line)
    return lines[y].index(words) + further, y
