"""Threads in an archive: claims of several articles that say the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete, func, select

from claims.claim import Claim, Span
from db.analysis.threads import count_unthreaded, list_threads, read_thread
from db.archive import open_archive
from db.claims.view import open_view
from db.comparison.rebuild import Updated, compare_corrected, rebuild
from db.comparison.threads.judgements import join
from db.connection.engine import writing
from db.ingest.ingest import ingest
from db.keeping.check import verify
from db.query.grammar import QueryError
from db.query.line import parse_filter
from db.query.vocabulary import Named, names_starting, vocabulary
from db.review.actions import claim_numbers, correct, reject, undo
from db.review.corrections import Correction
from db.schema import core as schema
from db.schema.comparison.threads import ClaimMeaning
from tests.db.archives import Desk, copy_of, count
from tests.db.comparison.threaded import ARTICLES, article, contents, open_thread, said, threads
from tests.db.conftest import on_sqlite


def test_the_filter_of_threads(dam: Desk) -> None:
    found = open_thread(dam.engine, "the dam will hold through the winter")
    ids = {one.row.claim_id for one in found.claims}
    for value in (found.row.thread, f"the dam [{found.row.thread}]", min(ids)):
        view = open_view(dam.engine, parse_filter(f'thread:"{value}"'))
        assert {row.claim_id for row in view.rows(0, 9)} == ids
    word = found.row.label.split()[-1]
    assert len(open_view(dam.engine, parse_filter(f"thread:{word}"))) >= 3
    assert len(open_view(dam.engine, parse_filter("thread:t0123456789abcdef"))) == 0


def test_claims_stand_in_the_order_of_what_their_threads_have(dam: Desk) -> None:
    def articles(line: str) -> list[int]:
        rows = open_view(dam.engine, parse_filter(line)).rows(0, 20)
        return [row.thread.articles if row.thread else 0 for row in rows]

    assert articles("sort:-articles") == [3] * 3 + [2] * 2 + [1] * 4
    assert articles("sort:articles") == [1] * 4 + [2] * 2 + [3] * 3
    last = open_view(dam.engine, parse_filter("sort:-first_said")).rows(0, 1)[0]
    assert last.thread is not None
    assert last.thread.first_said.as_known == "2023-05-04"
    first = open_view(dam.engine, parse_filter("sort:first_said")).rows(0, 4)
    assert {row.thread.first_said.as_known for row in first if row.thread} == {"2023-05-01"}


def test_labels_complete_what_is_typed(dam: Desk) -> None:
    labels = [row.label for row in list_threads(dam.engine, parse_filter(""))]
    assert vocabulary(dam.engine)["thread"] == labels
    assert names_starting(dam.engine, Named.THREAD, "school") == [labels[1]]
    assert names_starting(dam.engine, Named.THREAD, "bakery") == []


@on_sqlite
def test_a_claim_inside_another_and_a_mere_name_are_in_no_thread_with_others(desk: Desk) -> None:
    for day, who in ((1, "Tomas Brandt"), (2, "Ed Novak")):
        text = (
            f"{who} said Ann Lee told people below the dam that it will hold through winter.\n\n"
            f"{who} said Mr. Lind.\n\nPublished {day} May 2023\n"
        )
        inside = "it will hold through winter"
        outer = said(text, who, f"Ann Lee told people below the dam that {inside}")
        inner = said(text, "Ann Lee", inside, parent=0)
        desk.prepare(text, outer, inner, said(text, who, "Mr. Lind"))
        desk.write(f"{day}.txt", text)
    desk.ingest()
    found = [set(one) for one in contents(desk.engine)]
    assert all(len(one) == 1 for one in found)
    assert {"Mr. Lind"} not in found
    assert count_unthreaded(desk.engine) == 0
    before = contents(desk.engine)
    rebuild(desk.engine)
    assert contents(desk.engine) == before
    (row,) = open_view(desk.engine, parse_filter('"Mr. Lind"')).rows(0, 1)
    with pytest.raises(QueryError, match="says too little by itself"):
        read_thread(desk.engine, row.claim_id)


@settings(deadline=None, max_examples=5)
@given(order=st.permutations(ARTICLES))
def test_the_order_of_arrival_makes_no_difference(template_file: Path, order: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_archive(str(copy_of(template_file, Path(folder))))
        desk = Desk(engine, Path(folder, "articles"), compares=True)
        told: dict[str, set[str]] = {}
        for day in order:
            text, *claims = article(day)
            desk.prepare(text, *claims)
            desk.ingest(desk.write(f"{day}.txt", text))
            for row in list_threads(engine, parse_filter(""), everything=True):
                found = read_thread(engine, row.thread).claims
                told[row.thread] = {one.row.content for one in found}
        rebuild(engine)
        assert contents(engine) == threads()
        for ident, before in told.items():
            now = {one.row.content for one in read_thread(engine, ident).claims}
            assert before & now
        engine.dispose()


@on_sqlite
def test_what_is_not_compared_is_compared_on_demand(desk: Desk) -> None:
    for day in ARTICLES:
        text, *claims = article(day)
        desk.prepare(text, *claims)
        desk.write(f"{day}.txt", text)
    ingest(desk.engine, [desk.folder], lambda: desk.extractor, compares=False)
    assert list_threads(desk.engine, parse_filter(""), everything=True) == []
    assert count_unthreaded(desk.engine) == 9
    rows = open_view(desk.engine, parse_filter("")).rows(0, 9)
    assert [row.thread for row in rows] == [None] * 9
    with pytest.raises(QueryError, match="compare --rebuild"):
        read_thread(desk.engine, rows[0].claim_id)
    rebuild(desk.engine)
    assert contents(desk.engine) == threads()
    assert count_unthreaded(desk.engine) == 0


def test_a_rejected_claim_counts_for_nothing(dam: Desk) -> None:
    found = open_thread(dam.engine, "the dam will hold through the winter")
    numbers = claim_numbers(dam.engine, [found.claims[0].row.claim_id])
    reject(dam.engine, numbers, "anna")
    left = read_thread(dam.engine, found.row.thread)
    assert (left.row.claims, len(left.claims)) == (2, 2)
    assert left.row.first.as_known == "2023-05-02"
    every = read_thread(dam.engine, found.row.thread, parse_filter("include:rejected"))
    assert len(every.claims) == 3
    undo(dam.engine, "anna")
    assert read_thread(dam.engine, found.row.thread).row == found.row


@on_sqlite
def test_a_new_text_keeps_the_threads_of_what_it_still_says(dam: Desk) -> None:
    found = open_thread(dam.engine, "the dam will hold through the winter")
    text, *claims = article(1)
    longer = f"{text}\nNothing else was said that day.\n"
    again = said(longer, *_who_and_what(text, claims[0]))
    dam.prepare(longer, again)
    dam.write("1.txt", longer)
    dam.ingest()
    now = read_thread(dam.engine, found.row.thread)
    assert now.row.claims == 3
    alone = list_threads(dam.engine, parse_filter(""), everything=True)
    assert sum(row.claims for row in alone) == 8
    dam.write("1.txt", text)
    dam.ingest()
    assert read_thread(dam.engine, found.row.thread).row == found.row


def _who_and_what(text: str, claim: Claim) -> tuple[str, str]:
    (span,) = claim.content
    return claim.speakers[0].name, text[span.start : span.end]


def test_an_article_that_goes_takes_its_claims_out_of_threads(dam: Desk) -> None:
    found = open_thread(dam.engine, "the dam will hold through the winter")
    with writing(dam.engine) as connection:
        table = schema.Claim
        gone = [one.row.id for one in found.claims[1:]]
        connection.execute(delete(table).where(table.id.in_(gone)))
    rebuild(dam.engine)
    assert read_thread(dam.engine, found.row.thread).row.claims == 1
    assert count(dam.engine, ClaimMeaning) == 7


def test_what_denies_a_claim_is_not_in_its_thread_unless_a_person_says_so(desk: Desk) -> None:
    flooded = "the dam at Velmora flooded 40 farms below the river Orr"
    dry = "the dam at Velmora has not flooded farms below the river Orr"
    for day, (who, what) in {1: ("Lotte Brenner", flooded), 2: ("Tomas Brandt", dry)}.items():
        text = f"Valley news {day}\n\nBy Ines Calder\nMay {day}, 2023\n\n{who} said {what}.\n"
        desk.prepare(text, said(text, who, what))
        desk.write(f"{day}.txt", text)
        desk.ingest()
    assert list_threads(desk.engine, parse_filter("")) == []
    rebuild(desk.engine)
    assert list_threads(desk.engine, parse_filter("")) == []
    both = [row.claim_id for row in open_view(desk.engine, parse_filter("")).rows(0, 2)]
    join(desk.engine, both[0], both[1], "anna")
    rebuild(desk.engine)
    assert [row.claims for row in list_threads(desk.engine, parse_filter(""))] == [2]


def test_what_was_corrected_is_compared_anew_as_the_next_article_comes(dam: Desk) -> None:
    school, holds = "the school in Harrow must be closed", "the dam is going to hold through the"
    text = article(2)[0]
    start = text.index(holds)
    content = [Span(start, text.index(".", start))]
    first = open_thread(dam.engine, school).claims[0].row.claim_id
    (number,) = claim_numbers(dam.engine, [first])
    correct(dam.engine, [number], Correction(content=content), "anna")
    assert sizes(dam) == [3, 2]

    come(dam, "Nothing was said.\n")
    assert sizes(dam) == [4]
    undo(dam.engine, "anna")
    come(dam, "Nothing was said again.\n")
    assert contents(dam.engine) == threads()
    assert verify(dam.engine) == []

    correct(dam.engine, [number], Correction(content=content), "anna")
    rebuild(dam.engine)
    assert sizes(dam) == [4]
    assert due(dam.engine) == 0

    undo(dam.engine, "anna")
    told: list[tuple[int, int]] = []
    assert compare_corrected(dam.engine, lambda *done: told.append(done)) == Updated(1, 1)
    assert told == [(1, 1)]
    assert contents(dam.engine) == threads()
    assert due(dam.engine) == 0
    assert compare_corrected(dam.engine) == Updated(0, 0)


def come(desk: Desk, text: str) -> None:
    """Another article comes after a claim was corrected."""
    assert due(desk.engine) == 1
    desk.ingest(desk.write(f"{len(text)}.txt", text))
    assert due(desk.engine) == 0


def due(engine: Engine) -> int:
    """How many claims are to be compared anew."""
    with engine.connect() as connection:
        those = select(func.count()).select_from(ClaimMeaning).where(ClaimMeaning.due)
        return connection.scalar(those) or 0


def sizes(desk: Desk) -> list[int]:
    return [row.claims for row in list_threads(desk.engine, parse_filter(""))]
