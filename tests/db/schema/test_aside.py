"""Why claims are set aside, through what people judge and what is extracted again."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select

from claims.aside import BITS, Aside
from claims.claim import ClaimType, CueClass
from db.analysis.summary import list_articles
from db.ingest.reextract import reextract
from db.query.model import ClaimQuery
from db.review.actions import Correction, accept, correct, redo, reject, undo
from db.schema.core import Claim
from tests.db.archives import Desk, PreparedExtractor, claim, speaker
from tests.db.reviewing import ANNA, by_content

TEXT = (
    "Tide at the mill\n\nThe weir leaks, it was said. Ada Holm may have said the sluice is shut.\n"
)
LEAKS, SHUT = "The weir leaks", "the sluice is shut"
NOBODY, LOW = BITS[Aside.NO_SPEAKER], BITS[Aside.LOW]


@pytest.fixture
def mill(desk: Desk) -> Desk:
    """A claim of nobody known, and one of a low confidence."""
    indirect, ada = ClaimType.INDIRECT, speaker(TEXT, "Ada Holm")
    desk.prepare(
        TEXT,
        claim(TEXT, LEAKS, kind=indirect, cue_class=CueClass.STATEMENT),
        claim(TEXT, SHUT, speakers=[ada], kind=indirect, confidence=0.5),
    )
    desk.write("mill.txt", TEXT)
    desk.ingest()
    return desk


def aside(engine: Engine) -> tuple[int, int]:
    """Of both claims."""
    with engine.connect() as connection:
        rows = select(Claim.content, Claim.aside).where(Claim.current)
        found = dict(connection.execute(rows).all())
    return found[LEAKS], found[SHUT]


def test_what_is_judged_is_set_aside_no_more_until_it_is_undone(mill: Desk) -> None:
    engine = mill.engine
    assert aside(engine) == (NOBODY, LOW)
    for judge in (accept, reject):
        judge(engine, [by_content(engine, SHUT)], ANNA)
        assert aside(engine) == (NOBODY, 0)
        undo(engine, ANNA)
        assert aside(engine) == (NOBODY, LOW)
    correct(engine, [by_content(engine, LEAKS)], Correction(names=["Ada Holm"]), ANNA)
    assert aside(engine) == (0, LOW)
    undo(engine, ANNA)
    assert aside(engine) == (NOBODY, LOW)
    redo(engine, ANNA)
    assert aside(engine) == (0, LOW)


def test_it_stays_so_when_all_is_extracted_again(mill: Desk) -> None:
    engine = mill.engine
    accept(engine, [by_content(engine, SHUT)], ANNA)
    again = PreparedExtractor(mill.extractor.prepared, model_version="2.0")
    reextract(engine, list_articles(engine, ClaimQuery()), lambda: again, compares=False)
    assert again.asked
    assert aside(engine) == (NOBODY, 0)
    undo(engine, ANNA)
    assert aside(engine) == (NOBODY, LOW)
