"""Text that would be markup, escape sequences or a mess of widths is shown as what it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len
from sqlalchemy import Engine
from textual.widgets import OptionList
from textual.widgets._toast import Toast

from db.analysis.facets.facets import Facet
from db.comparison.rebuild import rebuild
from db.query.model import ClaimQuery
from tests.tui.archives import MadeArticle, MadeClaim, make_archive
from tests.tui.driving import NARROW, WIDE, Desk, running
from tui.dialogs.problem import ProblemScreen
from tui.session.session import Session
from tui.session.state import ScreenState
from tui.session.themes import THEMES

HOSTILE = {
    "markup": "[/red] [bold]x[/] [link=a://b]y [@click=app.quit]z[/] [[ ]] \\[b",
    "escapes": "\x1b[31mred\x1b]0;title\x07 \x9b5m\x00 back\x08space",
    "direction": "\u202eolleh\u202c \u2066isolated\u2069 \u200fright",
    "wide": "北京的学者说，天然气不够。" * 4 + " 🛢️👩\u200d🔬👍🏽🇨🇳",
    "long": "w" * 10_000,
    "breaks": "one\ttwo\r\nthree\u2028four\x0bfive\u0085six",
    "marks": "Z̵̛̹a̴͓͝l̷̻͗g̸̘̈́ȯ̶̬ \ufeff\u00ad\u2060",
}


def story(text: str) -> MadeArticle:
    said = MadeClaim(
        text,
        "said",
        "Ilya Morozov",
        text[:300],
        role=text[:200],
        affiliation=text,
        organization=text[:200],
    )
    paragraph = f"{text} said Ilya Morozov."
    return MadeArticle(
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


PRESSED = {
    "table": (),
    "detail": ("d",),
    "facets": ("S",),
    "months": ("M",),
    "narrowing": ("S", "slash", "o"),
    "filter": ("slash",),
    "chosen": ("S", "enter"),
    "found": ("F", "w"),
    "columns": ("o",),
    "views": ("v",),
    "sort": ("s",),
    "article": ("enter",),
    "next claim": ("enter", "n"),
    "which claims": ("G", "space", "slash", *"limit", "colon", "1", "enter", "a"),
    "judged article": ("enter", "a", "space"),
    "article in the review": ("r", "enter", "right_square_bracket"),
    "cast": ("enter", "S", "down", "enter"),
    "why": ("w",),
    "whole claim": ("V",),
    "speaker": ("P",),
    "inbox": ("Q", "j", "enter"),
    "sources": ("I", "j", "V", "o"),
    "outlets": ("I", "j", "V", "m"),
    "timeline": ("t", "right", "right_square_bracket", "A"),
    "matrix": ("m",),
    "matrix by month": ("m", "m", "s"),
    "behind a cell": ("m", "right", "enter"),
    "threads": ("W", "z"),
    "threads narrowed": ("W", "z", "slash", *"limit", "enter", "tab"),
    "thread": ("tilde", "z"),
    "quotations": ("X", "z", "down", "enter"),
    "relations": ("ampersand", "z"),
    "suggested relations": ("percent_sign", "z", "down"),
    "stories": ("K", "z", "tab", "j"),
    "stories narrowed": ("K", "z", "slash", *"limit", "enter"),
    "speakers against threads": ("m", *["m"] * 3),
    "speakers aligned by topic": ("C", *["down"] * 4, "enter", "n", "l"),
    "claims side by side": ("space", "space", "equals_sign"),
    "articles side by side": ("C", "enter"),
    "speakers side by side": ("C", "down", "enter"),
    "articles aligned": ("C", "down", "down", "enter", "n", "l"),
    "article of a comparison": ("C", "enter", "enter"),
    "note": ("i",),
    "tag": ("number_sign",),
    "correcting": ("E",),
    "review": ("r", "n"),
    "accepted": ("a",),
    "history": ("H",),
    "copied": ("y", "Y", "c"),
    "export": ("e",),
    "columns of a file": ("e", *["tab"] * 4, "enter", "s"),
    "help": ("question_mark",),
    "palette": ("ctrl+p",),
    "jump": ("J",),
    "jump in an article": ("enter", "J"),
}
"""Every screen by the keys that lead to it."""


async def go(desk: Desk, keys: Sequence[str]) -> None:
    """Press the keys that lead to a screen."""
    if keys == PRESSED["palette"]:
        # It moves as long as it looks: it is not waited for until it rests.
        desk.send(*keys)
        await desk.until(lambda: desk.app.screen.query_one(OptionList).option_count > 0)
    else:
        await desk.press(*keys)


async def back(desk: Desk) -> None:
    """Return to the main screen, from wherever keys led."""
    for _ in range(10):
        if len(desk.app.screen_stack) == 1:
            return
        await desk.pilot.press("escape")
    raise AssertionError(f"escape does not leave:\n{desk.screen_text}")


@pytest.fixture
def all_hostile(tmp_path: Path) -> Engine:
    """An article for each hostile text, and a tame one."""
    engine = make_archive(
        tmp_path / "all.db", [story(text) for text in (*HOSTILE.values(), "tame")]
    )
    rebuild(engine)
    return engine


async def assert_safe_at_both_sizes(desk: Desk) -> None:
    """As it is, and after a resize, which stays: screens are opened at either size in turn."""
    assert_safe(desk)
    await desk.pilot.resize_terminal(*(WIDE if desk.app.size == NARROW else NARROW))
    assert_safe(desk)


async def test_every_screen_shows_it_safely(all_hostile: Engine) -> None:
    async with running(all_hostile, size=NARROW) as desk:
        for keys in PRESSED.values():
            await go(desk, keys)
            await assert_safe_at_both_sizes(desk)
            await back(desk)
            desk.browse.filter_by(ClaimQuery())
            desk.table.focus()
            await desk.at_rest()
        for _ in range(desk.table.row_count):
            await desk.press("j", "enter")
            await assert_safe_at_both_sizes(desk)
            await desk.pilot.press("escape")
        assert desk.table.cursor == len(HOSTILE)


async def test_in_every_theme(all_hostile: Engine) -> None:
    async with running(all_hostile, size=WIDE) as desk:
        for theme in THEMES:
            desk.app.theme = theme.name
            await desk.press("enter")
            assert_safe(desk)
            await desk.press("escape")


async def test_a_message_shows_it_safely(archive: Engine) -> None:
    async with running(archive, toasts=True, size=WIDE) as desk:
        for text in HOSTILE.values():
            for told in (text, text[:20]):
                desk.app.notify(told, severity="error", markup=False)
                await desk.pilot.pause(0.1)
                await desk.at_rest()
                # What does not fit on one line is told in a dialog.
                screen = desk.app.screen
                assert isinstance(screen, ProblemScreen) or screen.query(Toast)
                assert_safe(desk)
                await back(desk)
                desk.app.clear_notifications()


async def test_a_filter_line_that_was_kept_shows_it_safely(archive: Engine) -> None:
    for text in HOSTILE.values():
        async with running(
            archive, None, session=Session(screen=ScreenState(text)), size=WIDE
        ) as desk:
            assert_safe(desk)


async def test_markup_in_a_message_is_only_text(
    hostile: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(hostile, "", size=WIDE) as desk:
        desk.app.notify(HOSTILE["markup"], markup=False)
        await desk.press("slash")
        await desk.write("[/red]:x [bold]")
        assert_safe(desk)


async def test_a_name_that_looks_like_markup_can_be_chosen(tmp_path: Path) -> None:
    archive = make_archive(tmp_path / "odd.db", [story('[/b] "quoted\\" name')])
    async with running(archive, "", size=WIDE) as desk:
        await desk.press("S", "enter")
        assert desk.table.row_count == 1
        chosen = desk.browse.side.pane(Facet.SPEAKER).list.chosen
        assert [value.label for value in chosen] == ['[/b] "quoted\\" name']
        await desk.press("slash")
        await desk.write(" speaker:quo")
        assert_safe(desk)
