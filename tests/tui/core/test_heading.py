"""What stands over a claim outside its article: what is known of it, and always which article."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import Engine

from tests.tui.archives import ARTICLES, LEAFLET
from tests.tui.driving import NARROW, WIDE, Desk, running
from tests.tui.text.rows import TITLE
from tui.browse.screen import BrowseScreen
from tui.compare.claim_column import ClaimColumn
from tui.widgets.lines.blocks import Block
from tui.widgets.lines.paper import Paper

MEDIUM = (120, 36)

OUTSIDE = {
    "compare by speaker": ("C", "down", "enter"),
    "marked claims": ("space", "G", "space", "equals_sign"),
    "matrix": ("m",),
    "timeline": ("G", "t"),
}
"""How to see claims outside their articles; the undated one comes last in the table."""


async def test_every_heading_names_its_article(undated_archive: Engine) -> None:
    async with running(undated_archive, "speaker:feld speaker:morozov", size=NARROW) as desk:
        for place in OUTSIDE.values():
            await desk.press("g", *place)
            for size in (NARROW, MEDIUM, WIDE):
                await desk.pilot.resize_terminal(*size)
                # The matrix looks behind a number a moment after the cursor came to it.
                await desk.until(lambda: len(headings(desk)) >= 2)
                assert_named(headings(desk))
            await desk.press("escape")
            assert desk.app.screen is desk.browse


def assert_named(told: Sequence[str]) -> None:
    """Each tells its article's title, or what stands for it."""
    assert not [heading for heading in told if "–" in heading]
    dated = {story.published.year: story for story in ARTICLES if story.published is not None}
    named = [[s.paragraphs[0] for year, s in dated.items() if f"{year}-" in h] for h in told]
    assert [] in named
    for heading, titles in zip(told, named, strict=True):
        # Of a title that is cut some words are left.
        assert (titles or [TITLE])[0][:16] in heading


def headings(desk: Desk) -> list[str]:
    """What stands over each claim on the screen, as it is drawn there."""
    return [
        paper._texts[number]
        for paper in desk.app.screen.query(ClaimColumn)
        for number, block in enumerate(paper.blocks)
        if block.tail
    ]


class TestTail:
    """A title behind the facts, cut to the line that it stands on."""

    FACTS = "2023-03-21 · direct · said · 0.90"
    HEAD = Block(FACTS, tail="Pipeline talks stall over price")

    async def test_it_takes_the_room_there_is(self, archive: Engine) -> None:
        async with running(archive) as desk:
            paper = desk.app.screen.query_one("#facts", Paper)
            for width, lines in (
                (70, [f"{self.FACTS} · Pipeline talks stall over price"]),
                (62, [f"{self.FACTS} · Pipeline talks stall over…"]),
                (40, [self.FACTS, "Pipeline talks stall over price"]),
                (18, ["2023-03-21 ·", "direct · said ·", "0.90", "Pipeline talks st…"]),
            ):
                # The scroll bar, a free cell before it, the padding and the border.
                paper.styles.width = width + 5
                await desk.pilot.pause()
                paper.show([self.HEAD])
                assert paper.plain_lines[: len(lines)] == lines


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=str)
async def test_the_detail_begins_with_speaker_and_role_wherever_the_claim_stands(
    undated_archive: Engine, size: tuple[int, int]
) -> None:
    async with running(undated_archive, "valley", size=size) as desk:
        if size == NARROW:
            await desk.press("d")
        pane = desk.browse.results.detail.text
        drawn = [pane.draw_line(y).text.strip() for y in range(pane.size.height)]
        assert drawn[:2] == ["Anna Feld", "adviser, Energy Forum"]
        assert "“Nobody has asked" in " ".join(drawn)
        pane.focus()
        await desk.press("G")
        drawn = [pane.draw_line(y).text.strip() for y in range(pane.size.height)]
        assert drawn[0] == "Anna Feld"
        assert "It ends with the hours of the ferry." in " ".join(drawn)


async def test_a_click_is_on_the_line_that_is_drawn_there(
    undated_archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    clicked: list[str] = []
    monkeypatch.setattr(
        BrowseScreen,
        "on_paper_clicked",
        lambda _, event: clicked.append(event.block.text),
        raising=False,
    )
    async with running(undated_archive, "valley", size=NARROW) as desk:
        await desk.press("d")
        pane = desk.browse.results.detail.text
        await desk.pilot.click(pane, offset=(4, 1))
        await desk.pilot.click(pane, offset=(4, pane.size.height))
        await desk.pilot.pause()
    assert clicked == ["Anna Feld", LEAFLET.paragraphs[1]]
