"""A made up extraction, for tests of the processes that extract and not of what they find.

It begins at once, where the model takes seconds to load, and does what an article asks for.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Sequence
from typing import Any

from claims.article import Article
from claims.claim import Claim, ClaimType, Span

_HELD: list[bytearray] = []

Outcome = tuple[Claim, ...] | Exception


def prepare(model: str | None) -> tuple[tuple[str, str], Callable[[Any], list[Outcome]]]:
    """What an extracting process does first, in place of loading a model."""
    return ("made up", "1"), _outcomes


def _outcomes(batch: Sequence[Article]) -> list[Outcome]:
    return [_outcome(article.text) for article in batch]


def _outcome(text: str) -> Outcome:
    if "without end" in text:
        while True:
            pass
    if "without room" in text:
        _HELD.append(bytearray(300_000_000))
        time.sleep(600)
    if "out of memory" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "slowly" in text:
        time.sleep(1.5)
    if "for good" in text:
        _HELD.append(bytearray(60_000_000))
    if "which process" in text:
        return LookupError(os.getpid())
    return (Claim(type=ClaimType.INDIRECT, content=(Span(0, 1),), cue=(), source=(), speakers=()),)
