"""What claims quote in an archive: where the same words stand again, and in whose mouth."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, update

from claims.claim import ClaimType
from claims.comparison import CopyKind
from db.comparison.rebuild import rebuild
from db.connection.engine import writing
from db.ingest.ingest import ingest
from db.schema import core as schema
from db.schema.comparison.quotations import ClaimQuotation, Quotation, QuotationKey
from tests.db.archives import Desk, claim, count
from tests.db.comparison import quoted
from tests.db.comparison.quoted import WHOLE, copies, ids, store, told
from tests.db.conftest import Filled, on_sqlite


@pytest.fixture
def dam(copied: Filled) -> Engine:
    return copied(quoted.dam)


@on_sqlite
def test_the_same_words_are_stored_once(dam: Engine) -> None:
    assert count(dam, ClaimQuotation) == 5
    assert count(dam, Quotation) == 4


@on_sqlite
def test_what_is_not_quoted_has_no_copies(desk: Desk) -> None:
    for day in (1, 2):
        text = told(day, "Lotte Brenner", "Well") + "\nLotte Brenner said the dam would hold.\n"
        indirect = claim(text, "the dam would hold", kind=ClaimType.INDIRECT)
        desk.prepare(text, indirect)
        desk.write(f"{day}.txt", text)
    desk.ingest()
    assert copies(desk.engine) == []
    assert count(desk.engine, Quotation) == 0


@on_sqlite
def test_comparing_anew_finds_what_was_not_compared(desk: Desk) -> None:
    store(desk, 1, "Lotte Brenner", WHOLE)
    store(desk, 2, "Tomas Brandt", WHOLE)
    ingest(desk.engine, [desk.folder], lambda: desk.extractor, compares=False)
    assert copies(desk.engine) == []
    rebuild(desk.engine)
    (one,) = copies(desk.engine)
    assert (one.copy.kind, one.reattributed) == (CopyKind.VERBATIM, True)
    keys = count(desk.engine, QuotationKey)
    rebuild(desk.engine)
    assert count(desk.engine, QuotationKey) == keys > 0


def test_a_rejected_claim_is_no_copy(dam: Engine) -> None:
    with writing(dam) as connection:
        table = schema.Claim
        rejected = update(table).where(table.public_id == ids(dam)[3])
        connection.execute(rejected.values(review="rejected"))
    assert "04.txt" not in [one.row.article_path[-6:] for one in copies(dam)]
    assert len(copies(dam, line="include:rejected")) == 3
