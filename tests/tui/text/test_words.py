"""Values in words."""

from __future__ import annotations

from sqlalchemy import Engine

from db.analysis.facets.left_out import LeftOut
from db.claims.view import ClaimRow, open_view
from db.query.line import parse_filter
from db.review.actions import reject
from tests.tui.text.rows import TITLE
from tui.text import words


def row(engine: Engine, line: str) -> ClaimRow:
    (found,) = open_view(engine, parse_filter(line)).rows(0, 1)
    return found


def test_what_is_known_is_told_in_order(archive: Engine) -> None:
    claim = row(archive, "is:negated")
    facts = "indirect · statement · hedged · negated · According to · 0.82"
    known = f"2023-03-21 · Northern Courier · {facts}"
    assert words.heading(claim) == (known, "Pipeline talks stall over price")
    assert words.heading(claim, who=True)[0] == f"Ministry of Transport · {known}"
    assert words.heading(claim, own=True) == (facts, "")


def test_what_is_not_known_is_left_out(undated_archive: Engine) -> None:
    assert words.heading(row(undated_archive, "valley")) == ("direct · said · 0.90", TITLE)
    nobody = words.heading(row(undated_archive, "freight"), who=True)[0]
    assert nobody.startswith("(officials) · 2024-01-09 · ")


def test_a_verdict_is_told(archive: Engine) -> None:
    reject(archive, [row(archive, "is:negated").id], "anna")
    assert words.heading(row(archive, "is:negated include:rejected"))[0].endswith(
        "0.82 · ✗ rejected"
    )


def test_many_affiliations_are_told_in_brief() -> None:
    stated = ["mayor, Elm City", "candidate", "engineer", "author", "rival"]
    assert words.in_brief(stated) == "mayor, Elm City; candidate; engineer; 2 more"
    assert words.in_brief(stated[:3]) == "mayor, Elm City; candidate; engineer"
    assert words.in_brief([]) == ""


def test_one_claim_left_out_is_told_in_the_singular() -> None:
    assert words.reasons(LeftOut(14, {"act": 12, "headline": 1, "low": 1})) == (
        "12 acts, 1 headline, 1 doubtful"
    )


def test_that_reasons_are_more_than_claims_is_explained() -> None:
    assert words.reasons(LeftOut(5, {"act": 4, "low": 2})) == (
        "4 acts, 2 doubtful (some for several reasons)"
    )


def test_what_is_shared_is_told_without_what_is_not() -> None:
    assert words.shared(["thread", "topic", "topic"]) == "1 thread and 2 topics shared"
    assert words.shared(["topic"]) == "1 topic shared"
    assert words.shared([]) == "nothing shared"


def test_claims_without_a_date_are_of_no_month() -> None:
    assert words.part_of(12, 40, "month") == "12 of 40 months"
    assert words.part_of(3, 3, "month") == "3 months"
    assert words.part_of(13, 41, "month", undated=True) == "12 of 40 months and undated"
    assert words.part_of(2, 2, "month", undated=True) == "1 month and undated"
    assert words.part_of(1, 1, "month", undated=True) == "all undated"
