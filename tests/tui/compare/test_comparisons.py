"""What can be compared from a screen of claims, and what is told where it cannot."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from tests.db.comparison.topical import put
from tests.tui.archives import make_archive
from tests.tui.compare.test_align_screen import alignment, open_alignment
from tests.tui.compare.test_screen import titles
from tests.tui.driving import NARROW, running
from tui.app import TOAST_MARGIN


async def test_marks_say_which_two_articles(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space", "G", "space")
        await open_alignment(desk)
        assert alignment(desk).sides[0].sections[0][0].blocks[0].text == "Ilya Morozov"


async def test_two_articles_aligned_come_from_a_command_too(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space", "G", "space")
        await open_alignment(desk)
        command = alignment(desk).shown_command()
        assert command is not None
        assert command[:3] == ["compare", "--align", "speaker"]
        assert command.count("--article") == 2


async def test_there_must_be_two_articles(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space")
        await open_alignment(desk)
        # Whole on the narrowest screen.
        assert desk.toasts == ["Mark a claim in each of two articles, or filter to two of them."]
        assert len(desk.toasts[0]) <= NARROW[0] - TOAST_MARGIN


async def test_one_speaker_cannot_be_aligned_with_itself(tmp_path: Path) -> None:
    coast = make_archive(tmp_path / "coast.db")
    put(coast, "east.txt", {"the tunnel leaks": ("tunnel",), "pilots are rare": ("pilots",)})
    async with running(coast) as desk:
        await desk.press("C", *["down"] * 4, "enter")
        assert desk.toasts == ["There is only one to compare."]


async def test_two_to_four_claims_must_be_marked(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space", "equals_sign")
        assert desk.toasts == ["Mark 2 to 4 claims with space to compare them; 1 claim is marked."]


async def test_marks_choose_which_speakers_are_compared(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "j", "space", "j", "space", "C", "down", "enter")
        assert titles(desk) == ["Anna Feld", "Ministry of Transport"]


async def test_one_column_is_no_comparison(archive: Engine) -> None:
    async with running(archive, "speaker:feld") as desk:
        await desk.press("C", "enter")
        assert desk.toasts == ["There is only one to compare."]
