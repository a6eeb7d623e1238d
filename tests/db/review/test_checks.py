"""Notes, tags and reasons."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from claims.review import ReviewState
from db.review.actions import (
    ReviewError,
    note,
    tag,
    untag,
)
from db.review.history import history
from tests.db.review.found import WALL
from tests.db.reviewing import ANNA, by_content, now, public_id, state


class TestNotesAndTags:
    def test_a_note_is_set_changed_and_taken_away(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        note(engine, [ident], "  [/red] ask the mayor\n", ANNA)
        assert now(engine, ident).shown.note == "[/red] ask the mayor"
        note(engine, [ident], "", ANNA)
        assert now(engine, ident).shown.note is None
        assert state(engine, ident) is ReviewState.MACHINE

    def test_tags_are_told_apart_whatever_their_case(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        tag(engine, [ident], ["Flood risk", "check"], ANNA)
        tag(engine, [ident], ["flood  RISK"], ANNA)
        assert now(engine, ident).shown.tags == ("check", "Flood risk")
        untag(engine, [ident], ["CHECK", "unknown"], ANNA)
        assert now(engine, ident).shown.tags == ("Flood risk",)

    @pytest.mark.parametrize("given", ["", "a;b", "a,b", "x" * 101, "\ud800"])
    def test_what_is_no_tag_is_refused(self, engine: Engine, given: str) -> None:
        with pytest.raises(ReviewError, match="tag"):
            tag(engine, [by_content(engine, WALL)], [given], ANNA)

    def test_hostile_text_is_kept_as_it_is(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        hostile = "[/red] \x1b[31m \u202ereversed\u202c 漢字 🙂 '; DROP TABLE claim; --"
        note(engine, [ident], hostile, ANNA, hostile)
        tag(engine, [ident], ["[bold]🙂"], ANNA)
        assert now(engine, ident).shown.note == hostile
        assert [event.why for event in history(engine, public_id(engine, ident))][1] == hostile
