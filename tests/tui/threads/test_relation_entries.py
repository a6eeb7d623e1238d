"""Relations as entries: what is told of each, and in which order its claims stand."""

from __future__ import annotations

from sqlalchemy import Engine

from claims.relation import Relation
from tests.db.comparison.related import SAID, listed
from tui.threads.relation_entries import pair_entries, relation_entries


def test_of_one_claim_the_others_are_told_with_what_they_are_to_it(related: Engine) -> None:
    [update] = listed(related, "", Relation.UPDATES)
    own, later = relation_entries(update.left, [update])
    assert own.row is None
    assert later.row == update.right
    assert later.blocks[0].text.startswith("updated by · suggested, 1.00 ·")
    _, earlier = relation_entries(update.right, [update])
    assert earlier.row == update.left
    assert earlier.blocks[0].text.startswith("updates · suggested, 1.00 ·")


def test_of_any_two_the_one_that_has_the_relation_stands_first(related: Engine) -> None:
    [update] = listed(related, "", Relation.UPDATES)
    later, earlier = pair_entries([update])
    assert later.blocks[0].text.endswith("by the words 40, 52")
    assert later.blocks[-1].text == SAID[3][1]
    assert earlier.blocks[-1].text == SAID[1][1]
    assert (later.row, earlier.row) == (update.right, update.left)
