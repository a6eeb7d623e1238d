"""Columns of claims aligned by what they are on."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.analysis.alignment import AlignedClaims, Shared, Subject, align_columns
from db.analysis.comparison import compare_claims
from db.claims.view import rows_by_id
from db.query.model import ClaimQuery
from tests.db.comparison.topical import put
from tests.db.conftest import on_sqlite

EAST = {
    "the harbour tunnel leaks near the sluice": ("harbour tunnel", "sluice"),
    "a sluice was built": ("sluice",),
    "the harbour tunnel is safe": ("harbour tunnel",),
    "pilots are rare": ("pilots",),
}
WEST = {
    "no sluice works": ("sluice",),
    "a harbour tunnel costs much": ("harbour tunnel",),
    "fog comes early": (),
}


@pytest.fixture
def coasts(archive: Engine) -> Engine:
    put(archive, "east.txt", EAST)
    put(archive, "west.txt", WEST)
    return archive


def told(found: AlignedClaims) -> list[tuple[str, list[list[str]]]]:
    """Each topic with the contents of each side; what stands alone under no topic."""
    shared = [
        (one.subject.label, [[row.content for row in side] for side in one.sides])
        for one in found.shared
    ]
    return [*shared, ("", [[row.content for row in side] for side in found.alone])]


def test_topics_of_both_with_what_each_says_and_the_rest_apart(coasts: Engine) -> None:
    columns = [one.rows for one in compare_claims(coasts, ClaimQuery(), "article").columns]
    tunnel, sluice, alone = told(align_columns(coasts, columns, ["topic"]))
    if tunnel[0] == "sluice":
        tunnel, sluice = sluice, tunnel
    assert alone == ("", [["pilots are rare"], ["fog comes early"]])
    assert tunnel[0] == "harbour tunnel"
    assert sluice[0] == "sluice"
    both = "the harbour tunnel leaks near the sluice"
    assert {both, "the harbour tunnel is safe"} >= {*tunnel[1][0]} > set()
    assert tunnel[1][1] == ["a harbour tunnel costs much"]
    assert sluice[1][1] == ["no sluice works"]
    assert (both in tunnel[1][0]) != (both in sluice[1][0])


def test_articles_share_the_speakers_whom_both_quote(coasts: Engine) -> None:
    columns = [one.rows for one in compare_claims(coasts, ClaimQuery(), "article").columns]
    found = align_columns(coasts, columns, ["speaker"])
    [shared, alone] = told(found)
    assert shared == ("Ada Lund", [[*EAST], [*WEST]])
    assert alone == ("", [[], []])
    assert found.shared[0].subject.key == columns[0][0].speaker_refs[0].id


@on_sqlite
def test_one_column_shares_nothing_with_itself(coasts: Engine) -> None:
    columns = [one.rows for one in compare_claims(coasts, ClaimQuery(), "speaker").columns]
    found = align_columns(coasts, columns, ["topic"])
    assert (found.shared, len(found.alone[0])) == ((), 7)


@on_sqlite
def test_what_more_columns_have_comes_first(coasts: Engine) -> None:
    put(coasts, "north.txt", {"the sluice froze": ("sluice",), "a tug sank": ("tug",)})
    columns = [one.rows for one in compare_claims(coasts, ClaimQuery(), "article").columns]
    first, second, _ = told(align_columns(coasts, columns, ["topic"]))
    assert (first[0], second[0]) == ("sluice", "harbour tunnel")
    assert second[1][2] == []


@on_sqlite
def test_a_thread_without_a_name_is_called_by_its_claim(coasts: Engine) -> None:
    rows = tuple(rows_by_id(coasts, [1]))
    alone = Subject("t1", "", "thread")
    assert Shared(alone, ((), rows)).label == rows[0].content
    assert Shared(Subject("t1", "Pilots", "thread"), (rows, ())).label == "Pilots"
