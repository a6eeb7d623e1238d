"""Queries in words."""

from __future__ import annotations

import pytest
from hypothesis import given

from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.query.sentence import sentence
from tests.db.query.queries import queries


@given(queries())
def test_every_query_can_be_told_in_words(query: ClaimQuery) -> None:
    assert "claims" in sentence(query)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "claims"),
        ("limit:1", "claims, the first one only"),
        ("sort:-published", "claims, newest first"),
        ("speaker:brandt", "claims by brandt"),
        ("type:direct type:mixed", "direct or mixed claims"),
        (
            "speaker:A speaker:B speaker:C org:rail type:direct since:2022 sort:-confidence",
            "direct claims by A, B or C, speaking for rail, since 2022-01-01, most confident first",
        ),
        (
            "kind:group topic:noise night trams min-confidence:0.5 sort:outlet",
            "claims by groups, that say “night trams”, on “noise”, with confidence 0.5 or more, "
            "sorted by outlet",
        ),
        (
            "article:depot outlet:ledger until:2023 limit:5 sort:-type",
            "claims in article depot, published by ledger, until 2023-12-31, "
            "sorted by type, descending, the first 5 only",
        ),
        ('"night trams"', 'claims that say "night trams"'),
        ("not:negated", "claims not negated"),
        (
            "org:rail org:tram outlet:ledger month:2023-01 month:2023-02",
            "claims speaking for rail or tram, published by ledger, "
            "published in 2023-01 or 2023-02",
        ),
        (
            "review:machine review:rejected tag:flood note:tape",
            "claims that are not reviewed or rejected, tagged “flood”, with “tape” in the note",
        ),
        ("include:rejected", "claims including rejected ones"),
        ("pipeline include:all", "claims that say “pipeline”, including hidden ones"),
        ("since:2024 include:act", "claims since 2024-01-01, including acts"),
        (
            "speaker:brandt include:rejected sort:-published",
            "claims by brandt, including rejected ones, newest first",
        ),
        ("review:accepted include:rejected", "claims that are accepted or rejected"),
        (
            "speaker:brandt class:belief class:opinion cue:fear is:prediction -is:hedged",
            "claims by brandt, that are beliefs or opinions, with the cue “fear”, not hedged, "
            "predicting",
        ),
    ],
)
def test_a_query_in_words(line: str, words: str) -> None:
    assert sentence(parse_filter(line)) == words
