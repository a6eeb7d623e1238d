"""How often Python looks through what it made for circles that nothing leads to any more."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_OF_COMMAND: Final = 200_000
_OF_APP: Final = 10_000


def collect_hardly() -> None:
    """Have it look after two hundred thousand objects instead of seven hundred, as a command.

    Modules that are loaded and rows that are read and written go by the hundred thousand and make
    no circles: looking for some takes a sixth of the time of an export, and a tenth of what a
    command needs to begin even after ten thousand objects each.
    """
    gc.set_threshold(_OF_COMMAND, 10, 50)


def collect_seldom() -> None:
    """Have it look after ten thousand, so that each time is short: somebody waits at a screen."""
    gc.set_threshold(_OF_APP, 10, 50)


@contextmanager
def loaded_is_kept() -> Iterator[None]:
    """Keep it off what is loaded until the end, and have it look as seldom as in a command.

    For what reads and writes very many rows of which few are there at once: to look through all
    modules and statements again and again takes a tenth of the time of an export.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_OF_COMMAND, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
