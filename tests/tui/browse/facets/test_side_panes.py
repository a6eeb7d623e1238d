"""The facets beside the table, to filter by."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.analysis.facets.facets import Facet
from tests.tui.driving import NARROW, WIDE, Desk, running
from tests.tui.reviewing import filter_to
from tui.browse.facets import side_panes
from tui.browse.facets.facet_list import CHOSEN
from tui.browse.facets.facet_pane import FacetPane


def listed(desk: Desk, facet: Facet) -> list[tuple[str, int]]:
    return [
        (f"{value.dated} {value.label}".strip(), value.claims)
        for value in desk.browse.side.pane(facet).list.listed
    ]


async def choose(desk: Desk, key: str, *keys: str) -> None:
    await desk.press(key)
    await desk.press(*keys, "enter")


async def test_both_are_listed_with_their_numbers_of_claims(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        assert listed(desk, Facet.SPEAKER) == [
            ("Ilya Morozov", 3),
            ("Anna Feld", 2),
            ("Ministry of Transport", 1),
            ("officials", 1),
        ]
        assert listed(desk, Facet.ARTICLE) == [
            ("2023-03-21 Pipeline talks stall over price", 5),
            ("2024-01-09 A border town waits for trains", 3),
        ]
        assert "Speakers 4" in desk.screen_text


async def test_cue_classes_are_listed_the_most_frequent_first(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        assert listed(desk, Facet.CLASS) == [
            ("statement", 4),
            ("belief", 1),
            ("opinion", 1),
        ]
        assert "Classes 3" in desk.screen_text


async def test_enter_filters_by_a_class_and_again_stops(archive: Engine) -> None:
    async with running(archive, "", size=WIDE) as desk:
        await choose(desk, "L", "j")
        assert desk.browse.filter.line == "class:belief"
        assert desk.contents == ["that the yard would open in spring"]
        assert listed(desk, Facet.SPEAKER) == [("officials", 1)]
        assert listed(desk, Facet.CLASS) == [("belief", 1), ("statement", 4), ("opinion", 1)]
        assert f"{CHOSEN} belief" in desk.screen_text
        await desk.press("j", "enter")
        assert desk.browse.filter.line == "class:belief class:opinion"
        assert desk.table.row_count == 2
        assert "Classes ✓2 · 3" in desk.screen_text
        await desk.press("home", "enter", "home", "enter")
        assert desk.browse.filter.line == ""


async def test_enter_filters_by_a_speaker_and_again_stops(archive: Engine) -> None:
    async with running(archive, "", size=WIDE) as desk:
        await choose(desk, "S", "j")
        assert desk.labels == 'speaker:"Anna Feld"'
        assert desk.table.row_count == 2
        assert f"{CHOSEN} Anna Feld" in desk.screen_text
        await desk.press("home", "enter")
        assert desk.browse.filter.line == ""
        assert CHOSEN not in desk.screen_text


async def test_two_speakers_are_either_of_them(archive: Engine) -> None:
    async with running(archive, "", size=WIDE) as desk:
        await choose(desk, "S")
        await desk.press("j", "enter")
        assert desk.labels == 'speaker:"Ilya Morozov" speaker:"Anna Feld"'
        assert desk.table.row_count == 5


async def test_enter_filters_by_an_article(archive: Engine) -> None:
    async with running(archive, "", size=WIDE) as desk:
        await choose(desk, "A", "j")
        assert desk.table.row_count == 3
        assert desk.labels.startswith('article:"')
        assert listed(desk, Facet.SPEAKER) == [("Ilya Morozov", 1), ("officials", 1)]
        await desk.press("home", "enter")
        assert desk.browse.filter.line == ""


async def test_the_numbers_follow_the_rest_of_the_filter(archive: Engine) -> None:
    async with running(archive, "type:direct", size=WIDE) as desk:
        assert listed(desk, Facet.SPEAKER) == [("Ilya Morozov", 2), ("Anna Feld", 1)]


async def test_a_double_click_chooses(archive: Engine) -> None:
    async with running(archive, "", size=WIDE) as desk:
        await desk.pilot.click(desk.browse.side.pane(Facet.SPEAKER).list, offset=(4, 1), times=2)
        await desk.at_rest()
        assert desk.labels == 'speaker:"Anna Feld"'


FACETS = {
    "S": ("speaker", 'speaker:"Ilya Morozov"', 3),
    "O": ("org", 'org:"Energy Forum"', 2),
    "U": ("outlet", 'outlet:"=Northern Courier"', 5),
    "M": ("month", "month:2024-01", 3),
    "T": ("type", "type:indirect", 5),
    "L": ("class", "class:statement", 4),
}


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_every_facet_filters_by_its_first_value_and_clears_it(
    archive: Engine, size: tuple[int, int]
) -> None:
    async with running(archive, "", size=size) as desk:
        for key, (facet, line, claims) in FACETS.items():
            await choose(desk, key)
            assert desk.labels == line
            assert desk.table.row_count == claims
            (first, *_) = desk.browse.side.pane(Facet(facet)).list.listed
            assert first.claims == claims
            await desk.press("backspace")
            assert desk.browse.filter.line == ""


async def test_facets_combine_and_each_counts_over_the_others(archive: Engine) -> None:
    async with running(archive, "", size=WIDE) as desk:
        await choose(desk, "T")
        await choose(desk, "U")
        assert desk.browse.filter.line == 'outlet:"=Northern Courier" type:indirect'
        assert desk.table.row_count == 3
        assert listed(desk, Facet.TYPE) == [("indirect", 3), ("direct", 2)]
        assert listed(desk, Facet.OUTLET) == [("Northern Courier", 3), ("Harbour Post", 2)]
        assert listed(desk, Facet.MONTH) == [("2023-03", 3)]
        await desk.press("j", "enter")
        assert desk.browse.filter.line.startswith(
            'outlet:"=Northern Courier" outlet:"=Harbour Post'
        )
        assert desk.table.row_count == 5
        assert [count for _, count in listed(desk, Facet.TYPE)] == [5, 3]


async def test_words_that_find_several_are_told_to_be_no_name(archive: Engine) -> None:
    async with running(archive, "speaker:m", size=WIDE) as desk:
        (label, claims), *others = listed(desk, Facet.SPEAKER)
        assert label == "“m” in names"
        assert claims == sum(n for name, n in others if name.startswith("M") or " M" in name)
        await desk.press("S", "enter")
        assert desk.browse.filter.line == ""


async def test_an_empty_facet_takes_its_heading_alone_until_there_is_something(
    archive: Engine,
) -> None:
    async with running(archive, size=WIDE) as desk:
        await filter_to(desk, "nothing-has-this-word")
        panes = [*desk.app.screen.query(FacetPane)]
        assert {pane.region.height for pane in panes} == {1}
        await filter_to(desk, "")
        heights = {pane.facet: pane.region.height for pane in panes}
        assert heights[Facet.SPEAKER] == 1 + len(listed(desk, Facet.SPEAKER)) > 1


async def test_brackets_go_from_facet_to_facet(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("f", "right_square_bracket")
        assert desk.browse.side.last is desk.browse.side.pane(Facet.ORGANIZATION)
        assert "Institute for Steppe" in desk.screen_text
        await desk.press("left_square_bracket", "left_square_bracket")
        assert desk.browse.side.last is desk.browse.side.pane(Facet.CLASS)
        assert desk.browse.side.last.list.has_focus


async def test_where_there_is_little_room_only_the_open_facet_is_counted(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("M")
        assert listed(desk, Facet.MONTH) == [("2024-01", 3), ("2023-03", 5)]
        assert listed(desk, Facet.OUTLET) == []
        await desk.press("U")
        assert len(listed(desk, Facet.OUTLET)) == 2


async def test_over_many_claims_a_facet_is_counted_once_somebody_goes_there(
    archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(side_panes, "MANY", 7)
    async with running(archive, "", size=WIDE) as desk:
        assert all(listed(desk, facet) == [] for facet in Facet)
        assert "Speakers not counted yet" in desk.screen_text
        await desk.press("L")
        await desk.at_rest()
        assert listed(desk, Facet.CLASS) == [("statement", 4), ("belief", 1), ("opinion", 1)]
        assert listed(desk, Facet.SPEAKER) == []


async def test_a_filter_that_finds_few_of_many_claims_has_the_other_facets_counted(
    archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(side_panes, "MANY", 7)
    async with running(archive, "", size=WIDE) as desk:
        await desk.press("slash", *"type:direct", "enter")
        await desk.at_rest()
        assert listed(desk, Facet.SPEAKER) == [("Ilya Morozov", 2), ("Anna Feld", 1)]
        # Over all claims: it is filtered by.
        assert listed(desk, Facet.TYPE) == [("direct", 0)]
