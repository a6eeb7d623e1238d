"""What ClaimQuery refuses."""

from __future__ import annotations

import pytest

from db.query.model import ClaimQuery, QueryError


@pytest.mark.parametrize(
    "wrong",
    [
        {"speakers": (" ",)},
        {"organizations": ("",)},
        {"months": ("May",)},
        {"text": "\t"},
        {"limit": -1},
        {"sort": "--type"},
    ],
)
def test_a_query_that_nothing_could_match_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(QueryError):
        ClaimQuery(**wrong)  # type: ignore[arg-type]
