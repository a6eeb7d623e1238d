"""How often Python looks through what it made for circles that nothing leads to any more."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def collect_seldom() -> None:
    """Have it look after ten thousand objects instead of seven hundred.

    Rows that are read and written go by the hundred thousand and make no circles: looking for some
    takes a sixth of the time of an export.
    """
    gc.set_threshold(10_000, 10, 50)


@contextmanager
def loaded_is_kept() -> Iterator[None]:
    """Keep it off what is loaded until the end, and have it look seldomer still.

    For what reads and writes very many rows of which few are there at once: to look through all
    modules and statements again and again takes a tenth of the time of an export.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
