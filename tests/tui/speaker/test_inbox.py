"""The source inbox: one question after the other, answered by keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from claims.claim import ClaimType, SpeakerKind
from db.claims.view import rows_by_id
from db.speakers.inbox import answer
from tests.db.speakers.treaty import treaty
from tests.tui.archives import MadeArticle, MadeClaim, make_archive
from tests.tui.driving import MEDIUM, NARROW, WIDE, Desk, running
from tui.dialogs.ask import AskScreen
from tui.speaker.inbox import InboxScreen
from tui.speaker.list import QuestionList
from tui.speaker.screen import SpeakerScreen

__all__ = ["treaty"]


ANSWERS: Final = "⏎  somebody else, or several · x  nobody who is named · a  right as it is"


def inbox(desk: Desk) -> InboxScreen:
    screen = desk.app.screen
    assert isinstance(screen, InboxScreen)
    return screen


def names(desk: Desk) -> list[str]:
    return [one.name for one in inbox(desk).questions]


async def test_one_key_answers_for_all_claims_and_one_takes_it_back(treaty: Engine) -> None:
    async with running(treaty, "", size=NARROW) as desk:
        await desk.press("Q", "G")
        one = inbox(desk).question
        assert one is not None
        assert (one.name, len(one.claims)) == ("The treaty", 2)
        assert "The treaty · one answer for all 2 claims" in desk.screen_text
        assert "⏎ Who a Right x Nobody r Read u Undo" in desk.screen_text
        await desk.press("1")
        assert "The treaty" not in names(desk)
        assert desk.toasts[-1] == "2 claims: Olav Brekke – u undoes it"
        assert [row.names for row in rows_by_id(treaty, one.claims)] == [("Olav Brekke",)] * 2
        await desk.press("u")
        assert "The treaty" in names(desk)
        assert desk.toasts[-1] == "Undone: 2 claims: Olav Brekke"
        await desk.press("u")
        assert "Nothing was answered here yet." in desk.toasts
        await desk.press("escape")
        assert desk.app.screen is desk.browse


async def test_undo_takes_back_the_answer_given_here_and_no_later_step(treaty: Engine) -> None:
    async with running(treaty, "", size=NARROW) as desk:
        await desk.press("Q", "G", "1", "g", "r", "a", "escape")
        accepted = [row for row in rows_by_id(treaty, range(1, 20)) if row.review == "accepted"]
        assert len(accepted) == 1
        await desk.press("u")
        assert desk.toasts[-1] == "Undone: 2 claims: Olav Brekke"
        assert "The treaty" in names(desk)
        assert rows_by_id(treaty, [accepted[0].id])[0].review == "accepted"


async def test_any_name_nobody_or_right_as_it_is(treaty: Engine) -> None:
    async with running(treaty, "") as desk:
        await desk.press("Q", "enter", *"Ana Rojas", "enter", "x", "a")
        assert names(desk) == ["The treaty"]
        await desk.press("escape")
        said = {row.content: row.names for row in desk.table.source.view.rows(0, 9)}  # type: ignore[union-attr]
        assert said["that the river is low"] == ("Ana Rojas",)
        assert "that it will rain" not in said or said["that it will rain"] == ()


async def test_the_paragraph_of_a_question_stands_with_it_where_there_is_room(
    treaty: Engine,
) -> None:
    async with running(treaty, "", size=MEDIUM) as desk:
        await desk.press("Q", "j", "j")
        assert "in: Nobody will pay, she claimed." in desk.screen_text
        assert "a  right as it is" in desk.screen_text


async def test_at_80_columns_all_answers_of_a_question_are_in_sight(treaty: Engine) -> None:
    async with running(treaty, "", size=NARROW) as desk:
        await desk.press("Q", "G")
        assert "in: " not in desk.screen_text
        assert "1  Olav Brekke" in desk.screen_text
        assert ANSWERS in desk.screen_text


FIRST: Final = "Ada Bo Cai Dag Eli Finn Guri Hans Ida"
NAMES: Final = tuple(f"{first} Halvorsen" for first in FIRST.split())

ACCORD: Final = MadeArticle(
    name="accord",
    outlet="Courier",
    published=date(2024, 2, 1),
    paragraphs=(
        *(f"“We agree,” said {name}." for name in NAMES),
        "The accord binds both sides to open the northern passage to every ship that carries "
        "grain, in all of the months in which there is no ice, and to leave it open in the years "
        "to come.",
    ),
    claims=(
        *(MadeClaim("“We agree,”", "said", name, name) for name in NAMES),
        MadeClaim(
            "both sides to open the northern passage to every ship that carries grain, in all of "
            "the months in which there is no ice, and to leave it open in the years to come",
            "binds",
            "The accord",
            "The accord",
            ClaimType.INDIRECT,
            kind=SpeakerKind.DOCUMENT,
        ),
    ),
)


async def test_nine_candidates_leave_all_other_answers_in_sight(tmp_path: Path) -> None:
    engine = make_archive(tmp_path / "accord.db", [ACCORD])
    async with running(engine, "", size=NARROW) as desk:
        await desk.press("Q")
        for number, name in enumerate(NAMES, 1):
            assert f"{number}  {name}" in desk.screen_text
        assert ANSWERS in desk.screen_text
        assert "The accord" in desk.screen_text


async def test_a_document_may_be_of_several(treaty: Engine) -> None:
    async with running(treaty, "", size=NARROW) as desk:
        await desk.press("Q", "G")
        one = inbox(desk).question
        assert one is not None
        await desk.press("enter", *"Ana Rojas; Olav Bre", "right", "enter")
        assert desk.toasts[-1] == "2 claims: Ana Rojas, Olav Brekke – u undoes it"
        names_given = [row.names for row in rows_by_id(treaty, one.claims)]
        assert names_given == [("Ana Rojas", "Olav Brekke")] * 2


async def test_the_article_is_read_from_there(treaty: Engine) -> None:
    async with running(treaty, "") as desk:
        await desk.press("Q", "r")
        assert "A treaty is signed" in desk.screen_text
        await desk.press("escape")
        assert names(desk)[0] == "The envoy of Chile"


async def test_nothing_is_doubtful(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("Q")
        assert "nothing is doubtful about who speaks" in desk.screen_text
        await desk.press("1", "a", "x", "r", "enter")
        assert inbox(desk).question is None


async def test_one_click_goes_to_a_question_and_two_answer_it(treaty: Engine) -> None:
    async with running(treaty, "", size=WIDE) as desk:
        await desk.press("Q")
        asked = desk.app.screen.query_one(QuestionList)
        await desk.pilot.click(asked, offset=(5, 4))
        await desk.at_rest()
        assert (asked.highlighted, isinstance(desk.app.screen, InboxScreen)) == (2, True)
        await desk.pilot.click(asked, offset=(5, 3), times=2)
        await desk.at_rest()
        assert isinstance(desk.app.screen, AskScreen)
        await desk.press("escape", "enter")
        assert isinstance(desk.app.screen, AskScreen)


async def test_each_answer_can_be_clicked_or_gone_to(treaty: Engine) -> None:
    async with running(treaty, "", size=MEDIUM) as desk:
        await desk.press("Q", "G")
        lines = desk.screen_text.splitlines()
        y = next(n for n, line in enumerate(lines) if "1  Olav Brekke" in line)
        await desk.pilot.click(offset=(6, y), times=2)
        await desk.at_rest()
        assert "The treaty" not in names(desk)
        left = len(names(desk))
        await desk.press("end", "enter")
        assert desk.toasts[-1].startswith("Kept ")
        assert len(names(desk)) == left - 1


async def test_ones_own_answer_is_not_told_as_that_of_another(treaty: Engine) -> None:
    async with running(treaty, "") as desk:
        await desk.press("Q", "G", "1")
        desk.app.others.look()
        await desk.at_rest()
        assert not [line for line in desk.toasts if "corrected" in line]


async def test_what_somebody_else_answers_is_asked_no_more_and_the_cursor_stays(
    treaty: Engine,
) -> None:
    async with running(treaty, "") as desk:
        desk.app.others.look()
        await desk.press("Q", "G")
        first = inbox(desk).questions[0]
        answer(treaty, first, ["Ana Rojas"], "omar")
        desk.app.others.look()
        await desk.app.workers.wait_for_complete()
        await desk.at_rest()
        assert first.name not in names(desk)
        one = inbox(desk).question
        assert one is not None
        assert one.name == "The treaty"


async def test_what_is_reviewed_in_the_article_is_asked_no_more(treaty: Engine) -> None:
    async with running(treaty, "") as desk:
        await desk.press("Q")
        first = names(desk)[0]
        await desk.press("r", "a", "escape")
        assert first not in names(desk)


async def test_the_footer_of_the_answers_says_that_enter_answers(treaty: Engine) -> None:
    async with running(treaty, "", size=MEDIUM) as desk:
        await desk.press("Q", "tab")
        assert "⏎ Answer" in desk.screen_text


RUIZ: Final = tuple(
    MadeArticle(
        name=f"weir-{n}",
        outlet="Courier",
        published=date(2024, 5, n),
        paragraphs=("The weir", f"The weir will hold, the engineer {name} said."),
        claims=(
            MadeClaim(
                *("The weir will hold", "said", name, name),
                role="engineer",
                affiliation=f"the engineer {name}",
            ),
        ),
    )
    for n, name in enumerate(("Ines Ruiz", "Ruiz"), 1)
)


async def test_two_names_are_told_with_what_each_says_and_the_first_is_read(
    tmp_path: Path,
) -> None:
    engine = make_archive(tmp_path / "ruiz.db", RUIZ)
    async with running(engine, "", size=MEDIUM) as desk:
        await desk.press("Q")
        (one,) = inbox(desk).questions
        assert {side.label for side in one.sides} == {"Ines Ruiz", "Ruiz"}
        assert "a  they are one" in desk.screen_text
        assert "⏎ Answers a Same x Not r Speaker u Undo" in desk.screen_text
        assert "The weir will hold  (engineer · 2024-05-01 · The weir)" in desk.screen_text
        assert "The weir will hold  (engineer · 2024-05-02 · The weir)" in desk.screen_text
        await desk.press("r")
        assert isinstance(desk.app.screen, SpeakerScreen)
        await desk.press("escape", "enter", "enter")
        assert inbox(desk).questions == []
        assert desk.toasts[-1].endswith("Ruiz: same – u undoes it")
    engine.dispose()
