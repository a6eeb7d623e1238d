"""What a query asks of what people said of claims."""

from __future__ import annotations

from sqlalchemy import Engine

from db.review.actions import accept, note, reject, tag
from tests.db.library import found
from tests.db.reviewing import ANNA, by_content

ROOF = "The depot roof alone eats the reserve"


def test_claims_are_found_by_state_tag_and_note(own_library: Engine) -> None:
    roof = by_content(own_library, ROOF)
    others = len(found(own_library, "")) - 1
    accept(own_library, [roof], ANNA)
    tag(own_library, [roof], ["Flood"], ANNA)
    note(own_library, [roof], "heard the tape", ANNA)
    for line in ("review:accepted", "tag:flood", "note:tape", "note:heard tag:Flood"):
        assert found(own_library, line) == ["The depot roof"]
    assert found(own_library, "tag:floo") == []
    assert len(found(own_library, "review:machine")) == others


def test_rejected_ones_are_found_where_they_are_asked_for(own_library: Engine) -> None:
    reject(own_library, [by_content(own_library, ROOF)], ANNA)
    assert "The depot roof" not in found(own_library, "")
    assert found(own_library, "review:rejected") == ["The depot roof"]
