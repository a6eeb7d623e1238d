"""Where the same words stand again, and in whose mouth."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from claims.comparison import Alteration, ChangeOp, CopyKind
from db.analysis.quotations import list_copies
from db.query.grammar import QueryError
from db.query.line import parse_filter
from tests.db.archives import Desk, claim, speaker
from tests.db.comparison import quoted
from tests.db.comparison.quoted import WHOLE, copies, said, store, told
from tests.db.conftest import Filled, on_sqlite


@pytest.fixture
def dam(shared: Filled) -> Engine:
    return shared(quoted.dam)


@on_sqlite
def test_copies_come_in_the_order_to_read_them(dam: Engine) -> None:
    found = copies(dam)
    assert [(one.row.article_path[-6:], one.copy.kind) for one in found] == [
        ("02.txt", CopyKind.ALTERED),
        ("03.txt", CopyKind.CUT),
        ("04.txt", CopyKind.VERBATIM),
    ]
    assert found[0].copy.alters == {Alteration.NEGATION}
    assert [change.text for change in found[0].changes if change.op is ChangeOp.ADDED] == ["not"]
    by_path = {one.row.article_path[-6:]: one for one in found}
    assert [by_path[path].reattributed for path in sorted(by_path)] == [False, False, True]


def test_filters_say_among_which_claims(dam: Engine) -> None:
    assert [one.row.article_path[-6:] for one in copies(dam, line="speaker:brandt")] == ["04.txt"]
    assert len(copies(dam, line="limit:1")) == 1
    assert copies(dam, number=4) == []


@on_sqlite
def test_what_many_say_is_a_slogan(desk: Desk) -> None:
    desk.compares = True
    words = "Clean water for every village and every child of this valley"
    for day, who in enumerate(("Ann Lee", "Bo Falk", "Cy Ortiz", "Di Moreau", "Ed Novak"), 1):
        store(desk, day, who, words)
    desk.ingest()
    assert copies(desk.engine) == []
    assert [one.slogan for one in copies(desk.engine, possible=True)] == [True] * 4


def test_an_unknown_claim_is_told(dam: Engine) -> None:
    with pytest.raises(QueryError, match="there is no claim c0"):
        list_copies(dam, "c0", parse_filter(""))


@on_sqlite
def test_who_quotes_is_not_who_is_quoted(desk: Desk) -> None:
    desk.compares = True
    store(desk, 4, "Tomas Brandt", WHOLE)
    outer = said(text := told(6, "Tomas Brandt", WHOLE), "Tomas Brandt", WHOLE)
    inner = claim(text, WHOLE[8:], speakers=[speaker(text, "Ines Calder")], parent=0)
    desk.prepare(text, outer, inner)
    desk.write("06.txt", text)
    desk.ingest()
    nested = [one for one in copies(desk.engine) if one.row.names == ("Ines Calder",)]
    assert [one.reattributed for one in nested] == [False]
