"""Whether two claims are of different places or people, and who says them."""

from __future__ import annotations

from claims.relation import Relation
from tests.claims.comparison.relations.dam import said, told


def test_what_one_government_said_and_takes_back_is_an_update() -> None:
    old = said("White House", "that Norway had not contributed to Finland’s harbour works")
    new = said("American officials", "Norway of paying for Finland’s harbour works", "accused", 9)
    found = told(old, new, 0.52)
    assert found is not None
    assert (found.relation, found.turned) == (Relation.UPDATES, False)
    other = said("Swedish officials", new.statement.content, "accused", 9)
    assert told(old, other, 0.52) is None
