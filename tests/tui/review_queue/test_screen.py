"""The review: the most doubtful first, a verdict leads on, progress is shown."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.query.line import parse_filter
from db.review.actions import accept
from tests.tui.driving import NARROW, Desk, running
from tests.tui.reviewing import glyphs, review_screen, row, states
from tui.review_queue import screen as review
from tui.review_queue.screen import in_words, to_review

BY_DOUBT = [6, 4, 2, 8, 5, 1, 3, 7]
"""Numbers of the claims, the least confident first."""


@pytest.fixture(autouse=True)
def _anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_USER", "anna")


def here(desk: Desk) -> int:
    current = review_screen(desk).current_claim
    assert current is not None
    return current.id


async def test_the_most_doubtful_comes_first_and_a_verdict_leads_on(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("r")
        assert here(desk) == 6
        assert "claim 1 of 8 · 0 reviewed · 8 to go" in desk.screen_text
        assert "Freight through the crossing doubled" in desk.paper("#paragraph")
        await desk.press("a")
        assert here(desk) == 4
        await desk.press("x")
        assert here(desk) == 2
        assert "claim 3 of 8 · 2 reviewed · 6 to go" in desk.screen_text
        assert row(archive, 6).review == "accepted"
        assert row(archive, 4).review == "rejected"


async def test_the_evidence_stands_below_the_claim_on_a_narrow_screen(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("r")
        assert "Freight through the crossing" in desk.screen_text
        assert "article    A border town waits for trains" in desk.screen_text


async def test_the_table_shows_what_was_judged_in_the_review(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "r", "a", "x", "escape")
        assert glyphs(desk) == "   ✗ ✓  "
        assert desk.table.cursor == 1


async def test_claims_are_passed_over_and_come_back(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("r", "n", "n", "p")
        assert here(desk) == 4
        await desk.press("p", "p")
        assert here(desk) == 6
        assert desk.toasts == ["This is the first claim."]


async def test_undo_goes_back_to_the_claim(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("r", "a", "a", "u")
        assert here(desk) == 4
        assert "1 reviewed · 7 to go" in desk.screen_text
        await desk.press("u")
        assert here(desk) == 6
        assert states(archive) == ["machine"] * 8
        await desk.press("ctrl+r")
        assert row(archive, 6).review == "accepted"
        assert "1 reviewed" in desk.screen_text


async def test_it_ends_with_the_last_claim(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("r", *"aaaaaaaa")
        assert states(archive) == ["accepted"] * 8
        assert "8 reviewed · 0 to go" in desk.screen_text
        assert any("last claim" in told or "All are reviewed" in told for told in desk.toasts)
        await desk.press("escape", "r")
        assert "Nothing is left to review here." in desk.paper("#paragraph")
        await desk.press("a", "escape")
        assert desk.table.has_focus


async def test_more_are_taken_in_when_these_are_judged(
    archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "BATCH", 3)
    async with running(archive) as desk:
        await desk.press("r")
        seen = []
        for key in "anaxanaa":
            seen.append(here(desk))
            await desk.press(key)
        assert seen == BY_DOUBT
        assert sorted(row(archive, n).review for n in BY_DOUBT).count("machine") == 2


async def test_it_reviews_what_the_filter_leaves(archive: Engine) -> None:
    accept(archive, [4], "ben")
    async with running(archive, "speaker:feld") as desk:
        await desk.press("r")
        assert here(desk) == 3
        assert "claim 1 of 1" in desk.screen_text


async def test_it_reviews_marked_claims(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space", "j", "space", "r")
        assert "Review: marked claims" in desk.screen_text
        assert [one.id for one in review_screen(desk)._rows] == [1, 3]
        await desk.press("a")
        assert states(archive)[:3] == ["accepted", "machine", "machine"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "Review, the most doubtful first"),
        ("include:all", "Review, the most doubtful first"),
        ("type:direct sort:-published", "Review: direct claims, the most doubtful first"),
        ("review:accepted", "Review: claims that are accepted, the most doubtful first"),
    ],
)
def test_what_is_reviewed_is_told_in_few_words(line: str, told: str) -> None:
    assert in_words(to_review(parse_filter(line))) == told


async def test_at_80_columns_the_title_is_whole(archive: Engine) -> None:
    async with running(archive, "", size=NARROW) as desk:
        await desk.press("r")
        assert desk.screen_text.lstrip().startswith("Review, the most doubtful first  ")
