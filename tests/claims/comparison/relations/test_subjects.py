"""Whether a claim asserts something, and of whom."""

from __future__ import annotations

from claims.claim import CueClass
from claims.relation import Relation
from tests.claims.comparison.relations.dam import DAM, kind, said, told


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


def test_what_one_government_said_and_takes_back_is_an_update() -> None:
    old = said("White House", "that Norway had not contributed to Finland’s harbour works")
    new = said("American officials", "Norway of paying for Finland’s harbour works", "accused", 9)
    found = told(old, new, 0.52)
    assert found is not None
    assert (found.relation, found.turned) == (Relation.UPDATES, False)
    other = said("Swedish officials", new.statement.content, "accused", 9)
    assert told(old, other, 0.52) is None
