"""How likely two statements say the same."""

from __future__ import annotations

from claims.comparison.meaning.judge import THRESHOLD, same
from claims.comparison.meaning.pairs import same_of_pairs
from claims.comparison.meaning.statement import Statement
from tests.claims.comparison.meaning.dam import DAM


def test_nearer_is_likelier_and_other_numbers_less_likely() -> None:
    first, second = Statement("45 percent back Lund"), Statement("47 percent back Lund")
    assert same(DAM, DAM, 1, 1) > 0.9 > THRESHOLD > same(DAM, DAM, 0.2, 0.2)
    assert same(first, first, 0.9, 0.9) > same(first, second, 0.9, 0.9) + 0.1


def test_a_demand_is_not_its_criticism() -> None:
    demand = Statement("a ban on fishing in the bay", "called for", ("Ada Lund",))
    again = Statement("a ban on fishing in the bay", "has proposed", ("Ada Lund",))
    attack = Statement("a ban on fishing in the bay", "bashed", ("Bo Ek",))
    likely, unlikely = same_of_pairs([(demand, again), (demand, attack)])
    assert likely > 0.9 > THRESHOLD > unlikely
