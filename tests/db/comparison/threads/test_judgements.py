"""What people judge of threads: it holds at once, survives comparing anew, and can be undone."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.analysis.threads import list_threads, read_thread
from db.comparison.rebuild import rebuild
from db.comparison.threads.judgements import join, label, list_acts, part, undo
from db.query.grammar import QueryError
from db.query.line import parse_filter
from tests.db.archives import Desk
from tests.db.comparison.threaded import article, contents, threads
from tests.db.conftest import on_sqlite

HOLDS = "the dam will hold through the winter"
LASTS = "the dam is going to hold through the whole winter"
BAKERY = "a new bakery opens beside the station"
MUST = "the school in Harrow must be closed"
HAS_TO = "the school in Harrow has to be closed"


def claim_of(engine: Engine, content: str) -> str:
    """Public id of the claim with this content."""
    (found,) = (
        one.row.claim_id
        for row in list_threads(engine, parse_filter(""), everything=True)
        for one in read_thread(engine, row.thread).claims
        if one.row.content == content
    )
    return found


def together(engine: Engine, content: str) -> set[str]:
    """What is in a claim's thread."""
    thread = read_thread(engine, claim_of(engine, content))
    return {one.row.content for one in thread.claims}


@on_sqlite
def test_joined_threads_are_one_and_both_ids_lead_to_it(dam: Desk) -> None:
    engine = dam.engine
    school, bakery = (read_thread(engine, claim_of(engine, one)).row for one in (MUST, BAKERY))
    done = join(engine, claim_of(engine, HAS_TO), claim_of(engine, BAKERY), "anna")
    assert done.what == f"judge the same: “{HAS_TO}” and “{BAKERY}”"
    assert together(engine, MUST) == {MUST, HAS_TO, BAKERY}
    assert read_thread(engine, bakery.thread) == read_thread(engine, school.thread)
    rebuild(engine)
    assert together(engine, MUST) == {MUST, HAS_TO, BAKERY}
    assert read_thread(engine, bakery.thread).row.thread == school.thread

    with pytest.raises(QueryError, match="nothing of yours to undo"):
        undo(engine, None, "ben")
    undo(engine, None, "anna")
    assert contents(engine) == threads()
    assert read_thread(engine, bakery.thread).row == bakery
    assert read_thread(engine, school.thread).row == school
    rebuild(engine)
    assert contents(engine) == threads()


@on_sqlite
def test_parted_claims_stay_apart(dam: Desk) -> None:
    engine = dam.engine
    part(engine, claim_of(engine, HOLDS), claim_of(engine, LASTS), "anna")
    assert LASTS not in together(engine, HOLDS)
    rebuild(engine)
    assert LASTS not in together(engine, HOLDS)
    undo(engine, 1, "anna")
    assert contents(engine) == threads()


@on_sqlite
def test_the_last_judgement_of_a_pair_holds(dam: Desk) -> None:
    engine = dam.engine
    pair = claim_of(engine, HOLDS), claim_of(engine, BAKERY)
    part(engine, *pair, "anna")
    join(engine, *pair, "ben")
    assert BAKERY in together(engine, HOLDS)
    part(engine, pair[1], pair[0], "anna")
    assert BAKERY not in together(engine, HOLDS)
    undo(engine, None, "anna")
    assert BAKERY in together(engine, HOLDS)
    rebuild(engine)
    assert BAKERY in together(engine, HOLDS)


def test_a_label_stays_with_its_thread(dam: Desk) -> None:
    engine = dam.engine
    thread = read_thread(engine, claim_of(engine, MUST)).row
    label(engine, thread.thread, "Harrow's   school", "anna")
    now = read_thread(engine, thread.thread).row
    assert (now.label, now.labelled) == ("Harrow's school", True)
    label(engine, claim_of(engine, MUST), "The school", "ben")
    rebuild(engine)
    assert read_thread(engine, thread.thread).row.label == "The school"
    undo(engine, None, "ben")
    assert read_thread(engine, thread.thread).row.label == "Harrow's school"
    undo(engine, None, "anna")
    assert read_thread(engine, thread.thread).row == thread


@on_sqlite
def test_acts_are_listed_with_their_authors(dam: Desk) -> None:
    engine = dam.engine
    part(engine, claim_of(engine, HOLDS), claim_of(engine, BAKERY), "anna")
    label(engine, claim_of(engine, HOLDS), "The dam", "ben")
    undo(engine, 1, "ben")
    found = list_acts(engine)
    assert [(one.number, one.author, one.undone) for one in found] == [
        (2, "ben", False),
        (1, "anna", True),
    ]


@on_sqlite
def test_what_cannot_be_judged_is_told(dam: Desk) -> None:
    engine = dam.engine
    own = claim_of(engine, HOLDS)
    with pytest.raises(QueryError, match="itself"):
        join(engine, own, own, "anna")
    with pytest.raises(QueryError, match="no claim c0123456789abcdef"):
        part(engine, own, "c0123456789abcdef", "anna")
    with pytest.raises(QueryError, match="nothing of yours to undo"):
        undo(engine, None, "anna")
    with pytest.raises(QueryError, match="no act 7"):
        undo(engine, 7, "anna")
    with pytest.raises(QueryError, match="no name"):
        join(engine, own, claim_of(engine, BAKERY), " ")
    with pytest.raises(QueryError, match="is not a name"):
        label(engine, own, "…", "anna")
    assert list_acts(engine) == []


@on_sqlite
def test_what_was_judged_outlives_the_claims_rows(dam: Desk) -> None:
    engine = dam.engine
    join(engine, claim_of(engine, MUST), claim_of(engine, BAKERY), "anna")
    text, *claims = article(4)
    dam.write("4.txt", text + "\nNo more was said.\n")
    dam.ingest()
    assert together(engine, MUST) == {MUST, HAS_TO}
    dam.write("4.txt", text)
    dam.ingest()
    rebuild(engine)
    assert together(engine, MUST) == {MUST, HAS_TO, BAKERY}
    assert claims
