"""What is wrong with an archive, and how it can be put right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

Mending = Callable[[Connection, Sequence[Any]], None]
"""Puts all of one kind right, in a transaction that writes."""


@dataclass(frozen=True, slots=True)
class Mend:
    """How one thing is put right.

    Args:
        run: What does it, for all such things at once.
        of: Which thing it is.
    """

    run: Mending
    of: Any = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it should be: where, and what.

    ``mend`` is how it is made anew from what else is stored; None where only people can tell.
    ``compares`` tells that it goes away where all that is stored is compared anew.
    """

    where: str
    what: str
    mend: Mend | None = field(default=None, compare=False, repr=False)
    compares: bool = field(default=False, compare=False, repr=False)


def by_mending(problems: Iterable[Problem]) -> dict[Mending, list[Any]]:
    """What each way of mending is to put right, in the order in which the first was found."""
    found: dict[Mending, dict[Any, None]] = {}
    for problem in problems:
        if problem.mend is not None:
            found.setdefault(problem.mend.run, {})[problem.mend.of] = None
    return {run: list(those) for run, those in found.items()}
