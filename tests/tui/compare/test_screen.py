"""Claims side by side."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from claims.claim import ClaimType
from tests.tui.archives import MadeArticle, MadeClaim, make_archive
from tests.tui.driving import NARROW, Desk, running
from tui.article.screen import ArticleScreen
from tui.compare.screen import MOST_COLUMNS, CompareColumn, CompareScreen

MARRIAGE = "“A pipeline is a marriage, and nobody wants to marry in a hurry,”"
CONTRACT = "“A pipeline is a contract, and nobody wants to sign in a hurry,”"


def comparison(desk: Desk) -> CompareScreen:
    screen = desk.app.screen
    assert isinstance(screen, CompareScreen)
    return screen


def titles(desk: Desk) -> list[str]:
    return [column._column.title for column in comparison(desk).columns]


async def test_marked_claims_stand_side_by_side(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space", "G", "k", "space", "equals_sign")
        assert titles(desk) == ["Ilya Morozov", "Ilya Morozov"]
        first, second = comparison(desk).columns
        assert "director, Eastern Rail Centre" in second.plain_lines
        # The paragraphs around each claim stand below it.
        (start,) = (n for n, line in enumerate(second.plain_lines) if line == "In its article")
        assert CONTRACT[:20] in "\n".join(second.plain_lines[start:])
        assert any(line for line in first.plain_lines[-3:])
        differing = [m for block in second.blocks for m in block.marks if m.style == "differs"]
        assert [CONTRACT[mark.start : mark.end] for mark in differing] == ["contract", "sign"]
        there = [m for block in first.blocks for m in block.marks if m.style == "differs"]
        assert [MARRIAGE[mark.start : mark.end] for mark in there] == ["marriage", "marry"]


def at_difference(desk: Desk) -> list[str]:
    """The words of the difference that was gone to, column by column."""
    return [
        block.text[mark.start : mark.end]
        for column in comparison(desk).columns
        for block in column.blocks
        for mark in block.marks
        if mark.style == "at"
    ]


async def test_brackets_go_from_difference_to_difference(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space", "G", "k", "space", "equals_sign")
        assert "2 differences" in desk.screen_text
        await desk.press("right_square_bracket")
        assert at_difference(desk) == ["marriage", "contract"]
        assert "difference 1 of 2" in desk.screen_text
        await desk.press("right_square_bracket")
        assert at_difference(desk) == ["marry", "sign"]
        await desk.press("right_square_bracket")
        assert desk.toasts == ["This is the last difference."]
        await desk.press("left_square_bracket")
        assert at_difference(desk) == ["marriage", "contract"]


async def test_of_speakers_the_current_claims_are_compared_when_asked(archive: Engine) -> None:
    async with running(archive, "speaker:morozov") as desk:
        await desk.press("C", "enter")
        assert "bold: differs" not in desk.screen_text
        await desk.press("D")
        assert "2 differences" in desk.screen_text
        await desk.press("right_square_bracket")
        assert at_difference(desk) == ["marriage", "contract"]
        await desk.press("D")
        assert at_difference(desk) == []


async def test_the_same_words_have_no_difference(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("C", "enter")
        columns = comparison(desk).columns
        assert columns[0].row is not None
        columns[1].fill(columns[0].entries)
        await desk.press("right_square_bracket")
        assert desk.toasts == ["The words are the same."]
        assert "the same words" in desk.screen_text


async def test_articles_side_by_side(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("C", "enter")
        assert titles(desk) == ["Pipeline talks stall over price", "A border town waits for trains"]
        assert [len(column._column.rows) for column in comparison(desk).columns] == [5, 3]


async def test_speakers_of_the_current_filter_side_by_side(archive: Engine) -> None:
    async with running(archive, "kind:person") as desk:
        await desk.press("C", "down", "enter")
        assert titles(desk) == ["Ilya Morozov", "Anna Feld"]


async def test_of_many_columns_those_are_drawn_that_were_in_sight(tmp_path: Path) -> None:
    engine = make_archive(tmp_path / "many.db", [spoken(number) for number in range(9)])
    async with running(engine, "", size=NARROW) as desk:
        await desk.press("C", "enter")
        screen = comparison(desk)
        assert len(screen.query(CompareColumn)) == MOST_COLUMNS < len(screen.columns) == 9
        await desk.press(*["right"] * 6)
        assert "columns 6–7 of 9" in desk.screen_text
        shown = [column for column in screen.query(CompareColumn) if column.display]
        assert shown == screen.columns[5:7]
        assert [column.row is not None for column in shown] == [True] * 2
        assert screen.columns[6].has_focus
        await desk.press(*["left"] * 5)
        assert [column for column in screen.query(CompareColumn) if column.display] == (
            screen.columns[:2]
        )
    engine.dispose()


def spoken(number: int) -> MadeArticle:
    """An article with one claim."""
    words = f"the ferry waits {number} hours"
    said = MadeClaim(words, "warned", "Ada Berg", "Ada Berg", ClaimType.INDIRECT)
    told = (f"Ferry {number}", f"Ada Berg warned that {words}.")
    return MadeArticle(
        name=f"f{number}", outlet="Courier", published=None, paragraphs=told, claims=(said,)
    )


async def test_arrows_go_between_columns_and_claims_and_enter_reads(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("C", "enter", "l", "j", "down", "k")
        screen = comparison(desk)
        assert screen.column == 1
        assert screen.columns[1].row is not None
        assert screen.columns[1].row.content == CONTRACT
        await desk.press("enter")
        assert isinstance(desk.app.screen, ArticleScreen)
        current = desk.app.screen.current
        assert current is not None
        assert current.row.content == CONTRACT
        await desk.press("escape", "h")
        assert screen.column == 0
        await desk.press("q")
        assert desk.table.has_focus


async def test_more_columns_than_fit_are_reached_by_going_right(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("C", "down", "enter")
        screen = comparison(desk)
        assert "By speaker: what was said\n" in desk.screen_text
        assert "columns 1–2 of 5" in desk.screen_text
        await desk.press("right", "right", "right", "right")
        assert "columns 4–5 of 5" in desk.screen_text
        assert screen.columns[4].has_focus
