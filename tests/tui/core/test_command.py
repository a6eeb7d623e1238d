"""The command that shows the same as a screen."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine, make_url

from db.claims.view import open_view, rows_by_id
from db.query.line import parse_filter
from db.query.model import FIELDS, NEWEST_FIRST
from db.review.actions import accept, note, reject, tag
from tests.tui.driving import OLDEST, Desk, running
from tui.article.screen import ArticleScreen
from tui.cli.main import cli
from tui.compare.matrix import MatrixScreen
from tui.compare.timeline import TimelineScreen
from tui.core import copying
from tui.core.command import command_of
from tui.review_queue.screen import ReviewScreen
from tui.text.command_line import filter_options


@pytest.fixture(autouse=True)
def _no_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "copy_with_tool", lambda _text: None)


LINES = {
    "speakers": 'speaker:"Ilya Morozov" speaker:feld',
    "organizations": "org:steppe",
    "ever": "ever:eastern",
    "articles": "article:border",
    "stories": "story:pipeline",
    "copy": "not:copy",
    "outlets": 'outlet:"=Harbour Post"',
    "types": "type:indirect",
    "cue": "cue:insist",
    "cue_classes": "class:opinion class:belief",
    "negated": "not:negated",
    "hedged": "not:hedged",
    "prediction": "is:prediction",
    "kinds": "kind:group kind:organization",
    "reviews": "review:accepted review:rejected",
    "include_rejected": "include:rejected",
    "everything": "include:all",
    "include": "include:low include:no-speaker",
    "tags": "tag:to-check",
    "note": "note:hay",
    "since": "since:2023-06",
    "until": "until:2023-06-30",
    "months": "month:2023-03",
    "stored": "stored:2001-01-31T10:15",
    "topics": "topic:pipeline",
    "threads": "",
    "text": '"in a hurry" -marriage',
    "min_confidence": "min-confidence:0.75",
    "min_statement": "min-statement:0.5",
    "min_speaker_confidence": "min-speaker-confidence:0.1",
    "sort": "sort:-confidence",
    "limit": "limit:2",
}


def ids_by_command(line: str) -> list[str]:
    """The claims that a copied command lists."""
    command, *words = shlex.split(line)
    assert command == "claims"
    if "--columns" not in words:
        words += ["--columns", "claim_id"]
    done = CliRunner().invoke(cli, [*words, "--format", "json"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return [str(row["claim_id"]) for row in json.loads(done.stdout)]


def ids_in_view(desk: Desk) -> list[str]:
    source = desk.table.source
    return [] if source is None else [row.claim_id for row in source.view.rows(0, source.n)]


@pytest.mark.parametrize("name", [field.name for field in FIELDS])
def test_a_command_lists_the_claims_of_every_filter(archive: Engine, name: str) -> None:
    first, second, third = open_view(archive, parse_filter("")).ids[:3]
    accept(archive, [first], "ines")
    reject(archive, [second], "ines")
    tag(archive, [third], ["to-check"], "ines")
    note(archive, [third], "ask about the hay", "ines")
    query = parse_filter(LINES[name], NEWEST_FIRST)
    view = open_view(archive, query)
    shown = [row.claim_id for row in view.rows(0, len(view))]
    assert shown
    assert ids_by_command(command_of(archive.url, ["list", *filter_options(query)])) == shown


async def test_a_colon_copies_the_command_of_the_view(archive: Engine) -> None:
    async with running(archive, 'speaker:"Ilya Morozov" type:direct sort:outlet') as desk:
        await desk.press("colon")
        line = desk.app.clipboard
        assert line.startswith(
            "claims list --speaker 'Ilya Morozov' --type direct --sort outlet --db "
        )
        assert desk.toasts == ["Command copied (via terminal)."]
        assert "".join(desk.paper("Message").split()) == "".join(line.split())
        assert ids_by_command(line) == ids_in_view(desk) != []


async def test_columns_that_somebody_chose_are_named(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("right_square_bracket", "minus", "colon")
        columns = "speaker,role,organization,outlet,type,cue_class,content,confidence"
        assert f"--columns {columns} " in desk.app.clipboard


async def test_marked_claims_alone_have_no_command(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space", "quotation_mark", "colon")
        assert desk.app.clipboard == ""
        assert desk.toasts == ["No command gives just what is seen here."]


async def test_the_matrix_has_a_command(archive: Engine) -> None:
    async with running(archive, f"{OLDEST} type:direct") as desk:
        await desk.press("m", "m")
        screen = desk.app.screen
        assert isinstance(screen, MatrixScreen)
        assert screen.grid.matrix is not None
        columns = len(screen.grid.matrix.columns)
        await desk.press("colon")
        words = shlex.split(desk.app.clipboard)
        assert words[1:8] == ["matrix", "--of", "speaker", "--by", "month", "--type", "direct"]
        found = json.loads(CliRunner().invoke(cli, [*words[1:], "--format", "json"]).stdout)
        assert len(found["columns"]) == columns


def found_by(line: str) -> Any:
    """What a copied command gives as JSON."""
    words = shlex.split(line)[1:]
    done = CliRunner().invoke(cli, [*words, "--format", "json"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


async def test_a_timeline_has_a_command(archive: Engine) -> None:
    async with running(archive, f"{OLDEST} type:direct") as desk:
        await desk.press("t", "colon")
        found = found_by(desk.app.clipboard)
        screen = desk.app.screen_stack[1]
        assert isinstance(screen, TimelineScreen)
        assert screen.timeline is not None
        assert found["speaker_id"] == screen.timeline.speaker.speaker.id
        assert found["claims"] == len(screen.timeline.ids) == 2


@pytest.mark.parametrize("hidden", [False, True])
async def test_an_article_has_a_command(archive: Engine, hidden: bool) -> None:
    reject(archive, open_view(archive, parse_filter("storage")).ids[:1], "ines")
    async with running(archive, OLDEST) as desk:
        await desk.press("enter", *["z"] * hidden, "colon")
        screen = desk.app.screen_stack[1]
        assert isinstance(screen, ArticleScreen)
        assert len(screen.claims_here()) == 4 + hidden
        listed = ids_by_command(desk.app.clipboard)
        assert listed == [row.claim_id for row in rows_by_id(archive, screen.claims_here())]


async def test_a_review_has_a_command(archive: Engine) -> None:
    async with running(archive, f"{OLDEST} type:direct") as desk:
        await desk.press("r", "colon")
        screen = desk.app.screen_stack[1]
        assert isinstance(screen, ReviewScreen)
        first = ids_by_command(desk.app.clipboard)
        assert screen.current_claim is not None
        assert first[0] == screen.current_claim.claim_id
        assert len(first) == 3


async def test_a_comparison_has_a_command_where_all_claims_are_compared(archive: Engine) -> None:
    async with running(archive, f"{OLDEST} speaker:morozov") as desk:
        await desk.press("C", "enter", "colon")
        found = found_by(desk.app.clipboard)
        assert (found["by"], len(found["columns"])) == ("article", 2)
        await desk.press("escape", "escape", "space", "G", "space", "C", "enter", "colon")
        assert desk.toasts[-1] == "No command gives just what is seen here."


async def test_a_speaker_the_inbox_and_the_sources_have_commands(archive: Engine) -> None:
    async with running(archive, OLDEST) as desk:
        await desk.press("P", "colon")
        assert found_by(desk.app.clipboard)["speaker"] == "Ilya Morozov"
        await desk.press("escape", "escape", "Q", "colon")
        assert found_by(desk.app.clipboard) == []
        await desk.press("escape", "escape", "I", "colon")
        assert len(found_by(desk.app.clipboard)) == 2
        await desk.press("escape", "slash", *"border", "enter", "colon")
        assert desk.toasts[-1] == "No command gives just what is seen here."


def test_the_database_is_named_where_another_would_be_opened(
    archive: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMS_DB", str(tmp_path / "another.db"))
    path = str(tmp_path / "claims.db")
    assert command_of(archive.url, ["list"]) == f"claims list --db {path}"
    monkeypatch.setenv("CLAIMS_DB", path)
    assert command_of(archive.url, ["list"]) == "claims list"


def test_no_password_is_told() -> None:
    url = make_url("postgresql+psycopg://desk:secret@news.example/claims")
    assert command_of(url, ["list"]).endswith("//desk@news.example/claims")
