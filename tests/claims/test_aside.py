"""Sums of reasons."""

from __future__ import annotations

from claims.aside import Aside, reasons_in, sums_within


def test_each_sum_tells_its_reasons() -> None:
    for total in sums_within(frozenset(Aside)):
        reasons = frozenset(reasons_in(total))
        assert total in sums_within(reasons)
        assert total == 0 or total not in sums_within(reasons - {min(reasons)})


def test_without_a_reason_nothing_is_let_in() -> None:
    assert sums_within(frozenset()) == (0,)
