"""Finding text in the rows, without hiding any."""

from __future__ import annotations

from rich.segment import Segment
from sqlalchemy import Engine

from tests.tui.driving import Desk, running


def made_out(desk: Desk) -> list[str]:
    """What is highlighted in the rows on the screen."""
    table = desk.table
    width = table.body_width
    found: list[Segment] = []
    for index in range(table.row_count):
        lines = [table.draw_row(index, width)]
        lines += [table.draw_further_line(index, n, width) for n in range(1, table.row_lines)]
        found += [s for line in lines for s in line if s.style and s.style.reverse]
    return [segment.text for segment in found]


async def find(desk: Desk, text: str) -> None:
    await desk.press("F")
    await desk.write(text)
    await desk.press("enter")


async def test_n_goes_from_match_to_match_and_all_rows_stay(archive: Engine) -> None:
    async with running(archive) as desk:
        await find(desk, "PIPELINE is")
        assert desk.table.row_count == 8
        assert desk.table.cursor == 0
        assert "1 of 2" in desk.screen_text
        await desk.press("n")
        assert desk.table.cursor == 6
        assert "2 of 2" in desk.screen_text
        await desk.press("n")
        assert desk.table.cursor == 0
        assert "from the top" in desk.screen_text
        await desk.press("N")
        assert desk.table.cursor == 6
        assert "from the end" in desk.screen_text
        assert made_out(desk) == ["pipeline is", "pipeline is"]


async def test_speakers_affiliations_outlets_and_types_are_looked_in_too(archive: Engine) -> None:
    async with running(archive) as desk:
        for text, row in (("anna", 2), ("eastern rail", 6), ("harbour p", 5), ("2024-01", 5)):
            await desk.press("g")
            await find(desk, text)
            assert desk.table.cursor == row, text
            await desk.press("escape")


async def test_matches_follow_the_filter(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await find(desk, "pipeline is")
        await desk.press("slash")
        await desk.write("outlet:harbour")
        await desk.press("enter")
        assert "1 rows" in desk.screen_text or "1 of 1" in desk.screen_text
        await desk.press("n")
        assert desk.table.cursor == 1


async def test_what_stands_far_right_in_a_claim_is_brought_into_sight(archive: Engine) -> None:
    async with running(archive, size=(80, 24)) as desk:
        await find(desk, "in a hurry")
        assert "in a hurry" in made_out(desk)
