"""Who is quoted in an article: letters, the legend, and walking one speaker's claims."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from db.claims.article_page import ArticlePage, read_page
from db.claims.view import open_view
from db.query.model import ClaimQuery
from tests.tui.archives import MadeArticle, MadeClaim, make_archive
from tests.tui.article.content import line_with
from tests.tui.driving import running
from tui.core.speaker_letters import letters_of


def page_of(engine: Engine, number: int = 0) -> ArticlePage:
    row = open_view(engine, ClaimQuery()).row(number)
    assert row is not None
    return read_page(engine, row.article_id)


def test_speakers_are_lettered_by_their_number_of_claims(archive: Engine) -> None:
    letters = letters_of(page_of(archive))
    assert letters.legend() == "A Ilya Morozov 2 · B Anna Feld 2 · C Ministry of Transport 1"


def test_nobody_named_comes_last_and_has_no_letter(archive: Engine) -> None:
    letters = letters_of(page_of(archive, 5))
    assert letters.legend() == "A Ilya Morozov 1 · B officials 1 · – nobody named 1"


def test_more_speakers_than_letters_are_still_told_apart_from_none(tmp_path: Path) -> None:
    names = [f"Speaker {n:02}" for n in range(60)]
    said = [MadeClaim(f"“Point {n},”", "said", name, name) for n, name in enumerate(names)]
    text = [f"“Point {n},” said {name}." for n, name in enumerate(names)]
    archive = make_archive(
        tmp_path / "many.db",
        [MadeArticle("many", "Courier", date(2024, 1, 1), ["Many", *text], said)],
    )
    letters = [one.letter for one in letters_of(page_of(archive)).speakers]
    assert letters[0] == "A"
    assert letters[52:] == ["*"] * 8
    assert len(set(letters)) == 53


async def test_each_claim_has_its_speakers_letter_at_the_left(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("enter")
        assert " A┃   “A pipeline is a marriage" in line_with(desk, "A pipeline is a marriage")
        assert " B│   “Waiting has a cost" in line_with(desk, "Waiting has a cost")
        assert " C│   According to the Ministry" in line_with(desk, "According to the Ministry")


async def test_a_line_with_claims_of_several_speakers_has_their_letters_in_order(
    tmp_path: Path,
) -> None:
    text = "“Up,” said Ann Lee. “Down,” said Bo Ray. “Both,” said Cy Orr."
    said = [
        MadeClaim("“Up,”", "said", "Ann Lee", "Ann Lee"),
        MadeClaim("“Down,”", "said", "Bo Ray", "Bo Ray"),
    ]
    three = [*said, MadeClaim("“Both,”", "said", "Cy Orr", "Cy Orr")]
    stories = [
        MadeArticle("two", "Courier", date(2024, 1, 1), ["Two", text], said),
        MadeArticle("three", "Courier", date(2024, 1, 2), ["Three", text], three),
    ]
    async with running(make_archive(tmp_path / "line.db", stories)) as desk:
        await desk.press("enter")
        assert "AB┃   “Up,”" in line_with(desk, "“Up,” said")
        await desk.press("escape", "G", "enter")
        assert "A+┃   “Up,”" in line_with(desk, "“Up,” said")
