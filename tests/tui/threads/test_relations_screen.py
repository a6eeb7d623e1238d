"""What other claims are to one, judged on the screen."""

from __future__ import annotations

from sqlalchemy import Engine

from claims.relation import RelationState
from db.analysis.relations import list_relations
from db.query.line import parse_filter
from tests.db.comparison.related import SAID
from tests.tui.driving import NARROW, WIDE, Desk, running
from tui.article.screen import ArticleScreen
from tui.threads.relations_screen import RelationsScreen

FLOODED = '"flooded 40"'


def relations(desk: Desk) -> RelationsScreen:
    screen = desk.app.screen
    assert isinstance(screen, RelationsScreen)
    return screen


def others(desk: Desk) -> list[str]:
    """What the related claims say."""
    return [entry.row.content for entry in relations(desk).claims.entries if entry.row is not None]


def states(engine: Engine) -> list[RelationState]:
    found = list_relations(engine, parse_filter(FLOODED), (), tuple(RelationState))
    return sorted(one.state for one in found)


async def test_others_stand_below_the_claim_each_with_what_it_is_to_it(related: Engine) -> None:
    async with running(related, FLOODED, size=NARROW) as desk:
        await desk.press("ampersand")
        assert sorted(others(desk)) == sorted([SAID[2][1], SAID[3][1]])
        text = desk.paper("#relations")
        assert SAID[1][1] in " ".join(text.split())
        assert "denied by · suggested" in text
        assert "updated by · suggested" in text
        assert "by the words" in text
        assert "2 relations" in desk.screen_text
        command = relations(desk).shown_command()
        assert command is not None
        assert command[:2] == ["relations", "--of"]


async def test_what_is_right_is_confirmed_and_what_is_wrong_goes_until_that_is_undone(
    related: Engine,
) -> None:
    async with running(related, FLOODED) as desk:
        await desk.press("ampersand", "a")
        first = others(desk)[0]
        assert states(related) == [RelationState.CONFIRMED, RelationState.SUGGESTED]
        assert "confirmed" in desk.paper("#relations")
        await desk.press("down", "x")
        assert others(desk) == [first]
        assert states(related) == [RelationState.CONFIRMED, RelationState.DISMISSED]
        await desk.press("z")
        assert len(others(desk)) == 2
        await desk.press("u", "u")
        assert states(related) == [RelationState.SUGGESTED, RelationState.SUGGESTED]
        await desk.press("u")
        assert desk.toasts[-1] == "Nothing was judged here."


async def test_the_table_tells_what_was_judged_and_a_related_claim_is_read_in_its_article(
    related: Engine,
) -> None:
    async with running(related, FLOODED, size=WIDE) as desk:
        assert "denied by" in desk.screen_text
        await desk.press("ampersand", "x", "x", "escape")
        assert "denied by" not in desk.screen_text
        await desk.press("ampersand")
        assert "No relations are known" in desk.screen_text
        await desk.press("a")
        assert desk.toasts[-1] == "There is nothing to judge here."
        await desk.press("z", "enter")
        assert isinstance(desk.app.screen, ArticleScreen)


async def test_the_relations_of_a_related_claim_open_above(related: Engine) -> None:
    async with running(related, FLOODED) as desk:
        await desk.press("ampersand", "ampersand")
        assert SAID[1][1] in others(desk)
        await desk.press("escape", "escape")
        assert len(desk.app.screen_stack) == 1
