"""Extraction's processes, kept from one command to the next: each takes seconds to load the model.

What is kept are real processes under their real limits. One that ended, or was ended at its work,
is not kept; ``tests/tui/cli/test_process.py`` and ``tests/claims`` start all of theirs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import pytest

from claims.claim import Claim
from claims.extraction import parallel
from claims.processes.limits import Limits
from claims.processes.worker import Worker

_SPARE: Final[dict[Any, list[tuple[Worker, Any]]]] = defaultdict(list)
"""Processes with the standard model that have nothing to do, with what they said at first, by what
they did first."""


class SpareWorker:
    """In place of a ``Worker``: a process that is kept, or a new one."""

    def __init__(self, prepare: Any, model: str | None) -> None:
        self._keeps = model is None
        self._at_work = False
        self._spare = _SPARE[prepare]
        if self._keeps and self._spare:
            self._worker, self._said = self._spare.pop()
        else:
            self._worker, self._said = Worker(prepare, model), None

    @property
    def name(self) -> str:
        return self._worker.name

    def greeting(self) -> Any:
        if self._said is None:
            self._at_work = True
            self._said = self._worker.greeting()
            self._at_work = False
        return self._said

    def ask(self, request: Sequence[object], limits: Limits) -> Sequence[tuple[Claim, ...]]:
        self._at_work = True
        answer: Sequence[tuple[Claim, ...]] = self._worker.ask(request, limits)
        self._at_work = False
        return answer

    def keeps_to(self, limits: Limits) -> bool:
        self._keeps = self._keeps and self._worker.keeps_to(limits)
        return self._keeps

    def kill(self) -> None:
        if self._at_work or not self._keeps or self._said is None:
            self._keeps = False
            self._worker.kill()

    def close(self) -> None:
        if self._keeps and not self._at_work:
            self._spare.append((self._worker, self._said))
        else:
            self._worker.kill()
            self._worker.close()


@contextmanager
def spared() -> Iterator[None]:
    """Have commands that run in this process take kept processes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parallel, "Worker", SpareWorker)
        yield
