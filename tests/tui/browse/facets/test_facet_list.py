"""Values with numbers of claims, to filter by."""

from __future__ import annotations

from sqlalchemy import Engine
from textual.app import App, ComposeResult

from db.analysis.facets.facets import Facet, FacetValue
from tests.tui.browse.facets.test_side_panes import listed
from tests.tui.driving import WIDE, running
from tui.browse.facets.facet_list import CHOSEN, FacetList


async def test_what_was_typed_is_listed_first_as_the_one_whom_it_finds(archive: Engine) -> None:
    async with running(archive, "speaker:moro speaker:f", size=WIDE) as desk:
        listing = listed(desk, Facet.SPEAKER)
        assert listing[:2] == [("Ilya Morozov", 3), ("Anna Feld", 2)]
        assert len({label for label, _ in listing}) == len(listing)
        await desk.press("S", "enter")
        assert desk.browse.filter.line == "speaker:f"


ANN, BO, CY = (
    FacetValue(name, label, claims)
    for name, label, claims in (("ann", "Ann [Lee]", 40), ("bo", "Bo\x1b", 10), ("cy", "Cy", 1))
)


class Listing(App[None]):
    def compose(self) -> ComposeResult:
        yield FacetList()


async def test_what_is_chosen_stands_first_and_once_and_the_cursor_stays_on_its_value() -> None:
    app = Listing()
    async with app.run_test():
        shown = app.query_one(FacetList)
        assert shown.current is None
        shown.fill([], [ANN, BO, CY])
        shown.cursor = 2
        shown.fill([BO], [ANN, BO, CY])
        assert [value.key for value in shown.listed] == ["bo", "ann", "cy"]
        assert shown.current == CY
        shown.fill([], [BO])
        assert shown.current == BO


async def test_a_row_has_a_tick_where_chosen_its_label_and_its_number() -> None:
    app = Listing()
    async with app.run_test(size=(30, 10)):
        shown = app.query_one(FacetList)
        shown.fill([BO], [ANN, BO])
        first, second = (shown.draw_row(n, 30).text for n in (0, 1))
        assert first.startswith(CHOSEN)
        assert "\x1b" not in first
        assert second.strip().startswith("Ann [Lee]")
        assert (first.rstrip()[-2:], second.rstrip()[-2:]) == ("10", "40")


async def test_a_value_stands_on_a_bar_as_long_as_its_share_of_the_most_frequent(
    archive: Engine,
) -> None:
    async with running(archive, size=WIDE) as desk:
        speakers = desk.app.screen.query(FacetList).first()
        share = [value.claims for value in speakers.listed]
        assert share[0] > share[1] > 0
        row = speakers.draw_row(1, 30)
        grounds = [style and style.bgcolor for text, style, _ in row for _ in text]
        assert grounds.count(grounds[0]) == round(30 * share[1] / share[0])
        assert grounds[0] != grounds[-1]
