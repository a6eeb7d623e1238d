"""How long ``claims --help`` takes, and what it loads: ``python -m bench.startup``."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from typing import Final

LIMIT: Final = 0.3
"""Seconds that help may take."""

HEAVY: Final = ("spacy", "textual", "sqlalchemy", "alembic", "trafilatura", "numpy", "rich")
"""Packages that help must not load."""

_HELP: Final = "from tui.cli.main import cli; cli.main(['--help'], prog_name='claims')"
_LOADED: Final = f"""
import sys
try:
    {_HELP}
except SystemExit:
    print(*sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)
"""


def seconds(code: str, runs: int = 15) -> float:
    """Median wall time of running ``code`` in a fresh interpreter, in seconds."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def loaded() -> list[str]:
    """Which of the heavy packages help loads."""
    run = subprocess.run(
        [sys.executable, "-c", _LOADED], capture_output=True, encoding="utf-8", check=True
    )
    return run.stderr.split()


def main() -> int:
    """Print the figures; 1 if one of them is over its limit."""
    bare, help_ = seconds("pass"), seconds(_HELP)
    heavy = loaded()
    print(f"claims --help: {help_ * 1000:.0f} ms (limit {LIMIT * 1000:.0f}), ", end="")
    print(f"{help_ / bare:.1f} times an empty Python program ({bare * 1000:.0f} ms)")
    print(f"claims --help loads of {', '.join(HEAVY)}: {', '.join(heavy) or 'none'}")
    return int(help_ > LIMIT or bool(heavy))


if __name__ == "__main__":
    sys.exit(main())
