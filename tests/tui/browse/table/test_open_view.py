"""Opening a view with its first rows read."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, update

from claims.aside import BITS, Aside
from db.connection.cancel import Cancel, Cancelled
from db.connection.engine import writing
from db.query.line import parse_filter
from db.query.tables import claim
from tests.tui.driving import OLDEST
from tui.browse.table import open_view
from tui.browse.table.open_view import open_first, open_folded, open_rows, open_selected
from tui.browse.table.paged_rows import Absent

ALL = parse_filter(OLDEST)


def test_the_cursor_is_on_the_claim_that_it_was_on(archive: Engine) -> None:
    opened = open_rows(archive, ALL, 4, Cancel())
    assert (opened.rows.n, opened.claims, opened.complete) == (8, 8, True)
    assert opened.rows.id_at(opened.cursor) == 4
    assert not isinstance(opened.rows.row(opened.cursor), Absent)
    assert open_rows(archive, parse_filter("speaker:feld"), 1, Cancel()).cursor == 0


def test_the_first_page_tells_whether_there_is_more(
    archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert open_first(archive, ALL, None, Cancel()).complete
    monkeypatch.setattr(open_view, "PAGE", 3)
    first = open_first(archive, ALL, None, Cancel())
    assert (first.rows.n, first.complete, first.query) == (3, False, ALL)


def test_marked_claims_stand_in_the_order_of_marking(archive: Engine) -> None:
    opened = open_selected(archive, ALL, [5, 2, 7], 7)
    assert [opened.rows.id_at(n) for n in range(opened.rows.n)] == [5, 2, 7]
    assert (opened.cursor, opened.only_selected, opened.query) == (2, True, ALL)


def test_what_stands_within_a_claim_is_unfolded_and_counted_apart(archive: Engine) -> None:
    values = {"parent_id": 1, "aside": BITS[Aside.NESTED]}
    with writing(archive) as connection:
        connection.execute(update(claim).where(claim.c.id.in_((2, 3))).values(**values))
    folded = open_rows(archive, ALL, None, Cancel())
    unfolded = open_folded(archive, folded, 1)
    assert (folded.rows.n, unfolded.rows.n, unfolded.claims) == (6, 8, 6)
    assert [unfolded.rows.id_at(n) for n in range(3)] == [1, 2, 3]
    assert open_folded(archive, unfolded, 1).rows.n == 6


def test_it_can_be_stopped(archive: Engine) -> None:
    cancel = Cancel()
    cancel.cancel()
    with pytest.raises(Cancelled):
        open_rows(archive, ALL, None, cancel)
