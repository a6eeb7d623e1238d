"""What claims quote in an archive: where the same words stand again, and in whose mouth."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select, update

from claims.claim import Claim, ClaimType
from claims.comparison import Alteration, ChangeOp, CopyKind
from db.analysis.quotations import CopyRow, list_copies
from db.comparison.rebuild import rebuild
from db.connection.engine import writing
from db.ingest.ingest import ingest
from db.query.grammar import QueryError
from db.query.line import parse_filter
from db.schema import core as schema
from db.schema.comparison import ClaimQuotation, Quotation, QuotationKey
from tests.db.archives import Desk, claim, count, speaker

WHOLE = "The dam will hold through the winter, and no village will be flooded by our gates"


def told(day: int, who: str, words: str) -> str:
    """A short article in which somebody says something."""
    return f'Dam talk number {day}\n\nBy Ines Calder\nMay {day}, 2023\n\n"{words}," {who} said.\n'


def said(text: str, who: str, words: str) -> Claim:
    return claim(text, words, cue="said", source=who, speakers=[speaker(text, who)])


def store(desk: Desk, day: int, who: str, words: str) -> None:
    text = told(day, who, words)
    desk.prepare(text, said(text, who, words))
    desk.write(f"{day:02}.txt", text)


@pytest.fixture
def dam(desk: Desk) -> Desk:
    """One statement as four articles have it, and another statement."""
    store(desk, 1, "Lotte Brenner", WHOLE)
    store(desk, 2, "Lotte Brenner", WHOLE.replace("The dam will hold", "The dam will not hold"))
    store(desk, 3, "Lotte Brenner", "no village will be flooded by our gates")
    store(desk, 4, "Tomas Brandt", WHOLE)
    store(desk, 5, "Tomas Brandt", "Nobody has asked the fishermen what they think of it all")
    desk.ingest()
    return desk


def ids(engine: Engine) -> list[str]:
    """Ids of the claims, by article."""
    table = schema.Claim
    statement = select(table.public_id).where(table.current).order_by(table.article_id)
    with engine.connect() as connection:
        return list(connection.scalars(statement))


def copies(desk: Desk, number: int = 0, line: str = "", *, possible: bool = False) -> list[CopyRow]:
    ident = ids(desk.engine)[number]
    return list_copies(desk.engine, ident, parse_filter(line), possible=possible)


def test_copies_come_in_the_order_to_read_them(dam: Desk) -> None:
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


def test_filters_say_among_which_claims(dam: Desk) -> None:
    assert [one.row.article_path[-6:] for one in copies(dam, line="speaker:brandt")] == ["04.txt"]
    assert len(copies(dam, line="limit:1")) == 1
    assert copies(dam, number=4) == []


def test_the_same_words_are_stored_once(dam: Desk) -> None:
    assert count(dam.engine, ClaimQuotation) == 5
    assert count(dam.engine, Quotation) == 4


def test_who_quotes_is_not_who_is_quoted(dam: Desk) -> None:
    outer = said(text := told(6, "Tomas Brandt", WHOLE), "Tomas Brandt", WHOLE)
    inner = claim(text, WHOLE[8:], speakers=[speaker(text, "Ines Calder")], parent=0)
    dam.prepare(text, outer, inner)
    dam.write("06.txt", text)
    dam.ingest()
    nested = [one for one in copies(dam, 3) if one.row.names == ("Ines Calder",)]
    assert [one.reattributed for one in nested] == [False]


def test_what_many_say_is_a_slogan(desk: Desk) -> None:
    words = "Clean water for every village and every child of this valley"
    for day, who in enumerate(("Ann Lee", "Bo Falk", "Cy Ortiz", "Di Moreau", "Ed Novak"), 1):
        store(desk, day, who, words)
    desk.ingest()
    assert copies(desk) == []
    assert [one.slogan for one in copies(desk, possible=True)] == [True] * 4


def test_what_is_not_quoted_has_no_copies(desk: Desk) -> None:
    for day in (1, 2):
        text = told(day, "Lotte Brenner", "Well") + "\nLotte Brenner said the dam would hold.\n"
        indirect = claim(text, "the dam would hold", kind=ClaimType.INDIRECT)
        desk.prepare(text, indirect)
        desk.write(f"{day}.txt", text)
    desk.ingest()
    assert copies(desk) == []
    assert count(desk.engine, Quotation) == 0


def test_an_unknown_claim_is_told(dam: Desk) -> None:
    with pytest.raises(QueryError, match="there is no claim c0"):
        list_copies(dam.engine, "c0", parse_filter(""))


def test_comparing_anew_finds_what_was_not_compared(desk: Desk) -> None:
    store(desk, 1, "Lotte Brenner", WHOLE)
    store(desk, 2, "Tomas Brandt", WHOLE)
    ingest(desk.engine, [desk.folder], lambda: desk.extractor, compares=False)
    assert copies(desk) == []
    rebuild(desk.engine)
    (one,) = copies(desk)
    assert (one.copy.kind, one.reattributed) == (CopyKind.VERBATIM, True)
    keys = count(desk.engine, QuotationKey)
    rebuild(desk.engine)
    assert count(desk.engine, QuotationKey) == keys > 0


def test_a_rejected_claim_is_no_copy(dam: Desk) -> None:
    with writing(dam.engine) as connection:
        table = schema.Claim
        rejected = update(table).where(table.public_id == ids(dam.engine)[3])
        connection.execute(rejected.values(review="rejected"))
    assert "04.txt" not in [one.row.article_path[-6:] for one in copies(dam)]
    assert len(copies(dam, line="include:rejected")) == 3
