"""Typing filters, and what the screen says of them."""

from __future__ import annotations

from sqlalchemy import Engine

from db.query.line import parse_filter
from db.query.sentence import sentence
from tests.tui.driving import NARROW, running
from tui.browse.filter.filter_bar import FilterInput


async def test_typing_filters_and_says_so_in_words(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash")
        await desk.write("speaker:feld type:direct")
        assert desk.contents == ["“Waiting has a cost as well,”"]
        assert sentence(parse_filter("speaker:feld type:direct")) in desk.screen_text
        assert "1 of 8 claims" in desk.screen_text


async def test_full_text_needs_no_key(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash")
        await desk.write("storage")
        assert desk.contents == ["that storage had run low twice"]


async def test_a_wrong_filter_is_told_and_the_last_good_view_stays(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash")
        await desk.write("speaker:feld")
        await desk.write(" type:shouted")
        assert len(desk.contents) == 2
        assert "! type:shouted is unknown" in desk.screen_text
        await desk.press(*["backspace"] * len(" type:shouted"))
        assert "shouted" not in desk.screen_text
        assert len(desk.contents) == 2


async def test_enter_goes_back_to_the_claims_at_once(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash")
        for char in "storage":
            await desk.pilot.press(char)
        await desk.press("enter")
        assert desk.table.has_focus
        assert desk.table.row_count == 1


async def test_escape_leaves_the_line_then_clears_it(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash")
        await desk.write("storage")
        await desk.press("escape")
        assert desk.table.has_focus
        assert desk.table.row_count == 1
        await desk.press("escape")
        assert desk.browse.filter.line == ""
        assert desk.table.row_count == 8


async def test_the_filter_given_on_the_command_line_stands_in_the_line(archive: Engine) -> None:
    async with running(archive, 'org:"rail centre"') as desk:
        assert desk.browse.filter.line == 'org:"rail centre"'
        assert desk.table.row_count == 1


async def test_what_is_typed_after_a_filter_is_a_word_of_its_own(archive: Engine) -> None:
    async with running(archive, "speaker:feld") as desk:
        await desk.press("slash", *"waiting", "enter")
        assert desk.browse.filter.line == "speaker:feld waiting"
        assert desk.contents == ["“Waiting has a cost as well,”"]
        await desk.press("slash", "escape", "slash", "escape")
        assert desk.browse.filter.line.rstrip() == "speaker:feld waiting"
        await desk.press("slash", "backspace", "backspace", *"g")
        assert desk.browse.filter.line == "speaker:feld waiting"


async def test_a_phrase_that_is_not_closed_is_gone_on_with(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash", *'"in a', "enter", "slash")
        assert desk.browse.filter.line == '"in a'


async def test_tab_completes_a_key_and_then_a_name(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash")
        await desk.write("spe")
        await desk.press("tab")
        assert desk.browse.filter.line == "speaker:"
        await desk.write("mor")
        assert "Ilya Morozov" in desk.screen_text
        await desk.press("tab")
        await desk.pilot.pause(0.05)
        await desk.at_rest()
        assert desk.labels == 'speaker:"Ilya Morozov" '
        assert desk.table.row_count == 3


async def test_statements_that_were_made(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash")
        await desk.write("class:statement -is:negated")
        assert desk.table.row_count == 3
        assert "claims that are statements, not negated" in desk.screen_text


async def test_cues_classes_and_flags_are_completed(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash")
        for typed, completed in [
            ("cu", "cue:"),
            ("acc", 'cue:"according to" '),
            ("class:sta", 'cue:"according to" class:statement '),
            ("-is:pre", 'cue:"according to" class:statement -is:prediction '),
        ]:
            await desk.write(typed)
            await desk.press("tab")
            assert desk.browse.filter.line == completed
        assert desk.contents == ["the route has not been surveyed"]


async def test_down_and_enter_choose_another_completion(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash")
        await desk.write("type:")
        await desk.press("down", "down", "enter")
        assert desk.browse.filter.line == "type:mixed "
        assert isinstance(desk.app.focused, FilterInput)


async def test_keys_are_letters_while_the_line_is_written(archive: Engine) -> None:
    async with running(archive, "", size=NARROW) as desk:
        await desk.press("slash")
        await desk.press("j", "k", "q", "question_mark", "e", "equals_sign")
        assert desk.browse.filter.line == "jkq?e="
        assert len(desk.app.screen_stack) == 1
