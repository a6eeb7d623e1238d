"""Views: ordered ids, and rows by page."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from sqlalchemy import Engine, text, update

from db.claims.view import open_view
from db.connection.cancel import Cancel, Cancelled
from db.connection.engine import take_stock, writing
from db.connection.errors import ArchiveError
from db.query.compile import select_ids
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.schema.core import Claim as ClaimTable
from tests.db.claims.plans import plans
from tests.db.library import stock


def test_pages_hold_the_rows_in_order_and_end_where_the_view_ends(library: Engine) -> None:
    view = open_view(library, ClaimQuery())
    everything = view.rows(0, len(view))

    assert view.rows(2, 5) == everything[2:5]
    assert view.rows(8, 200) == everything[8:]
    assert view.rows(50, 60) == []
    assert view.row(3) == everything[3]
    with pytest.raises(IndexError):
        view.row(len(view))


def test_a_view_stays_as_it_was_opened(own_library: Engine) -> None:
    view = open_view(own_library, ClaimQuery(articles=("night",)))
    with writing(own_library) as connection:
        connection.execute(update(ClaimTable).values(current=False))

    assert len(view.rows(0, 10)) == 3
    assert len(open_view(own_library, ClaimQuery())) == 0


def test_everything_opens_in_the_order_of_its_indexes(sqlite_archive: Engine) -> None:
    steps = plans(sqlite_archive, lambda: open_view(sqlite_archive, ClaimQuery()))

    reached = [step for step in steps if step.startswith(("SCAN article", "SEARCH claim USING"))]
    assert len(reached) == 2
    assert all("USING COVERING INDEX" in step for step in reached)
    assert not [step for step in steps if "ORDER BY" in step]


BIG = (
    ("article", "ix_article_published_id", "35208 10 1"),
    ("article", "ix_article_outlet_id", "20237 101"),
    ("outlet", "ix_outlet_name_key", "200 1"),
    ("claim", "ix_claim_reading", "228000 10 10 1 1 1 1 1 1 1 1 1 1"),
    ("claim", "ix_claim_review", "189222 600 600 18"),
)
"""What SQLite counts in an archive of 200,000 claims."""


def fill_as_if_big(archive: Engine) -> None:
    """Have SQLite take an archive of few claims for a big one."""
    stock(archive)
    with writing(archive) as connection:
        take_stock(connection)
        connection.execute(text("DELETE FROM sqlite_stat1"))
        for table, index, numbers in BIG:
            values = {"table": table, "index": index, "numbers": numbers}
            connection.execute(
                text("INSERT INTO sqlite_stat1 VALUES (:table, :index, :numbers)"), values
            )
    archive.dispose()


def test_claims_of_a_kind_are_found_in_order_without_reading_any(sqlite_archive: Engine) -> None:
    fill_as_if_big(sqlite_archive)

    kinds = ("type:direct", "class:belief", "cue:warn", "is:prediction", "min-confidence:0.9")
    for line in kinds:
        steps = plans(sqlite_archive, partial(open_view, sqlite_archive, parse_filter(line)))

        (reached,) = (step for step in steps if "claim USING" in step)
        assert "USING COVERING INDEX ix_claim_reading" in reached, line
        assert not [step for step in steps if "ORDER BY" in step], line


def test_that_rejected_claims_are_left_out_sends_nothing_to_be_sorted(
    sqlite_archive: Engine,
) -> None:
    fill_as_if_big(sqlite_archive)

    # More than what is first looked for among the first articles, whose claims are sorted.
    many = parse_filter("outlet:ledger limit:2000")
    steps = plans(sqlite_archive, lambda: open_view(sqlite_archive, many))

    assert "SCAN article USING INDEX ix_article_published_id" in steps
    assert not [step for step in steps if "ORDER BY" in step]


def test_a_view_of_many_claims_has_them_in_the_order_that_their_rows_say(archive: Engine) -> None:
    stock(archive)
    for line in ("", "sort:-confidence", "sort:speaker", "sort:-article type:direct"):
        query = parse_filter(line)
        with archive.connect() as connection:
            one_by_one: list[Any] = list(connection.scalars(select_ids(query, connection.dialect)))

        assert list(open_view(archive, query).ids) == one_by_one


def test_a_query_that_was_cancelled_before_does_not_begin(library: Engine) -> None:
    cancel = Cancel()
    cancel.cancel()

    with pytest.raises(Cancelled):
        open_view(library, ClaimQuery(), cancel)
    assert cancel.cancelled


def test_a_database_that_fails_is_told_in_one_line(archive: Engine) -> None:
    with writing(archive) as connection:
        rest = " CASCADE" if archive.dialect.name == "postgresql" else ""
        connection.execute(text(f"DROP TABLE claim_speaker{rest}"))

    with pytest.raises(ArchiveError) as caught:
        open_view(archive, ClaimQuery(speakers=("brandt",)))
    assert len(str(caught.value).splitlines()) == 1
