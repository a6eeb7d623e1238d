"""What is shown, in words, or what is wrong with the filter."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.tui.driving import running


async def test_a_problem_takes_the_place_of_the_sentence_until_it_is_gone(archive: Engine) -> None:
    async with running(archive) as desk:
        told = desk.browse.told
        sentence = told.sentence.content
        told.say("this is no filter", problem=True)
        assert str(told.sentence.content) == "! this is no filter"
        assert told.sentence.has_class("-problem")
        desk.browse.tell()
        assert told.sentence.content == sentence
        assert not told.sentence.has_class("-problem")
