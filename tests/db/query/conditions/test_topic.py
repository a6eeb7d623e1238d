"""What claims are about."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.db.library import found
from tests.db.query.conditions.asked import ALL


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tram", ["night trams would", "the bridge must"]),
        ("TRAMS", ["night trams would", "the bridge must"]),
        ("trams night", ["night trams would"]),
        ('"night trams"', ["night trams would"]),
        ('"trams night"', []),
        ("optim*", ['the figures "optimistic']),
        ('"depot ro*"', []),
        ('"depot ro"*', ["The depot roof"]),
        ("night -trams", ["Nobody cycles home", "Tickets should be"]),
        ('night -"night shift" -tickets', ["night trams would"]),
        ("depot OR pillar", ["The depot roof", "cracks in two"]),
        ("depot OR -night speaker:brandt", ["The depot roof", "the bridge must"]),
        ("OR depot OR", ["The depot roof"]),
        ("the", ["the noise", "The depot roof", ALL[4], "the bridge must", "The signal failed"]),
        ("100%", ['the figures "optimistic']),
        ('maintain" nobody', ["The signal failed"]),
        ("—", []),
    ],
)
def test_search_text_is_matched_by_word_phrase_and_prefix(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("topic:tram", ["night trams would", "the bridge must"]),
        ("topic:reserve", ["The depot roof"]),
        ('topic:"depot roof"', [ALL[3]]),
        ('topic:"depot noise"', []),
    ],
)
def test_a_topic_is_looked_for_in_the_content_and_not_in_the_title(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected
    assert found(library, f"{line} limit:3") == expected[:3]
    assert found(library, f"{line} speaker:okafor") == [ALL[4]] * (ALL[4] in expected)
