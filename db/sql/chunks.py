"""Long sequences in pieces that one statement can take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, TypeVar

Item = TypeVar("Item")


CHUNK: Final = 1000
"""Claims asked for at once."""


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items in pieces of at most `CHUNK`."""
    return chunks_of(items, CHUNK)


def chunks_of(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Items in pieces of at most ``size``."""
    rest = iter(items)
    while piece := list(islice(rest, size)):
        yield piece
