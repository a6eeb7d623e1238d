"""What is asked about speakers, and what an answer does."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, update

from claims.aside import BITS, Aside
from claims.claim import ClaimType, SpeakerKind
from db.claims.view import open_view
from db.connection.engine import writing
from db.query.line import parse_filter
from db.query.tables import claim
from db.review.actions import undo
from db.speakers.inbox import KEPT, Doubt, Question, answer, keep, list_questions
from tests.db.archives import Desk
from tests.db.identity.newsroom import Newsroom
from tests.db.speakers.treaty import treaty
from tests.tui.archives import MadeArticle, MadeClaim, make_archive

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
        (Doubt.UNRESOLVED, "she", 1),
        (Doubt.DOCUMENT, "The treaty", 2),
    ]


def test_a_contradiction_tells_of_both_posts_and_who_else_speaks(treaty: Engine) -> None:
    one = asked(treaty, Doubt.CONTRADICTION)
    assert one.why == "given to Olav Brekke, who is president, Norway and envoy, Chile"
    assert "Olav Brekke" in asked(treaty, Doubt.DOCUMENT).candidates
    assert "The minister" not in one.candidates


def test_one_answer_is_for_all_claims_and_can_be_undone(treaty: Engine) -> None:
    one = asked(treaty, Doubt.DOCUMENT)
    assert answer(treaty, one, ["Olav Brekke"], "ines").ids == one.claims
    assert speakers(treaty, "passage") == speakers(treaty, "dams") == ("Olav Brekke",)
    assert Doubt.DOCUMENT not in {each.doubt for each in list_questions(treaty)}
    undo(treaty, "ines")
    assert speakers(treaty, "dams") == ("The treaty",)
    assert asked(treaty, Doubt.DOCUMENT) == one


def test_nobody_is_an_answer_too(treaty: Engine) -> None:
    answer(treaty, asked(treaty, Doubt.DESCRIPTION), [], "ines")
    assert speakers(treaty, "rain") == ()


def test_what_is_kept_is_asked_no_more(treaty: Engine) -> None:
    keep(treaty, asked(treaty, Doubt.UNRESOLVED), "ines")
    assert Doubt.UNRESOLVED not in {each.doubt for each in list_questions(treaty)}
    (row,) = open_view(treaty, parse_filter(f'tag:"{KEPT}"')).rows(0, 2)
    assert (row.content, row.review) == ("Nobody will pay", "machine")


def test_a_pronoun_is_asked_about_once_with_a_capital_and_without(tmp_path: Path) -> None:
    sentences = ("We expect rain tonight.", "Only snow would help, we hear.")
    said = (
        MadeClaim("rain tonight", "expect", "We", "We", ClaimType.INDIRECT),
        MadeClaim("Only snow would help", "hear", "we", "we", ClaimType.INDIRECT),
    )
    story = MadeArticle("rain", "Courier", None, ("Rain", *sentences), said)
    engine = make_archive(tmp_path / "rain.db", [story])
    one = asked(engine, Doubt.DESCRIPTION)
    assert (one.name, len(one.claims)) == ("We", 2)
    engine.dispose()


def test_what_concerns_most_claims_is_asked_first(tmp_path: Path) -> None:
    sentences = ("We expect rain tonight.", "Only snow would help, she hears.", "Hail, she hears.")
    said = (
        MadeClaim("rain tonight", "expect", "We", "We", ClaimType.INDIRECT),
        MadeClaim("Only snow would help", "hears", "she", "", ClaimType.INDIRECT),
        MadeClaim("Hail", "hears", "she", "", ClaimType.INDIRECT),
    )
    story = MadeArticle("rain", "Courier", None, ("Rain", *sentences), said)
    engine = make_archive(tmp_path / "rain.db", [story])
    with writing(engine) as connection:
        nobody = claim.c.source == "she"
        connection.execute(update(claim).where(nobody).values(aside=BITS[Aside.NO_SPEAKER]))
    found = [(one.doubt, one.concerned) for one in list_questions(engine)]
    assert found == [(Doubt.UNRESOLVED, 2), (Doubt.DESCRIPTION, 1)]
    engine.dispose()


HALL: Final = (
    ("Some in the hall", ""),
    ("Twelve percent", ""),
    ("63 percent", ""),
    ("another of the guests", ""),
    ("two aides", ""),
    ("She", ""),
    ("A Tidewater poll", "A Tidewater poll"),
    ("exit polls", "exit polls"),
    ("Early reports", "Early reports"),
    ("the reports", "the reports"),
    ("a letter", "a letter"),
)
"""Sources with the document that each is, if any."""


def test_an_unnamed_many_and_polls_are_not_asked_about(tmp_path: Path) -> None:
    sentences = [f"{source} hinted that the hall shuts in {n} weeks." for n, (source, _) in
                 enumerate(HALL, 20)]  # fmt: skip
    said = [
        MadeClaim(f"the hall shuts in {n} weeks", "hinted", source, name, ClaimType.INDIRECT,
                  kind=SpeakerKind.DOCUMENT if name else SpeakerKind.PERSON)
        for n, (source, name) in enumerate(HALL, 20)
    ]  # fmt: skip
    told = ("A hall", *sentences)
    hall = MadeArticle(
        name="hall", outlet="Courier", published=None, paragraphs=told, claims=tuple(said)
    )
    engine = make_archive(tmp_path / "hall.db", [hall])
    with writing(engine) as connection:
        nobody = claim.c.source.in_([source for source, name in HALL if not name])
        connection.execute(update(claim).where(nobody).values(aside=BITS[Aside.NO_SPEAKER]))
    assert [one.name for one in list_questions(engine)] == ["She", "the reports", "a letter"]
    engine.dispose()


def test_names_that_may_be_one_are_asked_about_by_their_claims(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Tomas Berg", None, None))
    room.article(("Berg", None, None))
    room.article(("Ines Ruiz", None, None))
    for _ in range(2):
        room.article(("Ruiz", None, None))

    ruiz, berg = list_questions(desk.engine)

    assert (ruiz.doubt, {*ruiz.name.split(" = ")}) == (Doubt.SUGGESTION, {"Ines Ruiz", "Ruiz"})
    assert ruiz.why.endswith("; 1 and 2 claims")
    assert {*berg.name.split(" = ")} == {"Tomas Berg", "Berg"}
    # Where one of them says nothing that is looked at first, it makes no difference who that is.
    with writing(desk.engine) as connection:
        connection.execute(update(claim).where(claim.c.id == 2).values(aside=BITS[Aside.LOW]))
    assert list_questions(desk.engine) == [ruiz]


def test_a_document_that_is_known_by_a_name_is_asked_for_by_that_too(tmp_path: Path) -> None:
    pact = MadeArticle(
        name="pact",
        outlet="Courier",
        published=date(2024, 2, 1),
        paragraphs=("Norway signed a fishing pact on Monday.", "The document forbids new dams."),
        claims=(
            MadeClaim(
                "new dams",
                "forbids",
                "The document",
                "fishing pact",
                ClaimType.INDIRECT,
                kind=SpeakerKind.DOCUMENT,
            ),
        ),
    )
    engine = make_archive(tmp_path / "pact.db", [pact])
    assert asked(engine, Doubt.DOCUMENT).why == "a document, fishing pact: whose is it?"
    engine.dispose()


def test_a_document_written_in_several_ways_is_asked_about_once(tmp_path: Path) -> None:
    sentences = ("The pact forbids new dams.", "It promises clean water, the paper says.")
    ways = (("new dams", "forbids", "The pact"), ("clean water", "promises", "It"))
    said = tuple(
        MadeClaim(*words, "fishing pact", ClaimType.INDIRECT, kind=SpeakerKind.DOCUMENT)
        for words in ways
    )
    story = MadeArticle("pact", "Courier", None, ("A fishing pact", *sentences), said)
    engine = make_archive(tmp_path / "pact.db", [story])
    one = asked(engine, Doubt.DOCUMENT)
    assert (one.name, len(one.claims)) == ("fishing pact", 2)
    assert one.why == "a document, written “The pact”, “It”: whose is it?"
    assert answer(engine, one, ["Norway"], "ines").ids == one.claims
    assert speakers(engine, "dams") == speakers(engine, "water") == ("Norway",)
    engine.dispose()
