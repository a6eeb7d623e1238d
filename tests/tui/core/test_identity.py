"""Whom the screens take for one: people by their ids, whatever their names."""

from __future__ import annotations

import re

from sqlalchemy import Engine

from db.analysis.facets.facets import Facet
from db.query.line import parse_filter
from db.query.model import NEWEST_FIRST
from tests.db.lookalikes import page
from tests.tui.driving import WIDE, Desk, running
from tui.browse.screen import BrowseScreen
from tui.compare.timeline import TimelineScreen
from tui.core.speaker_letters import letters_of


def listed(desk: Desk, facet: Facet) -> list[tuple[str, int]]:
    return [(value.label, value.claims) for value in desk.browse.side.pane(facet).list.listed]


async def choose(desk: Desk, facet: Facet, label: str) -> None:
    """Filter by the value of a facet."""
    pane = desk.browse.side.pane(facet)
    pane.list.focus()
    await desk.at_rest()
    pane.list.cursor = [name for name, _ in listed(desk, facet)].index(label)
    await desk.press("enter")


async def test_choosing_a_value_shows_as_many_claims_as_it_says_and_its_name(
    lookalikes: Engine,
) -> None:
    async with running(lookalikes, "", size=(160, 70)) as desk:
        for facet, label, sentence in (
            (Facet.SPEAKER, "Ann Lee", "claims by Ann Lee"),
            (Facet.SPEAKER, "Ann Lee (2)", "claims by Ann Lee (2)"),
            (Facet.ORGANIZATION, "Tidewater Institute", "claims speaking for Tidewater Institute"),
            (Facet.OUTLET, "The Times", "claims published by The Times"),
            (Facet.ARTICLE, "Water", "claims in article Water"),
        ):
            number = dict(reversed(listed(desk, facet)))[label]
            await choose(desk, facet, label)
            assert desk.table.row_count == number, label
            assert sentence in desk.screen_text
            assert listed(desk, facet)[0] == (label, number)
            # The line has all that is needed: it is saved, kept between runs and typed again.
            assert parse_filter(desk.browse.filter.line, NEWEST_FIRST) == desk.browse.opening.query
            await desk.press("home", "enter")
            assert desk.browse.filter.line == "", label


async def test_a_name_that_is_offered_shows_as_many_claims_as_it_says(lookalikes: Engine) -> None:
    """Whoever else has the words in their name."""
    async with running(lookalikes, "", size=(160, 70)) as desk:
        number = dict(reversed(listed(desk, Facet.SPEAKER)))["Ann Lee"]
        await desk.press("slash", *"ann lee")
        offers = desk.browse.filter.options
        told = [str(option.prompt) for option in offers.options]
        await desk.press(*["down"] * (told.index(f"speaker  Ann Lee  {number}") + 1), "enter")
        await desk.press("enter")
        await desk.at_rest()
        assert desk.table.row_count == number
        assert "claims by Ann Lee " in desk.screen_text


async def test_words_that_find_one_speaker_are_ticked_as_that_speaker(lookalikes: Engine) -> None:
    async with running(lookalikes, "speaker:leeson", size=WIDE) as desk:
        names = [name for name, _ in listed(desk, Facet.SPEAKER)]
        assert names[0] == "Ann Leeson"
        assert names.count("Ann Leeson") == 1
        desk.browse.side.pane(Facet.SPEAKER).list.focus()
        await desk.press("home", "enter")
        assert desk.browse.filter.line == ""


async def test_the_timeline_of_a_namesake_is_its_own(lookalikes: Engine) -> None:
    async with running(lookalikes, "article:tides", size=WIDE) as desk:
        await desk.press("t")
        await desk.at_rest()
        screen = desk.app.screen
        assert isinstance(screen, TimelineScreen)
        assert "Ann Lee (2) over time" in desk.screen_text
        assert screen.timeline is not None
        assert len(screen.timeline.ids) == 2
        await desk.press("A", "f")
        await desk.at_rest()
        assert isinstance(desk.app.screen, BrowseScreen)
        assert desk.contents == ["The tide is high", "The tide is low"]


async def test_a_cell_of_the_matrix_is_filtered_by_the_very_speaker_and_article(
    lookalikes: Engine,
) -> None:
    async with running(lookalikes, 'article:dykes speaker:"ann lee"', size=WIDE) as desk:
        await desk.press("m", "right", "f")
        await desk.at_rest()
        assert isinstance(desk.app.screen, BrowseScreen)
        assert re.fullmatch(
            r'speaker:"Ann Lee \[e\w{16}\]" article:".+ \[a\w{12}\]"', desk.browse.filter.line
        )
        # Ann Leeson, who is in the same article, is left out.
        assert desk.contents == ["The dyke is late"]


def test_one_speaker_has_one_letter_under_two_names(lookalikes: Engine) -> None:
    letters = letters_of(page(lookalikes, "lock"))

    assert "Bo Ray 1" in letters.legend()
    assert letters.legend().count("Ray") == 1
