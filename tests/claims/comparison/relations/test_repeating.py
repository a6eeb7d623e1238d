"""How likely a speaker says the same again."""

from __future__ import annotations

from claims.comparison.meaning.statement import Statement
from claims.comparison.relations import Said
from claims.comparison.relations.repeating import likely_repeated


def brenner(content: str) -> Said:
    return Said.of(Statement(content, "said", ("Lotte Brenner",)))


SAID = brenner("the dredging of the estuary has to begin before the herring come back")
AGAIN = brenner("the dredging of the estuary must begin before the herring come back in May")
LIKE = brenner("before herring fishermen are paid, somebody has to look at the estuary")


def test_much_in_common_in_one_order_makes_it_likelier() -> None:
    assert likely_repeated(SAID, AGAIN, 0.5) > likely_repeated(SAID, LIKE, 0.5)
    assert likely_repeated(SAID, AGAIN, 0.5) == likely_repeated(AGAIN, SAID, 0.5)


def test_what_is_more_likely_the_same_is_more_likely_repeated() -> None:
    assert likely_repeated(SAID, AGAIN, 0.9) > likely_repeated(SAID, AGAIN, 0.3)


def test_what_is_of_another_place_is_less_likely_so() -> None:
    here = brenner("the dredging of the estuary in Harrow begins in May")
    there = brenner("the dredging of the estuary in Moorfield begins in May")
    assert likely_repeated(here, there, 0.5) < likely_repeated(here, here, 0.5)
