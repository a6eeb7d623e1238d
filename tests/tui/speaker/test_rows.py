"""What the rows of a speaker tell."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from claims.partial_date import UNKNOWN_DATE
from db.speakers.page import speaker_page
from tests.tui.driving import NARROW, Desk, running
from tests.tui.speaker.page import screen_of
from tui.speaker.list import PaneList
from tui.speaker.rows import affiliation_lines


def rows(desk: Desk, pane: str) -> list[str]:
    shown = screen_of(desk).query_one(f"#{pane}", PaneList)
    return [str(option.prompt).strip() for option in shown.options]


async def test_it_shows_two_affiliations_as_two_periods_with_their_articles(rails: Engine) -> None:
    async with running(rails, "speaker:morozov sort:published") as desk:
        await desk.press("P")
        affiliations = rows(desk, "affiliations")
    assert affiliations[0] == "2023-03-21  senior fellow, Institute for Steppe Studies"
    assert affiliations[1].startswith(
        "2023-03-21, Northern Courier, Pipeline talks stall over price: “a"
    )
    assert affiliations[2] == "2024-01-09  director, Eastern Rail Centre"


@pytest.mark.parametrize("size", [NARROW, (160, 50)])
async def test_name_affiliations_and_names_are_on_the_screen(
    rails: Engine, size: tuple[int, int]
) -> None:
    async with running(rails, "speaker:morozov sort:published", size) as desk:
        await desk.press("P")
        text = desk.screen_text
    assert "Ilya Morozov" in text
    assert "3 claims in 2 articles, 2023-03-21 – 2024-01-09" in text
    assert "May be the same" in text


def test_an_undated_article_is_told_by_its_title_alone(rails: Engine) -> None:
    page = speaker_page(rails, "Ilya Morozov")
    (first, *_) = page.affiliations
    (seen, *_) = first.observations
    undated = replace(first, observations=(replace(seen, published=UNKNOWN_DATE, outlet=None),))
    _, line, *_ = affiliation_lines(replace(page, affiliations=(undated,)))
    assert line.text.startswith("  Pipeline talks stall over price: “")
