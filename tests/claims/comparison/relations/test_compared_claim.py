"""A source is known by its name."""

from __future__ import annotations

import pytest

from claims.comparison.meaning import Statement
from claims.comparison.relations import ComparedClaim


@pytest.mark.parametrize(
    ("source", "keys"),
    [
        ("Mr. Brandt", {"brandt"}),
        ("Tomas Brandt, the mayor of Velmora", {"brandt"}),
        ("Brandt’s", {"brandt"}),
        ("farm workers", {"farm workers"}),
        ("the farmers", {"the farmers"}),
        ("he", set()),
        ("the mayor", set()),
        ("who", set()),
        ("", set()),
    ],
)
def test_a_source_is_known_by_its_last_word_unless_it_may_mean_anybody(
    source: str, keys: set[str]
) -> None:
    statement = Statement("it rains", "said", (source,) if source else ())
    assert ComparedClaim.of(statement).speakers == keys
