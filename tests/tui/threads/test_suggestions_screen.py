"""All suggested relations, judged one after the other."""

from __future__ import annotations

from sqlalchemy import Engine

from claims.relation import Relation, RelationState
from db.analysis.relations import list_relations
from db.query.line import parse_filter
from tests.db.comparison.related import SAID, in_words
from tests.tui.driving import NARROW, Desk, running
from tui.article.screen import ArticleScreen
from tui.threads.suggestions_screen import SuggestionsScreen


def pairs(desk: Desk) -> list[tuple[str, str]]:
    """What the claims of each relation say, that which has it first."""
    rows = [entry.row for entry in suggestions(desk).claims.entries]
    said = [row.content for row in rows if row is not None]
    return list(zip(said[::2], said[1::2], strict=True))


def suggestions(desk: Desk) -> SuggestionsScreen:
    screen = desk.app.screen
    assert isinstance(screen, SuggestionsScreen)
    return screen


async def test_all_are_gone_through_without_going_back_to_a_claim(related: Engine) -> None:
    async with running(related, size=NARROW) as desk:
        await desk.press("percent_sign")
        assert "3 suggestions" in desk.screen_text
        before = pairs(desk)
        assert sorted(before) == sorted(
            [(SAID[2][1], SAID[1][1]), (SAID[2][1], SAID[3][1]), (SAID[3][1], SAID[1][1])]
        )
        # From the second claim of the second pair, of which either is judged by.
        await desk.press("down", "down", "down", "x")
        assert pairs(desk) == [before[0], before[2]]
        current = suggestions(desk).current_claim
        assert current is not None
        assert current.content == before[2][0]
        await desk.press("a", "a")
        assert pairs(desk) == []
        assert "No suggestion is left here" in desk.screen_text
        await desk.press("a")
        assert desk.toasts[-1] == "There is nothing to judge here."
        assert len(in_words(related, RelationState.CONFIRMED)) == 2
        assert len(in_words(related, RelationState.DISMISSED)) == 1
        await desk.press("z")
        assert len(pairs(desk)) == 3
        await desk.press("z", "u")
        assert len(pairs(desk)) == 1


async def test_one_kind_may_be_chosen_and_the_command_gives_what_is_seen(related: Engine) -> None:
    async with running(related) as desk:
        await desk.press("percent_sign", "slash", "end", "enter")
        assert pairs(desk) == [(SAID[3][1], SAID[1][1])]
        assert "1 suggestion “updates”" in desk.screen_text
        assert suggestions(desk).shown_command() == [
            *("relations", "--relation", "updates", "--state", "suggested")
        ]
        await desk.press("enter")
        assert isinstance(desk.app.screen, ArticleScreen)


async def test_they_are_of_what_the_filter_shows_and_the_table_follows(related: Engine) -> None:
    async with running(related, "speaker:novak") as desk:
        await desk.press("percent_sign")
        assert pairs(desk) == []
    async with running(related, '"flooded 52"') as desk:
        await desk.press("percent_sign", "x", "x", "escape")
        assert list_relations(related, parse_filter('"flooded 52"'), (Relation.UPDATES,)) == []
        assert len(desk.app.screen_stack) == 1
