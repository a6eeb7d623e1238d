"""What people judged outlives extracting again and changed texts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine, delete, select

from claims.claim import Claim, ClaimType, Span
from claims.review import ReviewState
from db.analysis.summary import list_articles
from db.claims.article_page import claim_detail, read_page
from db.claims.view import open_view, rows_by_id
from db.connection.engine import writing
from db.identity.rebuild import relink_all
from db.ingest.reextract import reextract
from db.keeping.check import verify
from db.migrations.run import downgrade, upgrade
from db.query.model import ClaimQuery
from db.review.actions import Correction, accept, correct, note, redo, reject, tag, undo
from db.review.history import history
from db.review.values import read_originals
from db.schema import core as schema
from db.schema import review as review_schema
from tests.db.archives import Desk, claim, shown, speaker
from tests.db.conftest import on_sqlite
from tests.db.reviewing import ANNA, again, by_content, everything, now, public_id, span
from tests.db.stories import FERRY, HARBOUR, ferry_claims, harbour_claims

DAYS = "ferries lose nine days a year"
BREAD = "Nine days is a lot of bread"
LONGER = "Émile Örn keeps the book of lost days.\n\n" + FERRY


@pytest.fixture
def ferry(desk: Desk) -> Desk:
    """One article with two claims."""
    desk.prepare(FERRY, *ferry_claims())
    desk.write("ferry.txt", FERRY)
    desk.ingest()
    return desk


def extract_again(desk: Desk, text: str, *found: Claim) -> None:
    """Extract from all that is stored, with a newer version that finds these claims in a text."""
    desk.prepare(text, *found)
    desk.extractor.model_version += "+"
    rows = list_articles(desk.engine, ClaimQuery())
    summary = reextract(desk.engine, rows, lambda: desk.extractor, compares=False)
    assert summary.failed == 0


def change_text(desk: Desk, text: str, *found: Claim) -> None:
    desk.prepare(text, *found)
    desk.write("ferry.txt", text)
    assert desk.ingest().stored == 1


def originals(engine: Engine, ident: int) -> dict[str, object]:
    with engine.connect() as connection:
        found = read_originals(connection, [ident])
    return {"speakers": tuple(s.name for s in found[ident].speakers)} if found else {}


class TestExtractingAgain:
    @on_sqlite
    def test_an_accepted_claim_stays_accepted(self, ferry: Desk) -> None:
        ident = by_content(ferry.engine, DAYS)
        accept(ferry.engine, [ident], ANNA)
        public = public_id(ferry.engine, ident)

        extract_again(ferry, FERRY, *ferry_claims())

        found = again(ferry.engine, public)
        assert found.id != ident, "it is another run's row"
        assert found.shown.review is ReviewState.ACCEPTED
        assert len(shown(ferry.engine)) == 2
        assert verify(ferry.engine) == []

    @on_sqlite
    def test_it_shows_what_was_accepted_though_the_new_run_says_otherwise(
        self, ferry: Desk
    ) -> None:
        ident = by_content(ferry.engine, DAYS)
        accept(ferry.engine, [ident], ANNA)
        before = now(ferry.engine, ident)
        first, second = ferry_claims()
        baker = speaker(FERRY, "Émile Örn", None, "bakers' guild", evidence="of the bakers' guild")

        extract_again(
            ferry, FERRY, replace(first, speakers=(baker,), type=ClaimType.DIRECT), second
        )

        found = again(ferry.engine, before.public_id)
        assert found.shown == before.shown
        assert originals(ferry.engine, found.id) == {"speakers": ("Émile Örn",)}

    @on_sqlite
    def test_a_correction_stays_and_what_the_new_run_found_is_beside_it(self, ferry: Desk) -> None:
        ident = by_content(ferry.engine, DAYS)
        where = span(FERRY, "lose nine days a year")
        correct(ferry.engine, [ident], Correction(content=[where], names=["Émile Örn"]), ANNA)
        before = now(ferry.engine, ident)

        extract_again(ferry, FERRY, *ferry_claims())

        found = again(ferry.engine, before.public_id)
        assert found.shown == before.shown
        assert originals(ferry.engine, found.id) == {"speakers": ("Mara Lindqvist",)}
        assert verify(ferry.engine) == []

    def test_a_run_that_finds_what_a_person_corrected_to_finds_that_claim(
        self, ferry: Desk
    ) -> None:
        ident = by_content(ferry.engine, DAYS)
        where = span(FERRY, "lose nine days a year")
        correct(ferry.engine, [ident], Correction(content=[where]), ANNA)
        public = public_id(ferry.engine, ident)

        extract_again(ferry, FERRY, replace(ferry_claims()[0], content=(where,)))

        assert shown(ferry.engine) == ["lose nine days a year"]
        found = again(ferry.engine, public)
        assert found.shown.review is ReviewState.CORRECTED
        assert originals(ferry.engine, found.id) == {}, "the run says the same now"

    @on_sqlite
    def test_slightly_other_words_are_the_same_claim_where_a_person_stands_by_it(
        self, ferry: Desk
    ) -> None:
        ident = by_content(ferry.engine, DAYS)
        accept(ferry.engine, [ident], ANNA)
        public = public_id(ferry.engine, ident)
        longer = replace(ferry_claims()[0], content=(span(FERRY, f"{DAYS}."),))

        for _ in range(2):
            extract_again(ferry, FERRY, longer)
            assert shown(ferry.engine) == [DAYS]
            assert again(ferry.engine, public).shown.review is ReviewState.ACCEPTED

    @on_sqlite
    @pytest.mark.parametrize("act", [accept, "correct", "note", "tag"])
    def test_what_the_new_run_does_not_find_any_more_stays_visible(
        self, ferry: Desk, act: object
    ) -> None:
        engine, ident = ferry.engine, by_content(ferry.engine, DAYS)
        if act == "correct":
            correct(engine, [ident], Correction(type=ClaimType.MIXED), ANNA)
        elif act == "note":
            note(engine, [ident], "worth a call", ANNA)
        elif act == "tag":
            tag(engine, [ident], ["call"], ANNA)
        else:
            accept(engine, [ident], ANNA)
        before = now(engine, ident)

        for _ in range(2):
            extract_again(ferry, FERRY, ferry_claims()[1])
            assert sorted(shown(engine)) == [BREAD, DAYS]

        assert now(engine, ident) == before, "the row of the run that found it"
        assert verify(engine) == []

    @on_sqlite
    def test_a_rejected_claim_stays_rejected_and_goes_when_it_is_not_found(
        self, ferry: Desk
    ) -> None:
        ident = by_content(ferry.engine, DAYS)
        reject(ferry.engine, [ident], ANNA)
        public = public_id(ferry.engine, ident)
        extract_again(ferry, FERRY, *ferry_claims())
        assert again(ferry.engine, public).shown.review is ReviewState.REJECTED

        extract_again(ferry, FERRY, ferry_claims()[1])
        assert shown(ferry.engine) == [BREAD]
        assert [event.what for event in history(ferry.engine, public)][-1] == "found"

    def test_a_claim_nobody_judged_goes(self, ferry: Desk) -> None:
        extract_again(ferry, FERRY, ferry_claims()[1])
        assert shown(ferry.engine) == [BREAD]

    @on_sqlite
    def test_undo_works_across_runs(self, ferry: Desk) -> None:
        engine, ident = ferry.engine, by_content(ferry.engine, DAYS)
        correct(engine, [ident], Correction(names=["Émile Örn"]), ANNA)
        public = public_id(engine, ident)
        extract_again(ferry, FERRY, *ferry_claims())

        undo(engine, ANNA)
        found = again(engine, public)
        assert found.shown.review is ReviewState.MACHINE
        assert [one.name for one in found.shown.speakers] == ["Mara Lindqvist"]
        assert originals(engine, found.id) == {}

        redo(engine, ANNA)
        assert [one.name for one in again(engine, public).shown.speakers] == ["Émile Örn"]

    def test_what_is_accepted_again_by_undo_shows_again(self, ferry: Desk) -> None:
        engine, ident = ferry.engine, by_content(ferry.engine, DAYS)
        accept(engine, [ident], ANNA)
        reject(engine, [ident], ANNA)
        extract_again(ferry, FERRY, ferry_claims()[1])
        assert shown(engine) == [BREAD]
        undo(engine, ANNA)
        assert sorted(shown(engine)) == [BREAD, DAYS]

    @on_sqlite
    def test_a_number_from_before_the_run_stands_for_the_same_claim(self, ferry: Desk) -> None:
        ident = by_content(ferry.engine, DAYS)
        public = public_id(ferry.engine, ident)
        extract_again(ferry, FERRY, *ferry_claims())
        (judged,) = accept(ferry.engine, [ident], ANNA).ids
        assert judged == again(ferry.engine, public).id


class TestChangedTexts:
    def moved_claims(self) -> tuple[Claim, ...]:
        """The claims of the ferry's article in the longer text."""
        by = len(LONGER) - len(FERRY)

        def over(spans: tuple[Span, ...]) -> tuple[Span, ...]:
            return tuple(Span(one.start + by, one.end + by) for one in spans)

        return tuple(
            replace(
                one,
                content=over(one.content),
                cue=over(one.cue),
                source=over(one.source),
                speakers=tuple(
                    replace(
                        each,
                        affiliations=tuple(
                            replace(affiliation, evidence=over((affiliation.evidence,))[0])
                            for affiliation in each.affiliations
                        ),
                    )
                    for each in one.speakers
                ),
            )
            for one in ferry_claims()
        )

    @on_sqlite
    def test_a_judged_claim_keeps_its_id_where_its_words_are_found_again(self, ferry: Desk) -> None:
        engine, ident = ferry.engine, by_content(ferry.engine, DAYS)
        where = span(FERRY, "lose nine days a year")
        correct(engine, [ident], Correction(content=[where], names=["Émile Örn"]), ANNA)
        public = public_id(engine, ident)

        change_text(ferry, LONGER, *self.moved_claims())

        found = again(engine, public)
        detail = claim_detail(engine, found.id)
        assert detail is not None
        assert detail.row.content == "lose nine days a year"
        assert detail.content == (span(LONGER, "lose nine days a year"),)
        assert detail.row.names == ("Émile Örn",)
        ((_, stated),) = detail.row.in_line
        assert stated is not None
        assert LONGER[stated.evidence.start : stated.evidence.end] == "of the bakers' guild"
        assert len(shown(engine)) == 2
        assert verify(engine) == []

    @on_sqlite
    def test_undo_finds_the_words_in_the_text_that_shows(self, ferry: Desk) -> None:
        engine, ident = ferry.engine, by_content(ferry.engine, DAYS)
        correct(engine, [ident], Correction(content=[span(FERRY, "nine days a year")]), ANNA)
        public = public_id(engine, ident)
        change_text(ferry, LONGER, *self.moved_claims())

        undo(engine, ANNA)
        assert again(engine, public).shown.content[0].start == LONGER.index(DAYS)
        redo(engine, ANNA)
        assert again(engine, public).shown.content[0].start == LONGER.index("nine days a year")
        assert verify(engine) == []

    def test_what_the_new_text_does_not_say_is_shown_and_read_in_the_old_one(
        self, ferry: Desk
    ) -> None:
        engine, ident = ferry.engine, by_content(ferry.engine, DAYS)
        accept(engine, [ident], ANNA)
        shorter = FERRY.replace("ferries lose nine days a year", "nobody counts")

        change_text(ferry, shorter, claim(shorter, BREAD, cue="said", source="Émile Örn"))

        assert sorted(shown(engine)) == [BREAD, DAYS]
        (row,) = rows_by_id(engine, [ident])
        assert row.review == "accepted"
        page = read_page(engine, row.article_id, ident)
        assert page.text == FERRY
        assert [each.row.content for each in page.claims] == [DAYS]
        newer = read_page(engine, row.article_id)
        assert [each.row.content for each in newer.claims] == [BREAD]
        assert verify(engine) == []

    @on_sqlite
    def test_going_back_to_the_old_text_keeps_the_later_judgement(self, ferry: Desk) -> None:
        engine, ident = ferry.engine, by_content(ferry.engine, DAYS)
        accept(engine, [ident], ANNA)
        public = public_id(engine, ident)
        change_text(ferry, LONGER, *self.moved_claims())
        reject(engine, [again(engine, public).id], ANNA)

        ferry.write("ferry.txt", FERRY)
        ferry.ingest()

        found = again(engine, public)
        assert found.id == ident
        assert found.shown.review is ReviewState.REJECTED
        assert verify(engine) == []


@on_sqlite
def test_other_articles_are_not_touched(desk: Desk) -> None:
    desk.prepare(FERRY, *ferry_claims())
    desk.prepare(HARBOUR, *harbour_claims())
    desk.write("ferry.txt", FERRY)
    desk.write("harbour.txt", HARBOUR)
    desk.ingest()
    ident = by_content(desk.engine, "the wall would be raised by a metre")
    accept(desk.engine, [ident], ANNA)
    change_text(desk, LONGER)
    assert now(desk.engine, ident).shown.review is ReviewState.ACCEPTED


@on_sqlite
def test_migrating_down_and_up_keeps_claims_as_they_show(ferry: Desk) -> None:
    engine, ident = ferry.engine, by_content(ferry.engine, DAYS)
    correct(engine, [ident], Correction(type=ClaimType.MIXED, names=["Émile Örn"]), ANNA)
    before = everything(engine)

    downgrade(engine, "0003")
    upgrade(engine)

    after = everything(engine)
    last = {"claim": 2, "claim_speaker": 1}
    before["claim"] = [unjudged(row) for row in before["claim"]]
    untold = {name: without_last(before[name], last[name]) for name in last}
    assert {name: without_last(after[name], last[name]) for name in untold} == untold
    assert {**after, **untold} == {**before, **untold, "claim_original": []}
    accept(engine, [by_content(engine, BREAD)], ANNA)
    assert len(open_view(engine, ClaimQuery())) == 2
    with writing(engine) as connection:
        # As opening an archive of before does.
        relink_all(connection)
    # Whom the run took for the speaker is told by nothing else any more.
    [lost] = verify(engine)
    assert (lost.where, lost.what) == ("mention of Mara Lindqvist of text 1", "speaks no claim")


def unjudged(claim: tuple[object, ...]) -> tuple[object, ...]:
    """The row of a claim of which it is not told any more who judged it."""
    at = list(schema.Claim.__table__.columns.keys()).index("review")
    return (*claim[:at], ReviewState.MACHINE.value, *claim[at + 1 :])


def without_last(rows: list[tuple[object, ...]], columns: int) -> list[tuple[object, ...]]:
    """Rows without how sure they are and what a first look makes of them, which older archives do
    not tell."""
    return sorted((row[:-columns] for row in rows), key=repr)


def test_deleting_an_article_takes_its_judgements_along(ferry: Desk) -> None:
    engine = ferry.engine
    accept(engine, list(open_view(engine, ClaimQuery()).ids), ANNA)
    note(engine, list(open_view(engine, ClaimQuery()).ids), "x", ANNA)
    with writing(engine) as connection:
        connection.execute(delete(schema.Article))
    with engine.connect() as connection:
        for table in (review_schema.ReviewEvent, review_schema.ClaimNote):
            assert connection.execute(select(table)).all() == []
