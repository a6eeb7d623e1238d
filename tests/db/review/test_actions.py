"""Judging claims: what shows afterwards, what stays, and what is refused."""

from __future__ import annotations

import csv
import io

import pytest
from sqlalchemy import Engine

from claims.claim import ClaimType
from claims.review import ReviewState
from db.claims.view import open_view, rows_by_id
from db.export import COLUMNS, export
from db.keeping.check import verify
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.review.actions import (
    Correction,
    ReviewError,
    accept,
    correct,
    note,
    reject,
    reopen,
    tag,
)
from db.schema import review as review_schema
from tests.db.archives import count
from tests.db.conftest import on_sqlite
from tests.db.review.found import WALL, found
from tests.db.reviewing import ANNA, BEN, by_content, now, span, state
from tests.db.stories import HARBOUR

BREAD = "Nine days is a lot of bread"


class TestVerdicts:
    @on_sqlite
    def test_a_claim_is_accepted_and_its_words_stay(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        before = now(engine, ident)

        judged = accept(engine, [ident], ANNA, "heard the tape")

        assert judged.ids == (ident,)
        assert state(engine, ident) is ReviewState.ACCEPTED
        assert now(engine, ident).shown.extracted_as(before.shown)
        assert verify(engine) == []

    def test_a_rejected_claim_stays_stored_and_shows_where_it_is_asked_for(
        self, engine: Engine
    ) -> None:
        ident = by_content(engine, WALL)
        reject(engine, [ident], ANNA)
        assert state(engine, ident) is ReviewState.REJECTED
        assert WALL not in found(engine, "")
        assert WALL in found(engine, "include:rejected")

    def test_many_claims_in_one_step(self, engine: Engine) -> None:
        ids = list(open_view(engine, ClaimQuery(everything=True)).ids)
        assert len(accept(engine, ids, ANNA).ids) == 6
        assert count(engine, review_schema.ReviewStep) == 1
        assert count(engine, review_schema.ReviewEvent) == 6

    def test_what_is_accepted_already_makes_no_step(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        accept(engine, [ident], ANNA)
        assert accept(engine, [ident], BEN).ids == ()
        assert count(engine, review_schema.ReviewStep) == 1

    def test_reopening_takes_back_verdict_and_corrections_but_no_note(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        before = now(engine, ident).shown
        correct(engine, [ident], Correction(type=ClaimType.MIXED, names=["Émile Örn"]), ANNA)
        note(engine, [ident], "ask again", ANNA)

        reopen(engine, [ident], ANNA)

        after = now(engine, ident).shown
        assert after.extracted_as(before)
        assert (after.review, after.note) == (ReviewState.MACHINE, "ask again")
        assert count(engine, review_schema.ClaimOriginal) == 0

    def test_a_claim_that_is_gone_is_told_and_nothing_is_done(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        with pytest.raises(ReviewError, match="claim number 999 does not show any more"):
            accept(engine, [ident, 999], ANNA)
        assert state(engine, ident) is ReviewState.MACHINE

    def test_nobody_cannot_judge(self, engine: Engine) -> None:
        with pytest.raises(ReviewError, match="not known who judges"):
            accept(engine, [by_content(engine, WALL)], "  ")


class TestFinding:
    def test_by_state(self, engine: Engine) -> None:
        accept(engine, [by_content(engine, WALL)], ANNA)
        reject(engine, [by_content(engine, BREAD)], ANNA)
        assert found(engine, "review:accepted") == [WALL]
        assert found(engine, "review:accepted review:rejected sort:-type") == [WALL, BREAD]
        assert (
            len(found(engine, "review:machine include:no-speaker include:low include:nested")) == 4
        )

    def test_by_tag_and_note(self, engine: Engine) -> None:
        wall, bread = by_content(engine, WALL), by_content(engine, BREAD)
        tag(engine, [wall, bread], ["Flood risk"], ANNA)
        tag(engine, [bread], ["§§"], ANNA)
        note(engine, [wall], "The mayor’s own words?", ANNA)
        assert sorted(found(engine, 'tag:"flood RISK"')) == [BREAD, WALL]
        assert found(engine, "tag:flood") == [], "a tag is a whole"
        assert found(engine, "tag:§§") == [BREAD]
        assert found(engine, "note:mayor") == [WALL]
        assert found(engine, 'note:"word own"') == [WALL]
        assert found(engine, "note:bread") == []
        assert found(engine, 'tag:"flood risk" note:mayor type:direct') == []

    @pytest.mark.parametrize("line", ["tag:\ud800", "tag:\0", "note:\0", "note:%", "note:_"])
    def test_what_cannot_be_there_is_not_found(self, engine: Engine, line: str) -> None:
        note(engine, [by_content(engine, WALL)], "100 %", ANNA)
        assert found(engine, line) == []

    def test_rows_show_note_and_tags(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        tag(engine, [ident], ["b", "A"], ANNA)
        note(engine, [ident], "ask", ANNA)
        (row,) = rows_by_id(engine, [ident])
        assert (row.note, row.tags) == ("ask", ("A", "b"))


class TestExporting:
    def exported(self, engine: Engine, line: str) -> list[dict[str, str]]:
        out = io.StringIO(newline="")
        export(engine, out, "csv", query=parse_filter(line))
        return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))

    @on_sqlite
    def test_the_corrected_and_the_original_values_stand_in_one_row(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        where = span(HARBOUR, "would be raised by a metre")
        correct(engine, [ident], Correction(content=[where], names=["Émile Örn"]), ANNA, "tape")
        tag(engine, [ident], ["=cmd", "flood"], BEN)

        (row,) = self.exported(engine, "tag:flood")

        assert (row["review"], row["reviewed_by"], row["review_reason"]) == (
            "corrected",
            ANNA,
            "tape",
        )
        assert row["content"] == "would be raised by a metre"
        assert row["content_start"] == str(where.start)
        assert row["speaker"] == "Émile Örn"
        assert row["tags"] == "'=cmd; flood"
        assert row["original_content"] == WALL
        assert row["original_speaker"] == "Mara Lindqvist"
        assert row["original_role"] == "harbour engineer"
        assert row["original_organization"] == "Port Institute"
        start, _, end = row["original_content_spans"].partition("-")
        assert HARBOUR[int(start) : int(end)] == WALL

    def test_what_nobody_judged_has_no_verdict_and_no_original(self, engine: Engine) -> None:
        accept(engine, [by_content(engine, WALL)], ANNA)
        row = self.exported(engine, "review:machine")[0]
        own = COLUMNS[41 : COLUMNS.index("statement")]
        assert [row[name] for name in own] == [""] * len(own)
        (row,) = self.exported(engine, "review:accepted")
        assert row["reviewed_by"] == ANNA
        assert row["original_content"] == ""

    def test_the_last_verdict_counts(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        accept(engine, [ident], ANNA)
        reject(engine, [ident], BEN)
        (row,) = self.exported(engine, "review:rejected")
        assert row["reviewed_by"] == BEN
