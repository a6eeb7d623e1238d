"""How many visitors a server has, and how much each may take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import psutil

WATCHING_SECONDS: Final = 5.0
"""How often is looked what a visitor takes."""


@dataclass(frozen=True, slots=True)
class VisitorLimits:
    """What visitors may take.

    Args:
        visitors: How many there may be at once.
        idle_minutes: How long one may do nothing.
        megabytes: Memory of one visitor's app.
    """

    visitors: int = 16
    idle_minutes: float = 60.0
    megabytes: int = 1000

    def overstepped(self, process: int | None, idle_seconds: float) -> str | None:
        """Why a visitor has to go; None for one that may stay.

        Args:
            process: Number of that of the app, if it runs.
            idle_seconds: How long ago anything was typed or clicked.
        """
        if idle_seconds > self.idle_minutes * 60:
            return f"Nothing was done for {self.idle_minutes:g} minutes."
        if process is not None and _megabytes(process) > self.megabytes:
            return f"The app took more than {self.megabytes:,} MB."
        return None


def _megabytes(process: int) -> float:
    try:
        return float(psutil.Process(process).memory_info().rss) / 1_000_000
    except psutil.Error:
        return 0.0
