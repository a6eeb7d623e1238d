"""How many claims there are beside those that are shown."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, update

from claims.aside import BITS, Aside
from db.analysis.facets.left_out import LeftOut
from db.connection.engine import writing
from db.query.tables import claim
from tests.tui.driving import MEDIUM, NARROW, running
from tui.browse import numbers


async def test_how_many_are_hidden_is_told_in_fewer_words_where_it_is_narrow(
    archive: Engine,
) -> None:
    with writing(archive) as connection:
        connection.execute(update(claim).where(claim.c.id == 3).values(aside=sum(BITS.values())))
    reasons = "nested, doubtful, no speaker, acts, headlines"
    for size, why in ((NARROW, ""), (MEDIUM, f": {reasons}")):
        async with running(archive, "", size=size) as desk:
            told = desk.screen_text.splitlines()[1]
            assert told.split("  ")[0].strip() == "what was said, newest first"
            assert told.endswith(f"7 claims · 1 hidden{why} · z shows")


async def test_what_is_hidden_is_counted_and_z_shows_it(archive: Engine) -> None:
    with writing(archive) as connection:
        connection.execute(update(claim).where(claim.c.id < 3).values(aside=BITS[Aside.NESTED]))
        connection.execute(update(claim).where(claim.c.id == 3).values(aside=BITS[Aside.LOW]))
    async with running(archive, "") as desk:
        assert desk.table.row_count == 5
        assert "5 claims · 3 hidden: nested, doubtful · z shows" in desk.screen_text
        await desk.press("z")
        await desk.at_rest()
        assert (desk.table.row_count, desk.browse.filter.line) == (8, "include:all")
        assert "all claims including hidden ones" in desk.screen_text
        await desk.press("z")
        await desk.at_rest()
        assert (desk.table.row_count, desk.browse.filter.line) == (5, "")


async def test_a_click_on_the_numbers_shows_what_is_hidden_and_hides_it_again(
    archive: Engine,
) -> None:
    with writing(archive) as connection:
        connection.execute(update(claim).where(claim.c.id < 3).values(aside=BITS[Aside.NESTED]))
    async with running(archive, "") as desk:
        for rows in (8, 6):
            await desk.pilot.click("#number")
            await desk.at_rest()
            assert desk.table.row_count == rows


async def test_what_is_hidden_is_counted_after_all_where_no_other_view_came(
    archive: Engine,
) -> None:
    with writing(archive) as connection:
        connection.execute(update(claim).where(claim.c.id < 3).values(aside=BITS[Aside.NESTED]))
    async with running(archive, "") as desk:
        number = desk.browse.number
        number.hidden = LeftOut()
        number.go_on()
        await desk.at_rest()
        assert number.hidden.total == 0
        number.stop()
        number.go_on()
        await desk.at_rest()
        assert number.hidden.total == 2


async def test_a_misspelt_name_is_put_right_with_one_key(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash", *"speaker:morzov", "enter")
        await desk.at_rest()
        assert "Did you mean claims by Ilya Morozov?" in desk.screen_text
        await desk.press("enter")
        await desk.at_rest()
        assert desk.table.row_count > 0


async def test_of_many_claims_the_names_are_read_once_somebody_filters(
    archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(numbers, "MANY", 7)
    async with running(archive, "") as desk:
        assert desk.browse.filter.known.values == {}
        await desk.press("slash")
        await desk.at_rest()
        known = desk.browse.filter.known
        assert known.values["outlet"] == ["Harbour Post", "Northern Courier"]
        assert known.numbers["speaker"]["Ilya Morozov"] == 3
