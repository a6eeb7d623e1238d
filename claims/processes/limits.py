"""What one article may take of the machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that extraction from one article may take; ``math.inf`` for any amount.

    Args:
        seconds: Processor time, so that a busy machine refuses no article.
        megabytes: Memory (of 10⁶ bytes) beyond what the process held before the article.
    """

    seconds: float = 60
    megabytes: float = 1000
