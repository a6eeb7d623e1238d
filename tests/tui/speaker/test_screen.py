"""The speaker screen: affiliations through time, and judging who is who."""

from __future__ import annotations

from sqlalchemy import Engine
from textual.widgets import Button, Input

from db.identity.decisions import rename
from db.speakers.page import speaker_page
from tests.tui.driving import running
from tests.tui.speaker.page import screen_of
from tui.dialogs.ask import AskScreen
from tui.speaker.list import PaneList


async def test_accepting_a_suggestion_makes_them_one_in_the_table_too(rails: Engine) -> None:
    async with running(rails, "speaker:morozov sort:published") as desk:
        await desk.press("P", "tab", "a")
        assert speaker_page(rails, "ilya morozov").articles == 3
        assert "u undoes it" in desk.toasts[-1]
        await desk.press("escape")
        source = desk.table.source
        assert source is not None
        speakers = [row.names[0] for row in source.view.rows(0, source.n)]
        assert speakers.count("Ilya Morozov") == 4


async def test_undo_takes_them_apart_again_and_suggests_them_again(rails: Engine) -> None:
    async with running(rails, "speaker:morozov sort:published") as desk:
        await desk.press("P", "tab", "a", "u")
        assert desk.toasts[-1].startswith("undone: ")
        page = speaker_page(rails, "ilya morozov")
    assert page.articles == 2
    assert len(page.suggestions) == 2
    assert [act.undone for act in page.acts] == [True]


async def test_undo_leaves_what_others_judged_unless_it_is_chosen(rails: Engine) -> None:
    rename(rails, "ilya morozov", "I. Morozov", "somebody else")
    async with running(rails, "speaker:morozov sort:published") as desk:
        await desk.press("P", "u")
        assert desk.toasts[-1].startswith("You judged nothing about this speaker")
        assert speaker_page(rails, "ilya morozov").speaker.label == "I. Morozov"


async def test_a_refused_suggestion_does_not_come_again(rails: Engine) -> None:
    async with running(rails, "speaker:morozov sort:published") as desk:
        await desk.press("P", "tab", "x", "x")
        assert "May be the same" not in desk.screen_text
    assert speaker_page(rails, "ilya morozov").suggestions == ()


async def test_rename_asks_for_a_name_and_keeps_the_old_one(rails: Engine) -> None:
    async with running(rails, "speaker:morozov sort:published") as desk:
        await desk.press("P", "r")
        assert isinstance(desk.app.screen, AskScreen)
        await desk.press("end")
        await desk.write(" [red]")
        await desk.press("enter")
        assert screen_of(desk).page is not None
        assert "Ilya Morozov [red]" in desk.screen_text
    page = speaker_page(rails, "ilya morozov")
    assert page.speaker.label == "Ilya Morozov [red]"
    assert page.acts[0].author == "ines"


async def test_merging_takes_a_name_and_splitting_takes_it_out_again(rails: Engine) -> None:
    async with running(rails, "speaker:morozov sort:published") as desk:
        await desk.press("P", "m")
        await desk.write("anna feld")
        await desk.press("enter")
        assert speaker_page(rails, "anna feld").speaker.label == "Ilya Morozov"
        await desk.press("tab")
        names = screen_of(desk).query_one("#identity", PaneList)
        names.highlighted = next(
            n for n, o in enumerate(names.options) if "Anna Feld" in str(o.prompt)
        )
        await desk.press("s")
    assert speaker_page(rails, "anna feld").speaker.label == "Anna Feld"


async def test_after_the_undo_of_a_merge_one_is_where_it_began(rails: Engine) -> None:
    async with running(rails, "speaker:feld sort:published") as desk:
        await desk.press("P", "m")
        # Beginnings of words are enough.
        await desk.write("mor il")
        assert "Merge" in str(desk.app.screen.query_one("#save", Button).label)
        await desk.press("enter")
        assert speaker_page(rails, "ilya morozov").speaker.label == "Anna Feld"
        await desk.press("u")
        page = screen_of(desk).page
        assert page is not None
        assert page.speaker.label == "Anna Feld"
        assert speaker_page(rails, "ilya morozov").speaker.label == "Ilya Morozov"


async def test_only_speakers_of_its_kind_are_offered_to_merge_with(rails: Engine) -> None:
    async with running(rails, "speaker:officials sort:published") as desk:
        await desk.press("P", "m")
        await desk.write("Ily")
        await desk.press("right")
        line = desk.app.focused
        assert isinstance(line, Input)
        assert line.value == "Ily"
        await desk.press("enter")
        assert desk.toasts[-1].startswith("only speakers of one kind can be the same: officials")


async def test_merging_with_nobody_is_told(rails: Engine) -> None:
    async with running(rails, "speaker:morozov sort:published") as desk:
        await desk.press("P", "m")
        await desk.write("nobody at all")
        await desk.press("enter")
        assert desk.toasts == ["there is no speaker called 'nobody at all'"]


async def test_an_alias_finds_the_speaker(rails: Engine) -> None:
    async with running(rails, "speaker:morozov sort:published") as desk:
        await desk.press("P", "i")
        await desk.write("The Steppe Fox")
        await desk.press("enter")
    assert speaker_page(rails, "steppe fox").speaker.label == "Ilya Morozov"


async def test_an_article_can_be_somebody_elses(rails: Engine) -> None:
    async with running(rails, "speaker:morozov sort:published") as desk:
        await desk.press("P", "s", "enter")
        assert "somebody else" in desk.toasts[-1]
    assert speaker_page(rails, "Ilya Morozov (2)").articles == 1


async def test_a_claim_without_a_speaker_has_no_speaker_to_show(rails: Engine) -> None:
    async with running(rails, "freight") as desk:
        await desk.press("P")
        assert desk.toasts == ["No speaker of this claim is known by name."]
