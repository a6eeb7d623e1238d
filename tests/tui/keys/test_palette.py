"""The command palette."""

from __future__ import annotations

from sqlalchemy import Engine
from textual.binding import Binding
from textual.command import DiscoveryHit, Hit

from tests.tui.driving import NARROW, Desk, running
from tui.article.screen import ArticleScreen
from tui.keys import keymap
from tui.keys.palette import MOVES, ActionCommands, label


async def palette(desk: Desk, query: str = "") -> list[str]:
    provider = ActionCommands(desk.app.screen)
    hits = provider.search(query) if query else provider.discover()
    return [hit.text or "" async for hit in hits if isinstance(hit, DiscoveryHit | Hit)]


async def test_the_palette_lists_every_action_of_the_main_screen(archive: Engine) -> None:
    async with running(archive) as desk:
        listed = await palette(desk)
        for bindings in (
            keymap.LIST, keymap.TABLE, keymap.BROWSE, keymap.PANE, keymap.PAPER, keymap.FILTER,
            keymap.REVIEW, keymap.SELECTION,
        ):  # fmt: skip
            for binding in bindings:
                assert isinstance(binding, Binding)
                assert label(binding) in listed


async def test_what_only_moves_about_is_listed_last(archive: Engine) -> None:
    async with running(archive) as desk:
        listed = [text.partition(":")[0] for text in await palette(desk)]
        moves = [group in MOVES for group in listed]
        assert moves == sorted(moves)
        assert listed[0] == "read"
        # What has no key is listed before what moves.
        assert listed[moves.index(True) - 1] == "view"
        assert {True, False} == {*moves}


async def test_the_palette_and_the_help_of_an_article_have_judging(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("enter")
        listed = await palette(desk)
        for bindings in (keymap.REVIEW, keymap.SELECTION, keymap.ARTICLE):
            for binding in bindings:
                assert isinstance(binding, Binding)
                assert label(binding) in listed
        await desk.press("question_mark")
        lines = desk.paper("HelpScreen Paper").splitlines()
        judging = next(n for n, line in enumerate(lines) if line.startswith("Reviewing, on"))
        assert judging < lines.index("Elsewhere")


async def test_the_palette_finds_by_what_an_action_does(archive: Engine) -> None:
    async with running(archive) as desk:
        assert "compare: Compare the marked claims" in await palette(desk, "compare marked")


async def test_the_palette_finds_an_action_by_its_name_in_the_footer(archive: Engine) -> None:
    async with running(archive) as desk:
        assert "read: Stories: Articles that are copies of one text" in await palette(
            desk, "stories"
        )
        assert "read: Read the article" in await palette(desk)


async def test_a_command_of_the_palette_runs(archive: Engine) -> None:
    async with running(archive) as desk:
        # The palette moves as long as it looks: it is not waited for until it rests.
        desk.send("ctrl+p", *"read the article")
        await desk.until(lambda: "read: Read the article" in desk.screen_text)
        desk.send("enter")
        await desk.until(lambda: isinstance(desk.app.screen, ArticleScreen))


async def test_an_action_takes_one_line_with_its_keys(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        # As above: after each of these keys it would be waited for until it rests.
        desk.send("ctrl+p", *"export")

        def lines() -> list[str]:
            return [line.strip() for line in desk.screen_text.splitlines()]

        await desk.until(lambda: "export: Export  e" in lines())
        assert not any(line.startswith("key: ") for line in lines())
