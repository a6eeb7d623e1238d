"""Choices of speakers as gold tells them, to learn weights from."""

from __future__ import annotations

from claims.claim import Affiliation, Span, Speaker, SpeakerKind
from claims.extraction.document.clusters import MentionCluster
from claims.extraction.document.mentions import NameKind
from claims.extraction.speakers.ranker import (
    ASIDE,
    DESCRIPTION,
    PRONOUN,
    PersonCandidate,
    Taken,
    shipped_ranker,
)
from claims.scoring.agreement.names import comparable
from claims.scoring.files.speakers_file import GoldSpeaker, GoldSpeakers
from claims.training.choices import Choice
from claims.training.rank_speakers import Teacher, by_affiliations
from tests.claims.extraction.scenes import prepared

WEIGHTS = {PRONOUN: {"near": 1.0}, DESCRIPTION: {"near": 1.0}}


def candidate(name: str, near: float) -> PersonCandidate:
    speaker = Speaker(name, SpeakerKind.PERSON)
    return PersonCandidate(MentionCluster(NameKind.PERSON, unnamed=speaker), {"near": near})


ADA, BO, NOBODY = candidate("Ada Lund", 0.0), candidate("Bo Ray", 5.0), PersonCandidate(None, {})


def teacher() -> Teacher:
    answers = {
        7: frozenset({comparable("Ms. Ada Lund")}),
        8: frozenset({comparable("Di Poe")}),
        9: frozenset[tuple[str, ...]](),
    }
    return Teacher(WEIGHTS, answers=answers, article=3)


def test_gold_is_taken_rather_than_what_the_weights_say_and_noted() -> None:
    taught = teacher()
    assert taught.best(PRONOUN, 7, [BO, ADA]) == Taken(ADA.cluster, 1.0)
    assert taught.seen == [Choice(PRONOUN, (BO.features, ADA.features), 1, 3)]


def test_where_gold_says_nothing_or_names_another_the_weights_choose() -> None:
    taught = teacher()
    for token in (0, 8):
        assert taught.best(PRONOUN, token, [ADA, BO]).cluster is BO.cluster
    assert taught.seen == []


def test_a_description_of_nobody_is_of_nobody() -> None:
    taught = teacher()
    assert taught.best(DESCRIPTION, 9, [BO, NOBODY]) == Taken(None, 1.0)
    assert taught.best(PRONOUN, 9, [BO, NOBODY]).cluster is BO.cluster
    assert [one.right for one in taught.seen] == [1]


def test_a_listed_affiliation_teaches_whom_a_description_in_passing_means() -> None:
    text = "Senator Ada Lund met Bo Ray.\n\nLater the tired senator left. The welder stayed."
    start = text.index("tired senator")
    role = Affiliation("tired senator", None, Span(start, start + len("tired senator")))
    ada = GoldSpeaker("Ada Lund", SpeakerKind.PERSON, (), (role,))
    known = GoldSpeakers("harbor.txt", "harbor.ann", (ada,), ())
    seen = by_affiliations(shipped_ranker().weights, [(prepared(text), known)], 7)
    [senator, welder] = [one for one in seen if one.kind == ASIDE]
    assert senator.article == 7
    assert "fits" in senator.candidates[senator.right]
    assert welder.right == 0
