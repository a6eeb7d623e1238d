"""Claims that say another again are left out; what they hold keeps its place."""

from __future__ import annotations

from dataclasses import replace

from claims.claim import Claim, ClaimType, Span, Speaker, SpeakerKind
from claims.extraction.copies import without_copies

LUND = (Speaker("Ada Lund", SpeakerKind.PERSON),)
RUIZ = (Speaker("Ana Ruiz", SpeakerKind.PERSON),)


def said(
    *content: int,
    speakers: tuple[Speaker, ...] = LUND,
    parent: int | None = None,
    lemma: str = "say",
    statement: float = 0.9,
) -> Claim:
    """A claim whose content stands from one place to another."""
    return Claim(
        ClaimType.INDIRECT,
        (Span(*content),),
        source=(Span(0, 3),),
        speakers=speakers,
        parent=parent,
        cue_lemma=lemma,
        statement=statement,
    )


def test_what_a_speaker_says_to_think_is_said_once() -> None:
    outer, inner = said(20, 90), said(30, 90, parent=0, lemma="think")
    assert without_copies([outer, inner]) == (outer,)


def test_a_plan_that_its_own_speaker_tells_of_is_no_claim_beside_what_is_told() -> None:
    outer, plan = said(20, 200), said(150, 200, parent=0, lemma="plan", statement=0.1)
    assert without_copies([outer, plan]) == (outer,)


def test_what_others_say_inside_and_other_things_said_stay() -> None:
    outer = said(20, 200)
    others = said(30, 200, speakers=RUIZ, parent=0)
    other_things = said(150, 200, parent=0, lemma="warn")
    nobody = said(30, 200, speakers=(), parent=0)
    claims = (outer, others, other_things, nobody)
    assert without_copies(claims) == claims


def test_what_a_dropped_claim_holds_is_held_by_what_is_around_it() -> None:
    outer, inner = said(20, 90), said(30, 90, parent=0, lemma="think")
    held, beside = said(50, 90, speakers=RUIZ, parent=1), said(100, 120, speakers=RUIZ)
    last = said(105, 120, parent=3)
    assert without_copies([outer, inner, held, beside, last]) == (
        outer,
        replace(held, parent=0),
        beside,
        replace(last, parent=2),
    )


def test_a_relay_of_what_somebody_says_is_no_second_speaker() -> None:
    own = said(20, 90)
    relay = said(20, 92, speakers=RUIZ, lemma="according to")
    assert without_copies([own, relay]) == (own,)
    assert without_copies([relay, replace(own, parent=0)]) == (own,)
    assert without_copies([relay]) == (relay,)
    more = said(20, 300, speakers=RUIZ, lemma="according to")
    assert without_copies([own, more]) == (own, more)
