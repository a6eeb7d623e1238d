"""Views: ordered ids, rows by page, and stopping a query."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from datetime import date
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy import Engine, event, text, update

from claims.article import Article
from claims.claim import Affiliation, Claim, ClaimType, Span, Speaker, SpeakerKind
from claims.partial_date import PartialDate, Precision
from db.claims.view import ClaimView, open_view, rows_by_id
from db.connection.cancel import Cancel, Cancelled
from db.connection.engine import take_stock, writing
from db.connection.errors import ArchiveError
from db.connection.reading import reading
from db.query.compile import select_ids
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.schema.core import Claim as ClaimTable
from tests.db.library import rows, shelve, stock


def test_a_row_tells_the_claim_with_its_speaker_as_of_the_article(library: Engine) -> None:
    early, late = rows(library, ClaimQuery(speakers=("brandt",), types=(ClaimType.DIRECT,)))

    assert early.published == PartialDate(date(2022, 3, 10), Precision.DAY)
    assert (early.roles, early.organizations) == (("planner",), ("Transit Study Group",))
    assert (late.roles, late.organizations) == (("director",), ("City Rail Office",))
    assert early.names == late.names == ("Ilse Brandt",)
    assert [one.kind for one in late.speakers] == ["person"]
    assert late.outlet == "Evening Ledger"
    assert late.article_title == "Depot costs climb again"
    assert late.article_path == "/library/depot.html"
    assert (late.source, late.cue, late.type) == ("Ilse Brandt", "said", "direct")
    assert (late.confidence, late.review) == (0.95, "machine")


def test_pieces_are_joined_and_bounded_by_the_first_and_the_last(library: Engine) -> None:
    (split,) = rows(library, ClaimQuery(text="cycles"))

    assert split.content == "Nobody cycles home from a night shift in February; not twice"
    length = len('Nobody cycles home from a night shift in February," Ms. Brandt said, "not twice')
    assert split.content_end - split.content_start == length


def test_of_a_joint_statement_speakers_roles_and_organizations_stand_in_line(
    library: Engine,
) -> None:
    (joint,) = rows(library, ClaimQuery(speakers=("achterberg",), articles=("bridge",)))

    assert joint.names == ("Ilse Brandt", "Tom Achterberg")
    assert joint.roles == ("", "former mayor")
    assert joint.organizations == ("City Rail Office", "")


def test_a_claim_without_speaker_or_affiliation_has_none(library: Engine) -> None:
    *_, signal, ticket = rows(library)

    assert (signal.names, signal.roles, signal.organizations) == (("Tom Achterberg",), (), ())
    assert (ticket.speakers, ticket.outlet) == ((), None)


def test_every_affiliation_has_a_position_and_a_speaker_without_one_keeps_his_place(
    archive: Engine,
) -> None:
    text = "Letter\n\nA, chair of X and author, B and C, ex-editor, agreed it works.\n"

    def words(piece: str) -> Span:
        return Span(text.index(piece), text.index(piece) + len(piece))

    speakers = (
        Speaker(
            "A",
            SpeakerKind.PERSON,
            (
                Affiliation("chair", "X", words("chair of X")),
                Affiliation("author", None, words("author")),
            ),
        ),
        Speaker("B", SpeakerKind.PERSON),
        Speaker(
            "C",
            SpeakerKind.PERSON,
            (Affiliation("ex-editor", None, words("ex-editor"), former=True),),
        ),
    )
    claim = Claim(ClaimType.INDIRECT, (words("it works"),), speakers=speakers)
    shelve(archive, Article(path="/letter.txt", text=text), [claim])

    (row,) = rows(archive)

    assert row.names == ("A", "B", "C")
    assert row.roles == ("chair", "author", "", "ex-editor")
    assert row.organizations == ("X", "", "", "")


def test_pages_hold_the_rows_in_order_and_end_where_the_view_ends(library: Engine) -> None:
    view = open_view(library, ClaimQuery())
    everything = view.rows(0, len(view))

    assert view.rows(2, 5) == everything[2:5]
    assert view.rows(8, 200) == everything[8:]
    assert view.rows(50, 60) == []
    assert view.row(3) == everything[3]
    with pytest.raises(IndexError):
        view.row(len(view))


def test_rows_come_in_the_order_asked_for_without_those_that_are_gone(library: Engine) -> None:
    first, second, *_ = open_view(library, ClaimQuery()).ids

    found = rows_by_id(library, [second, 999_999, first])

    assert [row.id for row in found] == [second, first]
    assert ClaimView(library, array("q", [999_999])).row(0) is None
    assert rows_by_id(library, []) == []


def test_a_view_stays_as_it_was_opened(own_library: Engine) -> None:
    view = open_view(own_library, ClaimQuery(articles=("night",)))
    with writing(own_library) as connection:
        connection.execute(update(ClaimTable).values(current=False))

    assert len(view.rows(0, 10)) == 3
    assert len(open_view(own_library, ClaimQuery())) == 0


def test_a_page_takes_as_many_statements_as_a_single_row(library: Engine) -> None:
    statements: list[str] = []
    view = open_view(library, ClaimQuery())

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("SELECT"):
            statements.append(statement)

    event.listen(library, "before_cursor_execute", note)
    view.rows(0, 1)
    for_one = len(statements)
    view.rows(0, len(view))

    assert for_one == len(statements) - for_one == 3


def plans(engine: Engine, act: Callable[[], object]) -> list[str]:
    """How SQLite goes about each statement of something that is done."""
    found: list[str] = []

    def note(_conn: object, cursor: Any, statement: str, parameters: Any, *_rest: object) -> None:
        if statement.startswith("SELECT"):
            own = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found.extend(detail for *_, detail in own.fetchall())

    event.listen(engine, "before_cursor_execute", note)
    act()
    event.remove(engine, "before_cursor_execute", note)
    return found


def test_a_page_is_found_by_its_ids_and_nothing_is_walked_through(sqlite_archive: Engine) -> None:
    stock(sqlite_archive)
    view = open_view(sqlite_archive, ClaimQuery())

    steps = plans(sqlite_archive, lambda: view.rows(0, 5))

    assert not [step for step in steps if step.startswith("SCAN") and "json_each" not in step]
    assert any(step.startswith("SEARCH claim USING INTEGER PRIMARY KEY") for step in steps)
    assert any(step.startswith("SEARCH affiliation USING") for step in steps)


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
    ("claim", "ix_claim_reading", "228000 10 10 1 1 1 1 1 1 1"),
    ("claim", "ix_claim_review", "189222 600 600 18"),
)
"""What SQLite counts in an archive of 200,000 claims."""


def test_that_rejected_claims_are_left_out_sends_nothing_to_be_sorted(
    sqlite_archive: Engine,
) -> None:
    stock(sqlite_archive)
    with writing(sqlite_archive) as connection:
        take_stock(connection)
        connection.execute(text("DELETE FROM sqlite_stat1"))
        for table, index, numbers in BIG:
            values = {"table": table, "index": index, "numbers": numbers}
            connection.execute(
                text("INSERT INTO sqlite_stat1 VALUES (:table, :index, :numbers)"), values
            )
    sqlite_archive.dispose()

    few = parse_filter("outlet:ledger limit:200")
    steps = plans(sqlite_archive, lambda: open_view(sqlite_archive, few))

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


def endless(engine: Engine) -> str:
    """A statement that would run for hours."""
    if engine.dialect.name == "postgresql":
        return "SELECT count(*) FROM generate_series(1, 1000000000000)"
    return (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        "SELECT count(*) FROM n WHERE i < 0"
    )


def test_a_running_query_is_stopped_from_another_thread(archive: Engine) -> None:
    cancel, begun, outcomes = Cancel(), Event(), list[str]()

    def run() -> None:
        try:
            with reading(archive) as connection, cancel.watch(connection):
                begun.set()
                connection.execute(text(endless(archive)))
        except Cancelled:
            outcomes.append("cancelled")

    thread = Thread(target=run)
    thread.start()
    begun.wait()
    # Just begun, it may not run yet and then be missed: asked until it stops.
    while thread.is_alive():
        cancel.cancel()
        thread.join(0.01)

    assert outcomes == ["cancelled"]
    assert rows(archive) == []


def test_a_cancel_that_comes_late_harms_nobody(library: Engine) -> None:
    cancel = Cancel()
    view = open_view(library, ClaimQuery(), cancel)
    cancel.cancel()

    assert len(view.rows(0, 100)) == len(rows(library))


def test_a_database_that_fails_is_told_in_one_line(archive: Engine) -> None:
    with writing(archive) as connection:
        connection.execute(text("DROP TABLE claim_speaker"))

    with pytest.raises(ArchiveError) as caught:
        open_view(archive, ClaimQuery(speakers=("brandt",)))
    assert len(str(caught.value).splitlines()) == 1
