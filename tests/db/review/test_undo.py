"""Undo and redo: of any sequence of steps, by whoever did them, across openings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from claims.claim import ClaimType, Span, SpeakerKind
from claims.review import ReviewState
from db.archive import open_archive
from db.claims.view import open_view
from db.connection.engine import writing
from db.keeping.check import check, verify
from db.query.model import ClaimQuery
from db.review.actions import (
    Correction,
    Reviewed,
    ReviewError,
    accept,
    correct,
    note,
    redo,
    reject,
    reopen,
    tag,
    undo,
    untag,
)
from db.schema import review as review_schema
from db.schema.choices import ReviewAction
from tests.db.archives import count
from tests.db.review.conftest import shelf
from tests.db.reviewing import ANNA, BEN, everything, now, state
from tests.db.stories import FERRY, HARBOUR


def ids_of(engine: Engine) -> list[int]:
    return list(open_view(engine, ClaimQuery(everything=True)).ids)


def test_a_step_is_undone_and_done_again_as_a_whole(engine: Engine) -> None:
    ids = ids_of(engine)
    before = everything(engine)
    accept(engine, ids, ANNA)
    done = everything(engine)

    undone = undo(engine, ANNA)
    assert (undone.action, undone.undone, set(undone.ids)) == (ReviewAction.ACCEPT, True, set(ids))
    assert everything(engine) == before

    again = redo(engine, ANNA)
    assert (again.action, again.redone) == (ReviewAction.ACCEPT, True)
    assert everything(engine) == done


def test_nothing_is_left_to_undo_or_redo(engine: Engine) -> None:
    with pytest.raises(ReviewError, match="there is nothing to undo"):
        undo(engine, ANNA)
    accept(engine, ids_of(engine)[:1], ANNA)
    with pytest.raises(ReviewError, match="there is nothing to redo"):
        redo(engine, ANNA)
    undo(engine, ANNA)
    with pytest.raises(ReviewError, match="there is nothing to undo"):
        undo(engine, ANNA)


def test_events_are_only_ever_appended(engine: Engine) -> None:
    accept(engine, ids_of(engine)[:1], ANNA)
    undo(engine, ANNA)
    redo(engine, ANNA)
    assert count(engine, review_schema.ReviewStep) == 3
    assert count(engine, review_schema.ReviewEvent) == 3


def test_what_was_undone_is_gone_once_something_else_is_done(engine: Engine) -> None:
    first, second = ids_of(engine)[:2]
    accept(engine, [first], ANNA)
    undo(engine, ANNA)
    reject(engine, [second], ANNA)
    with pytest.raises(ReviewError, match="there is nothing to redo"):
        redo(engine, ANNA)
    undo(engine, ANNA)
    redo(engine, ANNA)
    assert state(engine, second) is ReviewState.REJECTED
    assert state(engine, first) is ReviewState.MACHINE


def test_everybody_undoes_their_own(engine: Engine) -> None:
    first, second = ids_of(engine)[:2]
    accept(engine, [first], ANNA)
    accept(engine, [second], BEN)
    undo(engine, ANNA)
    assert state(engine, first) is ReviewState.MACHINE
    assert state(engine, second) is ReviewState.ACCEPTED


def test_a_step_is_undone_by_its_number_beside_later_ones(engine: Engine) -> None:
    first, second = ids_of(engine)[:2]
    step = accept(engine, [first], ANNA).step
    accept(engine, [second], ANNA)
    assert undo(engine, ANNA, step=step).ids == (first,)
    assert state(engine, first) is ReviewState.MACHINE
    assert state(engine, second) is ReviewState.ACCEPTED
    with pytest.raises(ReviewError, match="there is nothing to undo"):
        undo(engine, ANNA, step=step)


def test_what_somebody_else_changed_since_is_not_overwritten(engine: Engine) -> None:
    first = ids_of(engine)[0]
    accept(engine, [first], ANNA)
    reject(engine, [first], BEN)
    before = everything(engine)
    with pytest.raises(ReviewError, match="its review was changed since"):
        undo(engine, ANNA)
    assert everything(engine) == before
    undo(engine, BEN)
    undo(engine, ANNA)
    assert state(engine, first) is ReviewState.MACHINE


def test_undo_goes_on_after_the_archive_was_closed(engine: Engine) -> None:
    first = ids_of(engine)[0]
    before = everything(engine)
    correct(engine, [first], Correction(type=ClaimType.MIXED), ANNA)
    tag(engine, [first], ["later"], ANNA)
    url = engine.url.render_as_string(hide_password=False)
    engine.dispose()

    opened = open_archive(url)
    undo(opened, ANNA)
    undo(opened, ANNA)
    assert everything(opened) == before
    opened.dispose()


# Any sequence


Step = Callable[[Engine, list[int]], Reviewed]

_LENGTH = min(len(HARBOUR), len(FERRY))
SPANS = st.tuples(st.integers(0, _LENGTH - 2), st.integers(1, 30)).map(
    lambda at: Span(at[0], min(_LENGTH, at[0] + at[1]))
)
NAMES = st.sampled_from(["Mara Lindqvist", "Émile Örn", "Ines Kovač", "The council", "[/red]"])
AFFILIATIONS = st.tuples(
    st.sampled_from(["", "director", "diver", "former", "former director", "former diver"]),
    st.sampled_from(["", "Port Institute", "漢字 🙂"]),
)
CORRECTIONS = st.builds(
    Correction,
    type=st.none() | st.sampled_from(ClaimType),
    content=st.none() | SPANS.map(lambda span: [span]),
    cue=st.none() | st.lists(SPANS, max_size=1),
    source=st.none() | st.lists(SPANS, max_size=1),
    names=st.none() | st.lists(NAMES, max_size=1),
    kind=st.none() | st.sampled_from(SpeakerKind),
    affiliations=st.none() | st.lists(AFFILIATIONS, max_size=2),
)


def _correcting(change: Correction) -> Step:
    def step(engine: Engine, ids: list[int]) -> Reviewed:
        return correct(engine, ids[:1], change, ANNA)

    return step


STEPS: st.SearchStrategy[Step] = st.one_of(
    st.sampled_from([accept, reject, reopen]).map(
        lambda act: lambda engine, ids: act(engine, ids, ANNA)
    ),
    CORRECTIONS.map(_correcting),
    st.text("ab 🙂", max_size=3).map(
        lambda text: lambda engine, ids: note(engine, ids, text, ANNA)
    ),
    st.sampled_from(["x", "X", "y"]).map(lambda t: lambda engine, ids: tag(engine, ids, [t], ANNA)),
    st.sampled_from(["x", "Y"]).map(lambda t: lambda engine, ids: untag(engine, ids, [t], ANNA)),
)
WORK = st.lists(
    st.tuples(STEPS, st.lists(st.integers(0, 5), min_size=1, max_size=3)), min_size=1, max_size=7
)


@pytest.fixture
def sqlite_shelf(sqlite_archive: Engine) -> Engine:
    shelf(sqlite_archive)
    return sqlite_archive


def _forget(engine: Engine) -> None:
    """Begin anew with an archive in which everything is undone."""
    with writing(engine) as connection:
        connection.exec_driver_sql("DELETE FROM review_event")
        connection.exec_driver_sql("UPDATE review_step SET of_id = NULL")
        connection.exec_driver_sql("DELETE FROM review_step")
        unspoken = "id NOT IN (SELECT mention_id FROM claim_speaker)"
        connection.exec_driver_sql(f"DELETE FROM mention WHERE {unspoken}")
    check(engine, repair=True)


@pytest.mark.slow
@given(work=WORK)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_as_many_undos_give_back_the_original_and_redos_restore(
    sqlite_shelf: Engine, work: list[tuple[Step, list[int]]]
) -> None:
    engine = sqlite_shelf
    ids = ids_of(engine)
    states = [everything(engine)]
    for step, places in work:
        try:
            judged = step(engine, [ids[place] for place in places])
        except ReviewError:
            continue
        if judged.ids:
            states.append(everything(engine))
    assert verify(engine) == []

    for before in reversed(states[:-1]):
        undo(engine, ANNA)
        assert everything(engine) == before
    for after in states[1:]:
        redo(engine, ANNA)
        assert everything(engine) == after
    assert verify(engine) == []

    for _ in states[1:]:
        undo(engine, ANNA)
    assert everything(engine) == states[0]
    assert all(now(engine, ident).shown.review is ReviewState.MACHINE for ident in ids)
    _forget(engine)
