"""Columns aligned by topic."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.claims.view import rows_by_id
from tests.db.comparison.topical import put
from tests.tui.archives import make_archive
from tests.tui.compare.test_align_screen import alignment
from tests.tui.driving import NARROW, running
from tui.compare.by_topic import LEAST_WIDTH, fitting
from tui.compare.columns import ComparedColumn


@pytest.fixture
def coasts(tmp_path: Path) -> Engine:
    """Two articles that both speak of a tunnel and a lock, and each of something else."""
    engine = make_archive(tmp_path / "coasts.db")
    put(engine, "east.txt", {"the tunnel leaks": ("tunnel",), "pilots are rare": ("pilots",)})
    put(engine, "west.txt", {"a tunnel costs much": ("tunnel",), "fog comes early": ()})
    return engine


async def test_articles_face_each_other_by_topic(coasts: Engine) -> None:
    async with running(coasts, size=NARROW) as desk:
        await desk.press("C", *["down"] * 3, "enter")
        left, right = alignment(desk).sides
        for name in ("tunnel", "Only here"):
            assert left.plain_lines.index(name) == right.plain_lines.index(name)
        rows = [alignment(desk).current_claim]
        await desk.press("l")
        rows.append(alignment(desk).current_claim)
        assert [row.content for row in rows if row] == ["the tunnel leaks", "a tunnel costs much"]
        assert "– 1 topic shared" in desk.screen_text
        command = alignment(desk).shown_command()
        assert command is not None
        assert command[:5] == ["compare", "--by", "article", "--align", "both"]


async def test_without_room_those_with_most_claims_are_aligned(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("C", *["down"] * 4, "enter")
        assert "2 of 4 columns" in " ".join(desk.screen_text.split())
        assert [side.border_title for side in alignment(desk).sides][:1] == ["Ilya Morozov"]


def test_as_many_fit_as_there_is_room_for_those_with_most_claims(archive: Engine) -> None:
    rows = tuple(rows_by_id(archive, range(1, 9)))
    columns = [ComparedColumn(f"{n}", "", rows[:n]) for n in (1, 4, 2, 3, 5)]

    def titles(width: int) -> list[str]:
        return [column.title for column in fitting(columns, width)]

    assert titles(0) == ["4", "5"]
    assert titles(3 * LEAST_WIDTH) == ["4", "3", "5"]
    assert titles(99 * LEAST_WIDTH) == ["4", "2", "3", "5"]
