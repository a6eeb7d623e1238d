"""Judging and marking while an article is read, and working the review from there."""

from __future__ import annotations

from functools import partial

import pytest
from sqlalchemy import Engine

from db.review.actions import accept
from tests.tui.article.content import article_of, line_with
from tests.tui.driving import NARROW, Desk, running
from tests.tui.reviewing import (
    COST,
    MARRIAGE,
    ROUTE,
    STORAGE,
    WAIT,
    correct_screen,
    glyphs,
    review_screen,
    row,
    states,
)
from tui.article.screen import ArticleScreen
from tui.dialogs.ask import AskScreen
from tui.review.history import HistoryScreen
from tui.review_queue.article import ReviewArticleScreen


@pytest.fixture(autouse=True)
def _anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_USER", "anna")


def here(desk: Desk) -> int:
    current = article_of(desk).current
    assert current is not None
    return current.row.id


async def test_a_verdict_is_about_the_current_claim_and_shows_at_once(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("G", "space", "g", "enter", "n", "a")
        assert states(archive)[MARRIAGE - 1 : WAIT] == ["machine", "accepted"]
        assert states(archive)[7] == "machine", "what is marked elsewhere is left alone"
        assert here(desk) == WAIT
        assert "✓ accepted" in " ".join(desk.paper("#card").split())
        assert "┃ ✓ Morozov argued" in line_with(desk, "Morozov argued")
        await desk.press("n", "x")
        assert "│ ✓ Morozov argued" in line_with(desk, "Morozov argued")
        assert "┃ ✗ “Waiting has" in line_with(desk, "Waiting has a cost")
        await desk.press("escape")
        assert glyphs(desk) == " ✓✗     "


async def test_undo_and_redo_in_the_article(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("enter", "a", "n", "x", "u")
        assert states(archive)[:2] == ["accepted", "machine"]
        assert here(desk) == WAIT
        assert "✗" not in desk.paper("#card")
        await desk.press("ctrl+r")
        assert "✗ rejected" in " ".join(desk.paper("#card").split())
        await desk.press("R")
        assert states(archive)[:2] == ["accepted", "machine"]


async def test_notes_tags_and_history_in_the_article(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("enter", "number_sign")
        assert isinstance(desk.app.screen, AskScreen)
        await desk.write("energy")
        await desk.press("enter")
        assert row(archive, MARRIAGE).tags == ("energy",)
        assert "energy" in desk.paper("#card")
        await desk.press("H")
        assert isinstance(desk.app.screen, HistoryScreen)
        await desk.press("escape")
        assert here(desk) == MARRIAGE


async def test_a_corrected_speaker_shows_in_the_text_and_among_the_speakers(
    archive: Engine,
) -> None:
    async with running(archive) as desk:
        await desk.press("enter", "n")
        assert "A Ilya Morozov" in desk.screen_text
        await desk.press("E")
        screen = correct_screen(desk)
        screen.query_one("#speaker").value = "Anna Feld"  # type: ignore[attr-defined]
        await desk.pilot.pause()
        screen.action_save()
        await desk.at_rest()
        assert row(archive, WAIT).names == ("Anna Feld",)
        voices = [(one.label, one.claims) for one in article_of(desk).speaker_list.letters.speakers]
        assert voices == [("Anna Feld", 3), ("Ilya Morozov", 1), ("Ministry of Transport", 1)]
        # Whoever was A is A still, whoever has most claims now.
        assert (
            article_of(desk)
            .speaker_list.letters.legend()
            .startswith("B Anna Feld 3 · A Ilya Morozov 1")
        )
        assert here(desk) == WAIT
        assert "✎ corrected" in " ".join(desk.paper("#card").split())


async def test_judging_keeps_to_the_speaker_that_was_chosen(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("enter", "S", "down", "down", "enter", "escape", "a", "n", "a")
        assert states(archive)[COST - 1 : STORAGE] == ["accepted", "accepted"]
        assert "claim 2 of 2 by Anna Feld" in desk.screen_text


async def test_the_article_shows_what_the_table_marked_and_the_other_way_round(
    archive: Engine,
) -> None:
    async with running(archive) as desk:
        await desk.press("j", "space", "g", "enter")
        assert "│●  Morozov argued" in line_with(desk, "Morozov argued")
        assert "claim 1 of 5 ━" in desk.screen_text
        await desk.press("space")
        assert here(desk) == WAIT, "as in the table, it goes on"
        assert "claim 2 of 5 · marked" in desk.screen_text
        assert "│●  “A pipeline" in line_with(desk, "A pipeline is a marriage")
        await desk.press("space", "p", "p", "escape")
        assert list(desk.selection) == [MARRIAGE]
        assert "1 marked" in desk.screen_text
        assert [desk.table.draw_row(n, 80).text[1] for n in range(2)] == ["●", " "]
        await desk.press("enter", "asterisk", "escape")
        assert list(desk.selection) == []


async def test_the_speakers_claims_are_marked_from_the_article(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("enter", "comma")
        assert list(desk.selection) == [MARRIAGE, WAIT, 7]
        assert desk.toasts == ["Marked 3 claims of this speaker."]
        assert "claim 1 of 5 · marked" in desk.screen_text


async def test_an_article_opened_from_a_comparison_is_judged_too(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space", "space", "equals_sign", "enter", "a", "escape", "escape")
        assert states(archive)[:2] == ["accepted", "machine"]
        assert glyphs(desk)[:2] == "✓ "


async def test_an_article_without_claims_has_nothing_to_judge(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("enter")
        article_of(desk)._claims.clear()
        await desk.press("a", "space", "comma", "i")
        assert states(archive) == ["machine"] * 8
        assert isinstance(desk.app.screen, ArticleScreen)


async def test_the_review_is_worked_from_the_article(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("r", "enter")
        assert isinstance(desk.app.screen, ReviewArticleScreen)
        assert here(desk) == 6
        assert "Review: claim 1 of 8 · 0 reviewed · 8 to go" in desk.screen_text
        await desk.press("a")
        assert here(desk) == 4, "in the other article"
        assert "Pipeline talks stall" in desk.screen_text
        assert "Review: claim 2 of 8 · 1 reviewed · 7 to go" in desk.screen_text
        await desk.press("x")
        assert here(desk) == 2
        await desk.press("u")
        assert here(desk) == 4
        await desk.press("escape")
        current = review_screen(desk).current_claim
        assert current is not None
        assert current.id == 4
        await desk.press("escape")
        assert glyphs(desk) == "     ✓  "


async def test_the_review_passes_over_claims_from_the_article(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("r", "enter", "right_square_bracket", "right_square_bracket")
        assert here(desk) == 2
        await desk.press("left_square_bracket")
        assert here(desk) == 4
        await desk.press("left_square_bracket", "left_square_bracket")
        assert here(desk) == 6
        assert desk.toasts == ["This is the first claim."]


async def test_judging_another_claim_of_the_article_stays_there(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("r", "n", "enter", "n", "a")
        assert here(desk) == ROUTE
        assert states(archive)[ROUTE - 1] == "accepted"
        assert "1 reviewed · 7 to go" in desk.screen_text
        await desk.press("p", "a")
        assert here(desk) == 2, "the review's own claim leads on"


async def test_what_others_judged_is_there_when_the_article_is_read_again(
    archive: Engine,
) -> None:
    async with running(archive) as desk:
        await desk.press("enter")
        accept(archive, [WAIT], "ben")
        await desk.press("a")
        assert "│ ✓ Morozov argued" in line_with(desk, "Morozov argued")


async def test_an_article_read_late_does_not_take_the_place_of_the_one_asked_for(
    archive: Engine,
) -> None:
    async with running(archive) as desk:
        await desk.press("enter")
        screen, late = article_of(desk), article_of(desk)._page
        assert late is not None
        other = row(archive, 8)
        screen.go_to(other.article_id, other.id)
        screen.call_later(partial(screen._was_read, late, again=True))
        await desk.at_rest()
        assert here(desk) == 8
