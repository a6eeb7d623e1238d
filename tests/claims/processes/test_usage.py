"""What a process takes is measured from outside."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import time

from claims.processes.limits import Limits
from claims.processes.usage import Usage


def test_who_takes_little_is_over_no_limit() -> None:
    assert Usage(os.getpid()).passed(Limits(math.inf, math.inf)) is None


def test_processor_time_counts_from_the_first_look() -> None:
    usage = Usage(os.getpid())
    until = time.process_time() + 0.05
    while time.process_time() < until:
        pass
    assert usage.passed(Limits(0.001, math.inf)) == "0.001 s of processor time"


def test_memory_counts_from_the_first_look() -> None:
    usage = Usage(os.getpid())
    # Far more than the system takes back of other pages when memory is short.
    taken = b"1" * 200_000_000
    assert usage.passed(Limits(math.inf, 1)) == "1 MB of memory"
    assert len(taken) == 200_000_000


def test_who_has_ended_is_over_none() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        usage = Usage(process.pid)
    assert usage.passed(Limits(0, 0)) is None
