"""Which step a person may undo or redo, alike for reviews and for articles."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, insert

from db.connection.engine import writing
from db.schema.articles import ArticleStep
from db.schema.review import ReviewStep
from db.sql.steps import mark_undone, step_to_turn

STEPS = pytest.mark.parametrize("step", [ReviewStep, ArticleStep])


def took(
    connection: Connection, step: Any, who: str, action: str = "accept", of: int | None = None
) -> int:
    """Store a step that holds; gives its number."""
    row = {"action": action, "who": who, "undone": False, "of_id": of}
    asked = insert(step).returning(step.id)
    number: int = connection.execute(asked, {**row, "created_at": datetime.now(UTC)}).scalar_one()
    return number


def turn(connection: Connection, step: Any, who: str, *, undoing: bool) -> int | None:
    """Undo or redo as may be; gives the number of what was turned around."""
    found = step_to_turn(connection, step, who, undoing=undoing)
    if found is None:
        return None
    took(connection, step, who, "undo" if undoing else "redo", found[0])
    mark_undone(connection, step, found[0], undone=undoing)
    return found[0]


@STEPS
def test_steps_of_others_and_turns_are_passed_over(archive: Engine, step: Any) -> None:
    with writing(archive) as connection:
        assert step_to_turn(connection, step, "ines", undoing=True) is None
        mine = took(connection, step, "ines")
        took(connection, step, "jon")
        took(connection, step, "ines", "undo")
        assert step_to_turn(connection, step, "ines", undoing=True) == (mine, "accept")


@STEPS
def test_a_step_that_is_named_is_undone_whichever_came_after(archive: Engine, step: Any) -> None:
    with writing(archive) as connection:
        first, _ = took(connection, step, "ines"), took(connection, step, "ines")
        found = step_to_turn(connection, step, "ines", undoing=True, number=first)
        assert found == (first, "accept")
        mark_undone(connection, step, first, undone=True)
        assert step_to_turn(connection, step, "ines", undoing=True, number=first) is None
        assert step_to_turn(connection, step, "jon", undoing=True, number=first) is None


@STEPS
def test_what_was_undone_last_is_redone_first(archive: Engine, step: Any) -> None:
    with writing(archive) as connection:
        first, last = took(connection, step, "ines"), took(connection, step, "ines")
        assert turn(connection, step, "ines", undoing=False) is None
        undone = [turn(connection, step, "ines", undoing=True) for _ in range(3)]
        assert undone == [last, first, None]
        redone = [turn(connection, step, "ines", undoing=False) for _ in range(3)]
        assert redone == [first, last, None]


@STEPS
def test_what_was_undone_is_gone_once_something_else_is_done(archive: Engine, step: Any) -> None:
    with writing(archive) as connection:
        took(connection, step, "ines")
        turn(connection, step, "ines", undoing=True)
        other = took(connection, step, "ines")
        assert turn(connection, step, "ines", undoing=False) is None
        assert turn(connection, step, "ines", undoing=True) == other
        assert turn(connection, step, "ines", undoing=False) == other
