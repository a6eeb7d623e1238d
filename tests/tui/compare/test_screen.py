"""Claims side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from tests.tui.driving import NARROW, Desk, running
from tui.article.screen import ArticleScreen
from tui.compare.columns import changes, common, differences
from tui.compare.screen import CompareScreen

MARRIAGE = "“A pipeline is a marriage, and nobody wants to marry in a hurry,”"
CONTRACT = "“A pipeline is a contract, and nobody wants to sign in a hurry,”"
WORDS = st.lists(st.sampled_from(["gas", "oil", "Gas", ",", "rail", "“"]), max_size=12).map(
    " ".join
)


def comparison(desk: Desk) -> CompareScreen:
    screen = desk.app.screen
    assert isinstance(screen, CompareScreen)
    return screen


def titles(desk: Desk) -> list[str]:
    return [column._column.title for column in comparison(desk).columns]


def test_the_words_that_differ() -> None:
    told = [(CONTRACT[start:end], same) for start, end, same in differences(MARRIAGE, CONTRACT)]
    assert [words for words, same in told if not same] == ["contract", "sign"]


def test_upper_case_makes_no_difference() -> None:
    assert differences("Gas flows", "gas flows") == [(0, 9, True)]


@given(WORDS, WORDS)
def test_every_word_is_either_the_same_or_different(first: str, other: str) -> None:
    spans = differences(first, other)
    assert "".join("".join(other[a:b].split()) for a, b, _ in spans) == "".join(other.split())


@given(WORDS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(same for _, _, same in differences(text, text))


@given(WORDS, WORDS)
def test_what_changes_is_what_differs(first: str, other: str) -> None:
    found = changes(first, other)
    told = [change.other for change in found if change.other[0] < change.other[1]]
    assert told == [(start, end) for start, end, same in differences(first, other) if not same]
    # Put in place of what stood there, the changes make one text of the other.
    made, at = "", 0
    for change in found:
        made += f"{first[at : change.first[0]]} {other[slice(*change.other)]} "
        at = change.first[1]
    assert (made + first[at:]).casefold().split() == other.casefold().split()


def test_common_is_what_all_the_others_have_too() -> None:
    spans = common("gas will flow north", ["gas will flow south", "oil will flow north"])
    words = [("gas will flow north"[start:end], same) for start, end, same in spans]
    assert words == [("gas", False), ("will flow", True), ("north", False)]
    assert common("gas flows", []) == [(0, 9, True)]


async def test_marked_claims_stand_side_by_side(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space", "G", "k", "space", "equals_sign")
        assert titles(desk) == ["Ilya Morozov", "Ilya Morozov"]
        first, second = comparison(desk).columns
        assert "director, Eastern Rail Centre" in second.plain_lines
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


async def test_two_to_four_claims_must_be_marked(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space", "equals_sign")
        assert desk.toasts == [
            "Mark two to 4 claims with space to compare them; 1 claim is marked."
        ]


async def test_articles_side_by_side(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("C", "enter")
        assert titles(desk) == ["Pipeline talks stall over price", "A border town waits for trains"]
        assert [len(column._column.rows) for column in comparison(desk).columns] == [5, 3]


async def test_speakers_of_the_current_filter_side_by_side(archive: Engine) -> None:
    async with running(archive, "kind:person") as desk:
        await desk.press("C", "down", "enter")
        assert titles(desk) == ["Ilya Morozov", "Anna Feld"]


async def test_marks_choose_which_speakers_are_compared(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "j", "space", "j", "space", "C", "down", "enter")
        assert titles(desk) == ["Anna Feld", "Ministry of Transport"]


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
        assert "columns 1–3 of 5" in desk.screen_text
        await desk.press("right", "right", "right", "right")
        assert "columns 3–5 of 5" in desk.screen_text
        assert screen.columns[4].has_focus


async def test_one_column_is_no_comparison(archive: Engine) -> None:
    async with running(archive, "speaker:feld") as desk:
        await desk.press("C", "enter")
        assert desk.toasts == ["There is only one to compare."]
