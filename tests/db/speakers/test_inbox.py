"""What is asked about speakers, and what an answer does."""

from __future__ import annotations

from sqlalchemy import Engine

from db.claims.view import open_view
from db.query.line import parse_filter
from db.review.actions import undo
from db.speakers.inbox import KEPT, Doubt, Question, answer, keep, list_questions
from tests.db.speakers.treaty import treaty

__all__ = ["treaty"]


def asked(engine: Engine, doubt: Doubt) -> Question:
    (one,) = (one for one in list_questions(engine) if one.doubt is doubt)
    return one


def speakers(engine: Engine, words: str) -> tuple[str, ...]:
    (row,) = open_view(engine, parse_filter(f"include:all {words}")).rows(0, 2)
    return row.names


def test_each_doubt_is_asked_once_the_gravest_first(treaty: Engine) -> None:
    found = [(one.doubt, one.name, len(one.claims)) for one in list_questions(treaty)]
    assert found == [
        (Doubt.CONTRADICTION, "The envoy of Chile", 1),
        (Doubt.DESCRIPTION, "The minister", 1),
        (Doubt.UNRESOLVED, "some", 1),
        (Doubt.DOCUMENT, "The treaty", 2),
    ]


def test_a_contradiction_tells_of_both_posts_and_who_else_speaks(treaty: Engine) -> None:
    one = asked(treaty, Doubt.CONTRADICTION)
    assert one.why == "given to Olav Brekke, who is president, Norway and envoy, Chile"
    assert "Olav Brekke" in asked(treaty, Doubt.DOCUMENT).candidates
    assert "The minister" not in one.candidates


def test_one_answer_is_for_all_claims_and_can_be_undone(treaty: Engine) -> None:
    one = asked(treaty, Doubt.DOCUMENT)
    assert answer(treaty, one, "Olav Brekke", "ines").ids == one.claims
    assert speakers(treaty, "passage") == speakers(treaty, "dams") == ("Olav Brekke",)
    assert Doubt.DOCUMENT not in {each.doubt for each in list_questions(treaty)}
    undo(treaty, "ines")
    assert speakers(treaty, "dams") == ("The treaty",)
    assert asked(treaty, Doubt.DOCUMENT) == one


def test_nobody_is_an_answer_too(treaty: Engine) -> None:
    answer(treaty, asked(treaty, Doubt.DESCRIPTION), "", "ines")
    assert speakers(treaty, "rain") == ()


def test_what_is_kept_is_asked_no_more(treaty: Engine) -> None:
    keep(treaty, asked(treaty, Doubt.UNRESOLVED), "ines")
    assert Doubt.UNRESOLVED not in {each.doubt for each in list_questions(treaty)}
    (row,) = open_view(treaty, parse_filter(f'tag:"{KEPT}"')).rows(0, 2)
    assert (row.content, row.review) == ("Nobody will pay", "machine")
