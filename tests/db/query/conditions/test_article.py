"""What is asked of articles."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.query.compile import select_ids
from db.query.model import ClaimQuery
from tests.db.library import found, rows
from tests.db.query.conditions.asked import ALL


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("article:depot", ALL[3:6]),
        ('article:"NIGHT trams"', ALL[:3]),
        ("article:signals.txt", ["The signal failed"]),
        ("article:library", []),
        ("article:library/signals.txt", ["The signal failed"]),
        ("article:sig%ls", []),
        ("article:night_txt", []),
        ("outlet:ledger", ALL[3:8]),
        ('outlet:"norreport nyt"', ["The signal failed"]),
        ("outlet:ledger article:bridge", ALL[6:8]),
        ("outlet:courant", []),
        ('outlet:"=The Valley Courier"', ALL[:3]),
        ("outlet:=courier", []),
        ("outlet:=\ud800", []),
    ],
)
def test_articles_are_found_by_title_file_and_outlet(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected


def test_an_article_is_found_by_its_id(library: Engine) -> None:
    depot = rows(library, ClaimQuery(articles=("Depot costs",)))[0].article_id

    assert found(library, f"article:{depot}") == ALL[3:6]
    assert found(library, f'article:"Anything [{depot}]"') == ALL[3:6]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("since:2022-03-10 until:2022-03-10", ALL[:3]),
        ("since:2022-03-11", ALL[3:9]),
        ("until:2022-03-09", []),
        # The depot article is of some day in May 2023, the signals article of some day in 2024.
        ("since:2023-05-20 until:2023-05-21", ALL[3:6]),
        ("since:2023-05-31 until:2023", ALL[3:8]),
        ("since:2023-06 until:2023-12", ALL[6:8]),
        ("until:2023-04", ALL[:3]),
        ("since:2024-08 until:2024-09", ["The signal failed"]),
        ("since:2025", []),
        ("until:2023", ALL[:8]),
    ],
)
def test_a_date_known_to_the_month_or_year_counts_with_all_its_days(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected


def test_a_story_is_found_by_indexes(archive: Engine) -> None:
    statement = select_ids(ClaimQuery(stories=("s0123456789ab",)), archive.dialect)
    asked = str(statement.compile(archive, compile_kwargs={"literal_binds": True}))
    with archive.connect() as connection:
        if archive.dialect.name == "postgresql":
            # So few rows are read faster whole.
            connection.exec_driver_sql("SET enable_seqscan = off")
            plan = connection.exec_driver_sql(f"EXPLAIN {asked}").scalars().all()
            assert not any("Filter" in line and "SubPlan" in line for line in plan), plan
        else:
            plan = [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}")]
            assert not any(line.startswith("SCAN article") for line in plan), plan
        assert any("ix_article_story_id" in line for line in plan), plan
