"""Sorting and cutting of rows that sum claims up."""

from __future__ import annotations

import pytest

from tui.cli.options.filters import Order
from tui.cli.options.ordering import ordered

ROWS = [("b", 2), ("a", None), ("c", 2), ("d", 5)]
KEYS = {"name": lambda row: row[0], "claims": lambda row: row[1]}


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (Order(None, False, None), "bacd"),
        (Order("name", True, None), "dcba"),
        (Order("claims", False, None), "bcda"),
        (Order("claims", True, 2), "db"),
    ],
)
def test_what_lacks_the_value_goes_last_and_equals_stay_in_order(order: Order, names: str) -> None:
    assert "".join(name for name, _ in ordered(ROWS, order, KEYS)) == names
