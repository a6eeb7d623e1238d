"""What became of a claim."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

import pytest
from sqlalchemy import Engine

from claims.claim import ClaimType
from db.review.actions import (
    Correction,
    ReviewError,
    accept,
    claim_numbers,
    correct,
    reject,
    tag,
    undo,
)
from db.review.history import history, last_reviews
from db.schema.choices import ReviewAction
from tests.db.review.found import WALL
from tests.db.reviewing import ANNA, BEN, by_content, public_id


class TestHistory:
    def test_it_tells_who_what_from_to_and_why(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        change = Correction(type=ClaimType.MIXED, names=["Émile Örn"])
        correct(engine, [ident], change, ANNA, "by the tape")
        tag(engine, [ident], ["tape"], BEN)

        found, *events = history(engine, public_id(engine, ident))

        assert (found.what, found.after) == ("found", "prepared 1.0")
        assert [(e.who, e.what, e.field, e.before, e.after, e.why) for e in events] == [
            (ANNA, ReviewAction.CORRECT, "review", "machine", "corrected", "by the tape"),
            (ANNA, ReviewAction.CORRECT, "type", "indirect", "mixed", "by the tape"),
            (
                ANNA,
                ReviewAction.CORRECT,
                "speakers",
                "Mara Lindqvist (harbour engineer, Port Institute)",
                "Émile Örn",
                "by the tape",
            ),
            (BEN, ReviewAction.TAG, "tags", "", "tape", None),
        ]

    def test_its_order_is_that_of_the_steps_whatever_the_clock_says(
        self, engine: Engine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        days = iter((9, 5, 3))

        class SetBack(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> SetBack:
                return cls(2030, 1, next(days), tzinfo=UTC)

        monkeypatch.setattr("db.review.actions.datetime", SetBack)
        ident = by_content(engine, WALL)
        accept(engine, [ident], ANNA)
        reject(engine, [ident], BEN)
        with engine.connect() as connection:
            assert last_reviews(connection, [ident])[ident].who == BEN
        undo(engine, BEN)

        _, *events = history(engine, public_id(engine, ident))

        assert [(e.who, e.after, e.when.day) for e in events] == [
            (ANNA, "accepted", 9),
            (BEN, "rejected", 5),
            (BEN, "accepted", 3),
        ]

    def test_a_claim_that_never_was_has_none(self, engine: Engine) -> None:
        with pytest.raises(ReviewError, match="there is no claim c123"):
            history(engine, "c123")

    def test_claims_are_found_by_public_id(self, engine: Engine) -> None:
        ident = by_content(engine, WALL)
        assert claim_numbers(engine, [public_id(engine, ident)] * 2) == [ident]
        with pytest.raises(ReviewError, match=r"there is no claim c1 \(and 1 others\)"):
            claim_numbers(engine, ["c1", "c2"])
