"""What a first look leaves out, why, and what brings it back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine, true, update

from claims.aside import ALL
from claims.claim import ClaimType, CueClass
from db.analysis.facets.left_out import LeftOut, left_out
from db.analysis.summary import count_claims
from db.connection.cancel import Cancel, Cancelled
from db.connection.engine import writing
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.review.actions import accept, reject, reopen, undo
from db.schema.aside import set_aside
from db.schema.core import Claim
from tests.db.archives import Desk, claim, speaker
from tests.db.claims.plans import plans
from tests.db.conftest import on_sqlite
from tests.db.library import rows
from tests.db.reviewing import ANNA, by_content

TEXT = """Lind: keep the bog as it is

"The moor stays wet," said Ada Holm, who said that Bo Lind called the drains a folly.
Ada Holm may have said the ditch is old.
The peat burns, it was said.
Ada Holm resented the spades. "Spades for show," Ada Holm sneered.
"""

KEEP = "keep the bog as it is"
WET, FOLLY, OLD = "The moor stays wet", "the drains a folly", "the ditch is old"
BURNS, SPADES, SHOW = "The peat burns", "the spades", "Spades for show"


@pytest.fixture
def moor(desk: Desk) -> Engine:
    """Seven claims: two that somebody said, and one for each reason to be set aside."""
    ada, bo = speaker(TEXT, "Ada Holm"), speaker(TEXT, "Bo Lind")
    indirect = ClaimType.INDIRECT
    desk.prepare(
        TEXT,
        claim(TEXT, KEEP, speakers=[bo], kind=indirect, cue_class=CueClass.STATEMENT),
        claim(TEXT, WET, speakers=[ada], cue_class=CueClass.STATEMENT),
        claim(TEXT, FOLLY, speakers=[bo], kind=indirect, parent=1),
        claim(TEXT, OLD, speakers=[ada], kind=indirect, confidence=0.5),
        claim(TEXT, BURNS, kind=indirect, cue_class=CueClass.STATEMENT),
        claim(
            TEXT, SPADES, speakers=[ada], kind=indirect, cue_class=CueClass.EMOTION, statement=0.2
        ),
        claim(TEXT, SHOW, speakers=[ada], cue_class=CueClass.EMOTION),
    )
    desk.write("moor.txt", TEXT)
    desk.ingest()
    return desk.engine


def test_where_all_reasons_are_let_in_only_rejected_claims_are_looked_for(
    sqlite_archive: Engine,
) -> None:
    told = plans(sqlite_archive, lambda: left_out(sqlite_archive, ClaimQuery(include=ALL)))
    assert "ix_claim_review (review=?" in told[0]
    assert (
        plans(sqlite_archive, lambda: left_out(sqlite_archive, ClaimQuery(everything=True))) == []
    )


def found(engine: Engine, line: str) -> set[str]:
    return {row.content for row in rows(engine, parse_filter(line))}


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("", set()),
        ("include:nested", {FOLLY}),
        ("include:low", {OLD}),
        ("include:no-speaker", {BURNS}),
        ("include:act", {SPADES}),
        ("include:act include:low", {SPADES, OLD}),
        ("include:headline", {KEEP}),
        ("include:all", {FOLLY, OLD, BURNS, SPADES, KEEP}),
        # Who says how sure, or which class, means just that.
        ("min-confidence:0.4", {OLD}),
        ("class:emotion class:statement", {SPADES}),
        ("min-statement:0.1", {SPADES}),
    ],
)
def test_what_shows(moor: Engine, line: str, more: set[str]) -> None:
    assert found(moor, line) == {WET, SHOW} | more
    assert count_claims(moor, parse_filter(line)) == 2 + len(more)
    everything = count_claims(moor, replace(parse_filter(line), everything=True))
    assert left_out(moor, parse_filter(line)).total == everything - 2 - len(more)
    assert parse_filter(parse_filter(line).to_filter()) == parse_filter(line)


def test_what_older_runs_found_is_an_act_by_its_cue(moor: Engine) -> None:
    with writing(moor) as connection:
        connection.execute(update(Claim).values(statement=None, aside=0))
        set_aside(connection, true())
    assert left_out(moor, ClaimQuery()).reasons["act"] == 1
    assert found(moor, "include:act") == {WET, SHOW, SPADES}


@on_sqlite
def test_the_reasons_are_told(moor: Engine) -> None:
    assert left_out(moor, ClaimQuery()) == LeftOut(
        5, {"nested": 1, "low": 1, "no-speaker": 1, "act": 1, "headline": 1}
    )
    reject(moor, [by_content(moor, WET)], ANNA)
    assert left_out(moor, ClaimQuery()).reasons["rejected"] == 1
    assert left_out(moor, parse_filter("holm moor")) == LeftOut(), "content only"
    assert left_out(moor, parse_filter("moor")) == LeftOut(1, {"rejected": 1})


def test_what_a_person_judged_is_seen(moor: Engine) -> None:
    (old,) = (row.id for row in rows(moor, parse_filter("include:low ditch")))
    accept(moor, [old], ANNA)
    assert found(moor, "") == {WET, SHOW, OLD}
    undo(moor, ANNA)
    assert found(moor, "") == {WET, SHOW}
    reject(moor, [old], ANNA)
    reopen(moor, [old], ANNA)
    assert found(moor, "") == {WET, SHOW}


def test_one_that_was_cancelled_before_does_not_begin(moor: Engine) -> None:
    cancel = Cancel()
    cancel.cancel()
    with pytest.raises(Cancelled):
        left_out(moor, parse_filter(""), cancel)
