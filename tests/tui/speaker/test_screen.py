"""The speaker screen: affiliations through time, and judging who is who."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from claims.claim import ClaimType
from db.speakers.page import speaker_page
from tests.tui.archives import STORIES, Said, Story, make_archive
from tests.tui.driving import NARROW, Desk, running
from tui.article.screen import ArticleScreen
from tui.dialogs.ask import AskScreen
from tui.speaker.list import SpeakerList
from tui.speaker.screen import SpeakerScreen

RAILS = Story(
    name="rails",
    outlet="Harbour Post",
    published=date(2024, 6, 2),
    paragraphs=(
        "Rails are late again",
        "The rails are late, Morozov said. The [bold]bill[/bold] is later, I. Morozov wrote.",
    ),
    said=(
        Said("The rails are late", "said", "Morozov", "Morozov", ClaimType.INDIRECT),
        Said("The [bold]bill[/bold] is later", "wrote", "I. Morozov", "I. Morozov"),
    ),
)


@pytest.fixture
def rails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """Three articles: one person by his full name, his surname, and his initial."""
    monkeypatch.setenv("CLAIMS_USER", "ines")
    engine = make_archive(tmp_path / "rails.db", (*STORIES, RAILS))
    yield engine
    engine.dispose()


def screen_of(desk: Desk) -> SpeakerScreen:
    screen = desk.app.screen
    assert isinstance(screen, SpeakerScreen)
    return screen


def rows(desk: Desk, pane: str) -> list[str]:
    shown = screen_of(desk).query_one(f"#{pane}", SpeakerList)
    return [str(option.prompt).strip() for option in shown.options]


async def test_it_shows_two_affiliations_as_two_periods_with_their_articles(rails: Engine) -> None:
    async with running(rails, "speaker:morozov") as desk:
        await desk.press("P")
        affiliations = rows(desk, "affiliations")
    assert affiliations[0] == "2023-03-21  senior fellow, Institute for Steppe Studies"
    assert affiliations[1].startswith(
        "2023-03-21, Northern Courier, Pipeline talks stall over price: “a"
    )
    assert affiliations[2] == "2024-01-09  director, Eastern Rail Centre"


@pytest.mark.parametrize("size", [NARROW, (160, 50)])
async def test_name_affiliations_and_names_are_on_the_screen(
    rails: Engine, size: tuple[int, int]
) -> None:
    async with running(rails, "speaker:morozov", size) as desk:
        await desk.press("P")
        text = desk.screen_text
    assert "Ilya Morozov" in text
    assert "3 claims in 2 articles, 2023-03-21 – 2024-01-09" in text
    assert "May be the same" in text


async def test_enter_reads_the_article_that_states_an_affiliation(rails: Engine) -> None:
    async with running(rails, "speaker:morozov") as desk:
        await desk.press("P", "enter")
        assert isinstance(desk.app.screen, ArticleScreen)
        await desk.press("escape", "escape")
        assert desk.table.has_focus


async def test_accepting_a_suggestion_makes_them_one_in_the_table_too(rails: Engine) -> None:
    async with running(rails, "speaker:morozov") as desk:
        await desk.press("P", "tab", "a")
        assert speaker_page(rails, "ilya morozov").articles == 3
        assert "u undoes it" in desk.toasts[-1]
        await desk.press("escape")
        source = desk.table.source
        assert source is not None
        speakers = [row.names[0] for row in source.view.rows(0, source.n)]
        assert speakers.count("Ilya Morozov") == 4


async def test_undo_takes_them_apart_again_and_suggests_them_again(rails: Engine) -> None:
    async with running(rails, "speaker:morozov") as desk:
        await desk.press("P", "tab", "a", "u")
        assert desk.toasts[-1].startswith("undone: ")
        page = speaker_page(rails, "ilya morozov")
    assert page.articles == 2
    assert len(page.suggestions) == 2
    assert [act.undone for act in page.acts] == [True]


async def test_a_refused_suggestion_does_not_come_again(rails: Engine) -> None:
    async with running(rails, "speaker:morozov") as desk:
        await desk.press("P", "tab", "x", "x")
        assert "May be the same" not in desk.screen_text
    assert speaker_page(rails, "ilya morozov").suggestions == ()


async def test_rename_asks_for_a_name_and_keeps_the_old_one(rails: Engine) -> None:
    async with running(rails, "speaker:morozov") as desk:
        await desk.press("P", "r")
        assert isinstance(desk.app.screen, AskScreen)
        await desk.press("end")
        await desk.write(" [red]")
        await desk.press("enter")
        assert screen_of(desk).page is not None
        assert "Ilya Morozov [red]" in desk.screen_text
    page = speaker_page(rails, "ilya morozov")
    assert page.speaker.label == "Ilya Morozov [red]"
    assert page.acts[0].author == "ines"


async def test_merging_takes_a_name_and_splitting_takes_it_out_again(rails: Engine) -> None:
    async with running(rails, "speaker:morozov") as desk:
        await desk.press("P", "m")
        await desk.write("anna feld")
        await desk.press("enter")
        assert speaker_page(rails, "anna feld").speaker.label == "Ilya Morozov"
        await desk.press("tab")
        names = screen_of(desk).query_one("#identity", SpeakerList)
        names.highlighted = next(
            n for n, o in enumerate(names.options) if "Anna Feld" in str(o.prompt)
        )
        await desk.press("s")
    assert speaker_page(rails, "anna feld").speaker.label == "Anna Feld"


async def test_merging_with_nobody_is_told(rails: Engine) -> None:
    async with running(rails, "speaker:morozov") as desk:
        await desk.press("P", "m")
        await desk.write("nobody at all")
        await desk.press("enter")
        assert desk.toasts == ["there is no speaker called 'nobody at all'"]


async def test_an_alias_finds_the_speaker(rails: Engine) -> None:
    async with running(rails, "speaker:morozov") as desk:
        await desk.press("P", "i")
        await desk.write("The Steppe Fox")
        await desk.press("enter")
    assert speaker_page(rails, "steppe fox").speaker.label == "Ilya Morozov"


async def test_an_article_can_be_somebody_elses(rails: Engine) -> None:
    async with running(rails, "speaker:morozov") as desk:
        await desk.press("P", "s", "enter")
        assert "somebody else" in desk.toasts[-1]
    assert speaker_page(rails, "Ilya Morozov (2)").articles == 1


async def test_a_claim_without_a_speaker_has_no_speaker_to_show(rails: Engine) -> None:
    async with running(rails, "freight") as desk:
        await desk.press("P")
        assert desk.toasts == ["Nobody is named as the speaker of this claim."]
