"""Try readers, quotation marks, filter lines and CSV with inputs that nobody would write.

    python -m bench.fuzz --minutes 15 [--only files] [--keep FOLDER]

Hypothesis makes them of the seeds in ``tests/fuzzing``, whose tests try a few. What does not hold
is told once for each place in the code where it arises, with the smallest input that does it, which
is written to a folder: put it into ``tests/fuzzing/found`` when it is mended.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from hypothesis import HealthCheck, Phase, given, seed, settings

if TYPE_CHECKING:
    from tests.fuzzing.checks import Target

_AT_ONCE: Final = 400
_TOLD: Final = 200
_MEMORY: Final = 6_000_000_000
_PHASES: Final = (Phase.generate, Phase.shrink)


def place_of(error: BaseException) -> str:
    """Where an error arises, and of what kind it is."""
    cause = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    last = traceback.extract_tb(cause.__traceback__)[-1]
    return f"{type(cause).__name__} in {Path(last.filename).name}:{last.lineno}"


def failures(target: Target, seconds: float, first: int) -> Iterator[tuple[str, Any]]:
    """What does not hold, once for each place, with an input that shows it.

    Args:
        target: What is tried.
        seconds: For how long.
        first: The number that the first inputs are made by.
    """
    known: set[str] = set()
    end = time.monotonic() + seconds
    last: list[Any] = []
    tried = 0

    def holds(one: Any) -> None:
        nonlocal tried
        tried += 1
        try:
            target.check(one)
        except Exception as error:
            if place_of(error) not in known:
                last[:] = [one]
                raise

    few = settings(
        max_examples=_AT_ONCE,
        deadline=None,
        database=None,
        phases=_PHASES,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    while time.monotonic() < end:
        first += 1
        try:
            few(seed(first)(given(target.inputs)(holds)))()
        except Exception as error:
            if not last:
                raise
            known.add(place_of(error))
            yield f"{place_of(error)}: {error}"[:_TOLD], last.pop()
    print(f"{tried:,} tried", flush=True)


def main() -> None:
    """Try each kind of input, and write what fails."""
    # Imported late: the seeds and checks of the tests, of which one is slow to import.
    from tests.fuzzing.checks import TARGETS

    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=15, help="of all kinds together")
    parser.add_argument("--only", choices=TARGETS)
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    options = parser.parse_args()
    # What takes more memory fails, rather than the machine.
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    options.keep.mkdir(parents=True, exist_ok=True)
    names = [options.only] if options.only else [*TARGETS]
    for name in names:
        # Files are of twenty formats.
        share = 0.7 if name == "files" else 0.3 / (len(TARGETS) - 1)
        seconds = options.minutes * 60 * (1 if options.only else share)
        print(f"{name}: {seconds:.0f} s, seed {options.seed}", flush=True)
        for place, one in failures(TARGETS[name], seconds, options.seed):
            ending, data = TARGETS[name].written(one)
            path = options.keep / f"{name}-{hashlib.sha256(data).hexdigest()[:8]}.{ending}"
            path.write_bytes(data)
            print(f"  {place}: {path}", flush=True)


if __name__ == "__main__":
    main()
