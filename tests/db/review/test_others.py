"""What others reviewed is known from its steps."""

from __future__ import annotations

from sqlalchemy import Engine

from db.query.model import ClaimQuery
from db.review.actions import accept, reject, tag, undo
from db.review.others import newest_step, steps_since
from db.schema.choices import ReviewAction
from tests.db.library import rows


def test_each_step_is_told_with_who_made_it_and_whom_it_overruled(own_library: Engine) -> None:
    first, second = (row.id for row in rows(own_library, ClaimQuery())[:2])
    assert newest_step(own_library) == 0
    mine = accept(own_library, [first], "ines").step
    assert mine == newest_step(own_library)
    reject(own_library, [first, second], "omar")
    tag(own_library, [second], ["Night"], "omar")
    undo(own_library, "omar")
    found = steps_since(own_library, mine, {mine})
    assert [(one.who, one.done.action, one.done.undone, one.overruled) for one in found] == [
        ("omar", ReviewAction.REJECT, False, 1),
        ("omar", ReviewAction.TAG, False, 0),
        ("omar", ReviewAction.TAG, True, 0),
    ]
    assert [set(one.done.ids) for one in found] == [{first, second}, {second}, {second}]
    assert steps_since(own_library, found[-1].number, {mine, *(o.number for o in found)}) == []


def test_a_step_that_was_done_later_than_one_of_a_greater_number_is_seen(
    own_library: Engine,
) -> None:
    ids = [row.id for row in rows(own_library, ClaimQuery())]
    steps = [accept(own_library, [ident], "omar").step for ident in ids[:3]]
    assert None not in steps
    newest = max(step for step in steps if step is not None)
    seen = {step for step in steps[1:] if step is not None}
    assert [one.number for one in steps_since(own_library, newest, seen)] == [steps[0]]
