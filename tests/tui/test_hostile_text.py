"""Text that would be markup, escape sequences or a mess of widths is shown as what it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len
from sqlalchemy import Engine

from db.facets import Facet
from tests.tui.archives import Said, Story, make_archive
from tests.tui.driving import NARROW, WIDE, Desk, running

HOSTILE = {
    "markup": "[/red] [bold]x[/] [link=a://b]y [@click=app.quit]z[/] [[ ]] \\[b",
    "escapes": "\x1b[31mred\x1b]0;title\x07 \x9b5m\x00 back\x08space",
    "direction": "\u202eolleh\u202c \u2066isolated\u2069 \u200fright",
    "wide": "北京的学者说，天然气不够。" * 4 + " 🛢️👩\u200d🔬👍🏽🇨🇳",
    "long": "w" * 10_000,
    "breaks": "one\ttwo\r\nthree\u2028four\x0bfive\u0085six",
    "marks": "Z̵̛̹a̴͓͝l̷̻͗g̸̘̈́ȯ̶̬ \ufeff\u00ad\u2060",
}


def story(text: str) -> Story:
    said = Said(
        text,
        "said",
        "Ilya Morozov",
        text[:300],
        role=text[:200],
        post=text,
        organization=text[:200],
    )
    paragraph = f"{text} said Ilya Morozov."
    return Story(
        f"odd-{hash(text)}", text[:300], date(2024, 1, 1), [f"T {text}", paragraph], [said]
    )


@pytest.fixture(params=HOSTILE, ids=str)
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    return make_archive(tmp_path / "odd.db", [story(HOSTILE[request.param]), story("tame")])


def assert_safe(desk: Desk) -> None:
    width = desk.app.size.width
    for line in desk.screen_text.splitlines():
        assert cell_len(line) <= width
        assert all(char.isprintable() or char == "\u200b" for char in line), ascii(line)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
async def test_every_screen_shows_it_safely(hostile: Engine, size: tuple[int, int]) -> None:
    async with running(hostile, size=size) as desk:
        for keys in (
            ("d",),
            ("S",),
            ("enter",),
            ("escape", "escape", "enter"),
            ("n",),
            ("escape", "space", "space", "equals_sign"),
            ("escape", "C", "enter"),
            ("escape", "C", "down", "enter"),
            ("escape", "C", "down", "down", "enter"),
            ("n", "l"),
            ("escape", "w"),
            ("escape", "t"),
            ("right", "right_square_bracket", "A"),
            ("escape", "m"),
            ("right", "m", "s", "enter"),
            ("escape", "escape", "enter", "S", "down", "enter"),
            ("escape", "escape", "c"),
            ("escape", "y", "Y"),
            ("e",),
        ):
            await desk.press(*keys)
            assert_safe(desk)


async def test_markup_in_a_message_is_only_text(
    hostile: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(hostile) as desk:
        desk.app.notify(HOSTILE["markup"], markup=False)
        await desk.press("slash")
        await desk.write("[/red]:x [bold]")
        assert_safe(desk)


async def test_a_name_that_looks_like_markup_can_be_chosen(tmp_path: Path) -> None:
    archive = make_archive(tmp_path / "odd.db", [story('[/b] "quoted\\" name')])
    async with running(archive) as desk:
        await desk.press("S", "enter")
        assert desk.table.row_count == 1
        chosen = desk.browse.side.pane(Facet.SPEAKER).list.chosen
        assert [value.key for value in chosen] == ['[/b] "quoted\\" name']
        await desk.press("slash")
        await desk.write(" speaker:quo")
        assert_safe(desk)
