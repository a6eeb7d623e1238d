"""How likely two statements say the same."""

from __future__ import annotations

from claims.comparison.meaning.judge import THRESHOLD, same
from claims.comparison.meaning.statement import Statement
from tests.claims.comparison.meaning.dam import DAM


def test_nearer_is_likelier_and_other_numbers_less_likely() -> None:
    first, second = Statement("45 percent back Lund"), Statement("47 percent back Lund")
    assert same(DAM, DAM, 1, 1) > 0.9 > THRESHOLD > same(DAM, DAM, 0.2, 0.2)
    assert same(first, first, 0.9, 0.9) > same(first, second, 0.9, 0.9) + 0.1
