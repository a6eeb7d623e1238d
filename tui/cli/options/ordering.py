"""Sorting and cutting of rows that sum claims up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from tui.cli.options.filters import Order

Row = TypeVar("Row")


def ordered(
    rows: Sequence[Row], order: Order, keys: Mapping[str, Callable[[Row], Any]]
) -> list[Row]:
    """``rows`` in the order asked for, at most as many as asked for.

    Args:
        rows: In their default order, which also decides between equals.
        order: What to sort by and how many to keep.
        keys: The value that each sort field compares; rows without one (None) go last.
    """
    result = list(rows)
    if order.field is not None:
        key = keys[order.field]
        valued = [row for row in result if key(row) is not None]
        valued.sort(key=key, reverse=order.descending)
        result = valued + [row for row in result if key(row) is None]
    return result[: order.limit]
