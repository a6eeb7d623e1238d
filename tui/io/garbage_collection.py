"""How often Python looks through what it made for circles that nothing leads to any more."""

from __future__ import annotations

import gc


def collect_seldom() -> None:
    """Have it look after ten thousand objects instead of seven hundred.

    Rows that are read and written go by the hundred thousand and make no circles: looking for some
    takes a sixth of the time of an export.
    """
    gc.set_threshold(10_000, 10, 50)
