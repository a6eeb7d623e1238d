"""What a process takes of the machine, seen from outside: it need not come to a stop for that."""

from __future__ import annotations

from typing import Final

import psutil

from claims.processes.limits import Limits

_MEGABYTE: Final = 1_000_000


class Usage:
    """Measures what a process takes from now on.

    Args:
        process: The id of a process of this user.
    """

    def __init__(self, process: int) -> None:
        self._process = psutil.Process(process)
        self._seconds, self._megabytes = self._taken()

    def passed(self, limits: Limits) -> str | None:
        """The limit that the process is over, as words; None if it is over none or has ended."""
        try:
            seconds, megabytes = self._taken()
        except psutil.Error:
            return None
        if seconds - self._seconds > limits.seconds:
            return f"{limits.seconds:g} s of processor time"
        if megabytes - self._megabytes > limits.megabytes:
            return f"{limits.megabytes:g} MB of memory"
        return None

    def _taken(self) -> tuple[float, float]:
        with self._process.oneshot():
            times = self._process.cpu_times()
            memory = self._process.memory_info().rss
        return times.user + times.system, memory / _MEGABYTE
