"""Judging relations on a screen that lists them."""

from __future__ import annotations

from sqlalchemy import Engine

from claims.relation import Relation, RelationState
from tests.db.comparison.related import in_words, listed
from tests.tui.driving import running
from tui.threads.relation_judging import RelationJudging


async def test_what_was_judged_last_is_taken_back_first(related: Engine) -> None:
    [update] = listed(related, "", Relation.UPDATES)
    denial = listed(related, "", Relation.DENIES)[0]
    async with running(related) as desk:
        read = []
        judging = RelationJudging(desk.app.screen, related, lambda: read.append(1))
        judging.undo()
        judging.judge(None, RelationState.CONFIRMED)
        await desk.at_rest()
        assert not judging.has_changed
        for one in (update, denial):
            judging.judge(one, RelationState.DISMISSED)
            await desk.at_rest()
        assert len(in_words(related, RelationState.DISMISSED)) == 2
        judging.undo()
        await desk.at_rest()
        assert in_words(related, RelationState.DISMISSED) == {("3", "updates", "1")}
        assert len(read) == 3
        assert judging.has_changed
