"""What queries find and in which order, on both backends."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, update

from db.connection.engine import writing
from db.query.compile import select_ids
from db.query.model import ClaimQuery
from db.schema.core import Claim
from tests.db.library import found
from tests.db.query.conditions.asked import ALL


def test_without_a_filter_all_are_found_by_date_article_and_position(library: Engine) -> None:
    assert found(library, "") == ALL


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("sort:-published", ["The signal failed", *ALL[6:8], *ALL[3:6], *ALL[:3], ALL[9]]),
        ("sort:-confidence limit:3", ["The depot roof", "Nobody cycles home", "the bridge must"]),
        ("sort:confidence limit:2", ["Tickets should be", "the noise"]),
        ("sort:type limit:3", ["Nobody cycles home", "The depot roof", "night trams would"]),
        ("sort:outlet limit:4", [*ALL[3:7]]),
        ("sort:-outlet limit:1", ["night trams would"]),
        ("sort:article limit:2", ["the bridge must", "cracks in two"]),
        ("sort:speaker limit:2", ["cracks in two", "declined to publish"]),
        ("sort:-speaker limit:2", ["The signal failed", "the noise"]),
        ("sort:organization limit:3", ["The depot roof", "the bridge must", ALL[4]]),
        ("sort:-organization limit:1", ["night trams would"]),
        ("limit:2", ALL[:2]),
    ],
)
def test_what_lacks_the_field_sorted_by_comes_last_in_either_direction(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected


def test_a_retired_claim_is_not_found(own_library: Engine) -> None:
    with writing(own_library) as connection:
        connection.execute(update(Claim).where(Claim.content == "the noise").values(current=False))

    assert found(own_library, "article:night") == ["night trams would", "Nobody cycles home"]
    assert found(own_library, "noise") == []


@pytest.mark.parametrize(("limit", "written"), [(200, True), (2000, False)])
def test_a_database_is_told_how_few_rows_are_wanted(
    library: Engine, limit: int, written: bool
) -> None:
    statement = select_ids(ClaimQuery(limit=limit), library.dialect)
    asked = str(statement.compile(library))
    assert (f"LIMIT {limit}" in asked) == written
