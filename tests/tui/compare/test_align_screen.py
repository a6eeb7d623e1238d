"""Two articles, aligned on the people they both quote."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from claims.aside import BITS, Aside
from db.connection.engine import writing
from db.schema import core as schema
from tests.tui.archives import MadeArticle, MadeClaim, make_archive
from tests.tui.driving import NARROW, WIDE, Desk, running
from tui.article.screen import ArticleScreen
from tui.compare.align_screen import AlignScreen

LONG = "“The tracks, the bridges, the depots and every last signal must be paid for twice over,”"


def story(name: str, day: int, *said: tuple[str, str]) -> MadeArticle:
    """An article in which each of these is said by somebody."""
    return MadeArticle(
        name,
        "Courier",
        date(2024, 1, day),
        [f"Story {name}", *(f"{words} said {who}." for words, who in said)],
        [MadeClaim(words, "said", who, who) for words, who in said],
    )


@pytest.fixture
def pair(tmp_path: Path) -> Engine:
    """Two articles that both quote Ann Lee and Bo Ray, unequally."""
    return make_archive(
        tmp_path / "pair.db",
        [
            story(
                "one",
                1,
                (LONG, "Ann Lee"),
                ("“Twice,”", "Ann Lee"),
                ("“No,”", "Bo Ray"),
                ("“Hm,”", "Cy Orr"),
            ),
            story("two", 2, ("“Yes,”", "Bo Ray"), ("“Once,”", "Ann Lee"), ("“Ah,”", "Di Poe")),
        ],
    )


def alignment(desk: Desk) -> AlignScreen:
    screen = desk.app.screen
    assert isinstance(screen, AlignScreen)
    return screen


async def open_alignment(desk: Desk) -> None:
    await desk.press("C", "down", "down", "enter")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
async def test_speakers_of_both_begin_on_the_same_line(pair: Engine, size: tuple[int, int]) -> None:
    async with running(pair, size=size) as desk:
        await open_alignment(desk)
        left, right = alignment(desk).sides
        for name in ("Ann Lee", "Bo Ray", "Quoted only here"):
            assert left.plain_lines.index(name) == right.plain_lines.index(name)
        assert "Cy Orr 1" in left.plain_lines
        assert "Di Poe 1" in right.plain_lines
        assert "aligned on the 2 speakers they share" in desk.screen_text


async def test_they_stay_aligned_when_the_terminal_is_resized(pair: Engine) -> None:
    async with running(pair) as desk:
        await open_alignment(desk)
        await desk.pilot.resize_terminal(60, 24)
        await desk.at_rest()
        left, right = alignment(desk).sides
        assert left.plain_lines.index("Bo Ray") == right.plain_lines.index("Bo Ray")


async def test_n_and_p_go_from_speaker_to_speaker_on_both_sides(pair: Engine) -> None:
    async with running(pair) as desk:
        await open_alignment(desk)
        left, right = alignment(desk).sides
        await desk.press("n")
        assert [side.row.content for side in (left, right) if side.row] == ["“No,”", "“Yes,”"]
        await desk.press("n")
        assert desk.toasts == ["This is the last of them."]
        await desk.press("p")
        assert [side.row.content for side in (left, right) if side.row] == [LONG, "“Once,”"]


async def test_the_other_side_is_entered_at_the_same_speaker_and_read(pair: Engine) -> None:
    async with running(pair) as desk:
        await open_alignment(desk)
        await desk.press("j", "j", "l")
        here = alignment(desk).current_claim
        assert here is not None
        assert here.content == "“Yes,”"
        await desk.press("enter")
        screen = desk.app.screen
        assert isinstance(screen, ArticleScreen)
        assert screen.current_claim is not None
        assert screen.current_claim.content == "“Yes,”"
        await desk.press("escape", "h", "escape")
        assert desk.table.has_focus


async def test_both_sides_scroll_together(tmp_path: Path) -> None:
    people = [f"Speaker {n:02}" for n in range(30)]
    stories = [
        story(name, day, *((f"“Point {n} of {name},”", who) for n, who in enumerate(people)))
        for day, name in ((1, "one"), (2, "two"))
    ]
    async with running(make_archive(tmp_path / "long.db", stories), size=NARROW) as desk:
        await open_alignment(desk)
        left, right = alignment(desk).sides
        await desk.press(*["n"] * 20)
        assert left.scroll_offset.y == right.scroll_offset.y > 0
        await desk.press("l", *["j"] * 5)
        assert left.scroll_offset.y == right.scroll_offset.y


async def test_what_the_table_hides_is_hidden_here_too(tmp_path: Path) -> None:
    words = {
        name: MadeClaim(f"“Sure of {name},”", "said", "Ann Lee", "Ann Lee") for name in ("a", "b")
    }
    doubtful = MadeClaim("“Perhaps,”", "said", "Ann Lee", "Ann Lee")
    engine = make_archive(
        tmp_path / "doubtful.db",
        [
            MadeArticle(
                name, "Courier", date(2024, 1, 1), [name, f"{words[name].content} {also}"], said
            )
            for name, also, said in (
                ("a", "said Ann Lee. “Perhaps,” said Ann Lee.", [words["a"], doubtful]),
                ("b", "said Ann Lee.", [words["b"]]),
            )
        ],
    )
    with writing(engine) as connection:
        low = update(schema.Claim).where(schema.Claim.content == "“Perhaps,”")
        connection.execute(low.values(aside=BITS[Aside.LOW]))
    async with running(engine) as desk:
        for keys in ([], ["escape", "space", "j", "space"]):
            await desk.press(*keys)
            await open_alignment(desk)
            assert "“Sure of a,”" in desk.screen_text
            assert "“Perhaps,”" not in desk.screen_text
        await desk.press("escape", "z")
        await open_alignment(desk)
        assert "“Perhaps,”" in desk.screen_text
