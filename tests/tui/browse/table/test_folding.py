"""Claims within a claim: folded under it, shown below it."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, update
from textual.geometry import Offset

from claims.aside import BITS, Aside
from db.connection.engine import writing
from db.query.tables import claim
from tests.tui.driving import NARROW, OLDEST, WIDE, Desk, running


@pytest.fixture
def nested(archive: Engine) -> Engine:
    """The second and third claim stand within the first."""
    values = {"parent_id": 1, "aside": BITS[Aside.NESTED]}
    with writing(archive) as connection:
        connection.execute(update(claim).where(claim.c.id.in_((2, 3))).values(**values))
    return archive


def first_lines(desk: Desk) -> str:
    return "\n".join(desk.screen_text.splitlines()[4:12])


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_key_unfolds_them_and_folds_them_again(
    nested: Engine, size: tuple[int, int]
) -> None:
    async with running(nested, size=size) as desk:
        assert "+2" in first_lines(desk)
        before = desk.contents
        await desk.press("plus")
        assert desk.contents == [before[0], *desk.contents[1:3], *before[1:]]
        assert "-2" in first_lines(desk)
        assert first_lines(desk).count("└") == 2
        assert "8 claims" not in desk.screen_text
        await desk.press("j", "enter", "escape", "k", "plus")
        assert desk.contents == before


async def test_a_claim_within_folds_those_beside_it(nested: Engine) -> None:
    async with running(nested) as desk:
        await desk.press("plus", "j", "plus")
        assert (desk.table.row_count, desk.table.cursor) == (6, 0)
        await desk.press("j", "plus")
        assert "No claim stands within this one." in desk.toasts


async def test_where_all_are_shown_they_can_be_folded(nested: Engine) -> None:
    async with running(nested, f"{OLDEST} include:all") as desk:
        assert desk.table.row_count == 8
        assert "-2" in first_lines(desk)
        await desk.press("plus")
        assert desk.table.row_count == 6
        assert "+2" in first_lines(desk)
        await desk.press("plus")
        assert desk.table.row_count == 8


async def test_a_click_on_the_sign_unfolds(nested: Engine) -> None:
    async with running(nested) as desk:
        line = desk.screen_text.splitlines()[5]
        await desk.pilot.click(offset=Offset(line.index("+2"), 5))
        await desk.at_rest()
        assert desk.table.row_count == 8
