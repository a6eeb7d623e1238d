"""Claims summed up by speaker and by article."""

from __future__ import annotations

from sqlalchemy import Engine

from db.analysis.summary import count_claims, list_articles, list_speakers
from db.query.line import parse_filter
from tests.db.dated import ALL


def test_speakers_come_with_their_claims_those_with_most_first(library: Engine) -> None:
    found = [
        (row.speaker.label, row.kind, row.claims, row.articles)
        for row in list_speakers(library, ALL)
    ]

    assert found == [
        ("Ilse Brandt", "person", 4, 3),
        ("Tom Achterberg", "person", 2, 2),
        ("An audit", "document", 1, 1),
        ("City Rail Office", "organization", 1, 1),
        ("Nadège Okafor", "person", 1, 1),
        ("residents of the east bank", "group", 1, 1),
    ]


def test_with_a_filter_on_speakers_only_those_are_listed(library: Engine) -> None:
    def names(line: str) -> list[str]:
        return [row.speaker.label for row in list_speakers(library, parse_filter(line))]

    assert names("speaker:achterberg") == ["Tom Achterberg"]
    assert names("org:rail article:bridge") == ["Ilse Brandt"]
    assert names("kind:document kind:group") == ["An audit", "residents of the east bank"]
    assert names("article:bridge") == ["An audit", "Ilse Brandt", "Tom Achterberg"]
    assert names("speaker:nobody") == []
    assert names("limit:1") == ["Ilse Brandt"]


def test_only_claims_that_match_are_counted(library: Engine) -> None:
    found = list_articles(library, parse_filter("speaker:brandt type:direct"))

    assert [(row.title, row.claims, row.speakers) for row in found] == [
        ("Night trams divide the valley", 1, 1),
        ("Depot costs climb again", 1, 1),
    ]


def test_claims_are_counted(library: Engine) -> None:
    assert count_claims(library, ALL) == 10
    assert count_claims(library, parse_filter("speaker:brandt")) == 4
    assert count_claims(library, parse_filter("speaker:brandt limit:3")) == 3
