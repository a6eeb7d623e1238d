"""Where words stand in the article of a claim."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.review.corrections import ReviewError
from db.review.find_words import find_words
from tests.db.reviewing import by_content, now, span
from tests.db.stories import HARBOUR

WALL = "the wall would be raised by a metre"


def test_of_several_places_the_nearest_to_the_part_is_meant(engine: Engine) -> None:
    claim = by_content(engine, WALL)
    assert find_words(engine, claim, "content", "the wall") == span(HARBOUR, "the wall")
    near = now(engine, claim).shown.cue[0].start
    found = find_words(engine, claim, "cue", "said")
    assert found.start == near


def test_words_that_do_not_stand_there_are_refused(engine: Engine) -> None:
    claim = by_content(engine, WALL)
    for words in ("The Wall", ""):
        with pytest.raises(ReviewError, match="the article does not say"):
            find_words(engine, claim, "content", words)
