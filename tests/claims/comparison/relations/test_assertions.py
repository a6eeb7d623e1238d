"""Whether a claim puts something forward, and whether it says that it is so."""

from __future__ import annotations

from claims.claim import CueClass
from claims.relation import Relation
from tests.claims.comparison.relations.dam import DAM, kind, said


def test_asking_and_declining_repeat_nothing() -> None:
    first = said("Ann Lee", DAM)
    assert kind(first, said("Ann Lee", DAM, "asked whether")) is None
    assert kind(first, said("Ann Lee", DAM, "did not say")) is None


def test_a_class_of_cue_is_believed_rather_than_its_words() -> None:
    denying = said("Bo Ek", "that the dam at Velmora flooded forty farms", "denied")
    assert kind(said("Ann Lee", DAM, "hissed", kind=CueClass.STATEMENT), denying) == (
        Relation.DENIES,
        False,
    )
    assert kind(said("Ann Lee", DAM, "said", kind=CueClass.DEMAND), denying) is None
