"""What a file is called that holds what a filter finds."""

from __future__ import annotations

import pytest

from db.query.line import parse_filter
from tui.text.file_names import suggested


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("", "claims.csv"),
        ("speaker:gabuev since:2024", "claims-gabuev-2024.csv"),
        (
            'speaker:"Élise Łęcka [e0123456789abcdef]" outlet:"=The Times"',
            "claims-elise-lecka-the-times.csv",
        ),
        ("since:2023-01-01 until:2023-12-31", "claims-2023.csv"),
        ("since:2023 until:2024-05", "claims-2023-2024-05.csv"),
        ("until:2024-05-16", "claims-until-2024-05-16.csv"),
        ('../../etc "no limits"', "claims-etc-no-limits.csv"),
        ("topic:gas type:direct min-confidence:0.9", "claims-gas-direct.csv"),
    ],
)
def test_it_says_what_was_asked_for(line: str, name: str) -> None:
    assert suggested(parse_filter(line)) == name


def test_a_long_one_loses_words_and_its_ending_says_the_format() -> None:
    name = suggested(parse_filter(" ".join(f"word{n}" for n in range(40))), "json")
    assert len(name) < 80
    assert name.startswith("claims-word0-word1")
    assert name.endswith(".json")
