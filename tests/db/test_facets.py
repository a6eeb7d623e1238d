"""Numbers of claims by speaker, article and cue class, as the panes beside the table show."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from db.cancel import Cancel, Cancelled
from db.facets import article_counts, class_counts, speaker_counts
from db.names import vocabulary
from db.query import ClaimQuery, parse_filter
from db.summary import list_articles, list_speakers
from tests.db.library import stock


@pytest.fixture
def library(archive: Engine) -> Engine:
    """The library on trams, on each backend."""
    stock(archive)
    return archive


LINES = ["", "speaker:brandt", "type:direct", "article:night", "limit:1 sort:speaker", "zeppelin"]


@pytest.mark.parametrize("line", LINES)
def test_speakers_have_the_numbers_that_the_list_of_speakers_gives(
    library: Engine, line: str
) -> None:
    query = parse_filter(line)

    found = speaker_counts(library, query)

    listed = list_speakers(library, replace(query, limit=None))
    assert list(zip(found.names, found.claims, strict=True)) == [
        (row.name, row.claims) for row in listed
    ]


@pytest.mark.parametrize("line", LINES)
def test_articles_have_the_numbers_that_the_list_of_articles_gives(
    library: Engine, line: str
) -> None:
    query = parse_filter(line)

    found = article_counts(library, query)

    listed = list_articles(library, replace(query, limit=None, sort="published"))
    assert list(zip(found.ids, found.published, found.claims, strict=True)) == [
        (row.article_id, str(row.published or ""), row.claims) for row in listed if row.claims
    ]


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        (
            "",
            {"statement": 3, "opinion": 2, "demand": 1, "denial": 1, "emotion": 1, "perception": 1},
        ),
        ("speaker:brandt limit:1", {"statement": 3, "opinion": 1}),
        ("article:night is:prediction", {"emotion": 1, "statement": 1}),
        ("article:signals", {}),
    ],
)
def test_cue_classes_are_counted_the_most_frequent_first(
    library: Engine, line: str, counted: dict[str, int]
) -> None:
    assert list(class_counts(library, parse_filter(line)).items()) == list(counted.items())


def test_a_count_that_was_cancelled_before_does_not_begin(library: Engine) -> None:
    cancel = Cancel()
    cancel.cancel()

    with pytest.raises(Cancelled):
        speaker_counts(library, ClaimQuery(), cancel)
    with pytest.raises(Cancelled):
        article_counts(library, ClaimQuery(), cancel)
    with pytest.raises(Cancelled):
        class_counts(library, ClaimQuery(), cancel)


def test_names_to_complete_with_are_those_counted(library: Engine) -> None:
    known = vocabulary(library)

    assert set(known["speaker"]) == set(speaker_counts(library, ClaimQuery()).names)
    assert known["outlet"] == sorted(known["outlet"])
    assert known["org"]
    assert known["cue"] == ["say", "argue that", "call", "decline", "fear", "find"]
