"""Judging relations on a screen that lists them."""

from __future__ import annotations

from sqlalchemy import Engine

from claims.relation import RelationState
from tests.db.comparison.related import in_words
from tests.tui.driving import running


async def test_what_was_judged_last_is_taken_back_first(related: Engine) -> None:
    async with running(related) as desk:
        await desk.press("percent_sign", "u")
        assert desk.toasts[-1] == "Nothing was judged here."
        await desk.press("x")
        first = in_words(related, RelationState.DISMISSED)
        await desk.press("x")
        assert len(in_words(related, RelationState.DISMISSED)) == 2
        await desk.press("u")
        assert in_words(related, RelationState.DISMISSED) == first
        assert desk.toasts[-1] == "Undone: it is a suggestion again"
