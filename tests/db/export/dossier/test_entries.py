"""What is told of a claim."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.connection.reading import reading
from db.export.dossier.entries import Entry, Sources, entries
from db.export.provenance import Provenance, fetch_provenance
from db.query.line import parse_filter
from tests.db.conftest import on_sqlite
from tests.db.library import rows


def told(engine: Engine, line: str) -> list[Entry]:
    with reading(engine) as connection:
        page = rows(engine, parse_filter(line))
        claims = zip(page, fetch_provenance(connection, page), strict=True)
        return [*entries(claims, Sources("chicago"))]


def test_joint_speakers_and_what_they_are(library: Engine) -> None:
    joint, _ = told(library, "article:bridge")
    assert joint.who == "Ilse Brandt; Tom Achterberg"
    assert joint.role == "City Rail Office; former mayor"
    assert (joint.date, joint.outlet) == ("2023-06-02", "Evening Ledger")
    assert joint.cue == "argued that"


def test_articles_are_numbered_as_they_come_and_once(library: Engine) -> None:
    found = told(library, "article:depot or article:bridge") or told(library, "since:2023")
    numbers = [one.source.number for one in found]
    assert numbers == sorted(numbers)
    assert len({one.source.article_id for one in found}) == max(numbers)


def test_nobody_named_is_the_source_in_the_articles_words(library: Engine) -> None:
    (ticket,) = told(library, "tickets include:all")
    assert ticket.who == "organisers"
    assert (ticket.role, ticket.outlet, ticket.date, ticket.verdict) == ("", "", "", "")


@on_sqlite
@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example/x?y=1", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://a.example/ x", False),
        ("https://[bad", False),
        (None, False),
    ],
)
def test_only_a_page_of_the_web_is_an_address(library: Engine, url: str | None, kept: bool) -> None:
    with reading(library) as connection:
        (row,) = rows(library, parse_filter("roof"))
        (origin,) = fetch_provenance(connection, [row])
        moved: Provenance = origin._replace(text=origin.text._replace(article_url=url))
        (one,) = entries([(row, moved)], Sources("chicago"))
    assert one.url == (url if kept else "")
