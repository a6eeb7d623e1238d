"""Verifying an archive finds what is wrong with it, and nothing where nothing is."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text

from db.connection.engine import writing
from db.integrity import verify
from tests.db.archives import Desk
from tests.db.stories import FERRY, HARBOUR, ferry_claims, harbour_claims


@pytest.fixture
def shelf(desk: Desk) -> Desk:
    desk.prepare(HARBOUR, *harbour_claims())
    desk.prepare(FERRY, *ferry_claims())
    desk.write("1.txt", HARBOUR)
    desk.write("2.txt", FERRY)
    desk.ingest()
    return desk


def test_a_sound_archive(shelf: Desk) -> None:
    assert verify(shelf.engine) == []


def test_an_empty_archive(archive: Engine) -> None:
    assert verify(archive) == []


@pytest.mark.parametrize(
    ("damage", "where", "what"),
    [
        (
            "UPDATE article_text SET text = replace(text, 'metre', 'yard') WHERE id = 1",
            "text 1",
            "does not have its hash",
        ),
        (
            "UPDATE claim_span SET exact = 'nine' WHERE claim_id = 5 AND part = 'content'",
            "content of claim",
            "is not 'nine'",
        ),
        (
            "UPDATE claim_span SET start = start + 1 WHERE claim_id = 1 AND part = 'cue'",
            "cue of claim",
            "is not 'said'",
        ),
        ("UPDATE affiliation SET exact = 'mayor'", "affiliation of Mara Lindqvist", "'mayor'"),
        ("UPDATE claim SET content = 'All is well' WHERE id = 1", "claim c", "its content is not"),
        (
            'INSERT INTO segment (text_id, ordinal, kind, start, "end") '
            "VALUES (2, 99, 'junk', 1000000, 1000001)",
            "segment of text 2",
            "leaves it",
        ),
        ("UPDATE article_text SET current = (1 = 0) WHERE id = 1", "claim c", "shows although"),
        ("UPDATE article_text SET current = (1 = 0) WHERE id = 1", "article a", "does not show"),
        ("UPDATE claim SET article_id = 2 WHERE id = 1", "claim c", "of another article"),
    ],
)
def test_damage_is_found(shelf: Desk, damage: str, where: str, what: str) -> None:
    with writing(shelf.engine) as connection:
        connection.execute(text(damage))
    problems = verify(shelf.engine)
    assert any(where in problem.where and what in problem.what for problem in problems), problems


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_an_index_that_lags_behind_is_found(shelf: Desk) -> None:
    with writing(shelf.engine) as connection:
        connection.execute(text("DROP TRIGGER claim_fts_update"))
        connection.execute(
            text("UPDATE claim SET content = replace(content, 'wall', 'mole') WHERE id = 1")
        )
    assert "claim_fts" in [problem.where for problem in verify(shelf.engine)]
