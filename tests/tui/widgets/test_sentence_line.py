"""What is shown, in words, or what is wrong with the filter."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.tui.driving import running


async def test_a_problem_takes_the_place_of_the_sentence_until_it_is_gone(archive: Engine) -> None:
    async with running(archive) as desk:
        line = desk.browse.sentence_line
        sentence = line.sentence.content
        line.say("this is no filter", problem=True)
        assert str(line.sentence.content) == "! this is no filter"
        assert line.sentence.has_class("-problem")
        desk.browse.tell()
        assert line.sentence.content == sentence
        assert not line.sentence.has_class("-problem")
