"""Filters and orders beside the shell of the same database, asked the same in the same run.

    python -m bench.questions --db big.db
    python -m bench.questions --db postgresql://… --psql PATH

Machines differ by a factor of four, and one that is busy by more; a ratio within one run does
not. For each line: milliseconds from the filter to its first 200 claims with all that a table shows
of them, milliseconds in which the shell has their ids alone by the same SQL, and the ratio. On
SQLite both are processor time; on PostgreSQL, whose server works for both, the clock. Medians.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from typing import Final

from sqlalchemy import Engine, make_url

from bench.tui import INDEXED, OTHERS
from db.archive import open_archive
from db.claims.view import open_view
from db.query.compile import select_ids
from db.query.line import parse_filter

RUNS: Final = 5
FIRST: Final = 200
LINES: Final = (*INDEXED, *OTHERS, "")


def ours(engine: Engine, line: str, clock: Callable[[], float]) -> float:
    """Milliseconds to the first claims of a filter."""
    begun = clock()
    open_view(engine, parse_filter(f"{line} limit:{FIRST}")).rows(0, FIRST)
    return (clock() - begun) * 1000


def shells(command: Sequence[str], line: str, engine: Engine, clock: Callable[[], float]) -> float:
    """Milliseconds of the shell, its start included."""
    statement = select_ids(parse_filter(f"{line} limit:{FIRST}"), engine.dialect)
    asked = str(statement.compile(engine, compile_kwargs={"literal_binds": True}))
    return _asked(command, asked, clock)


def _asked(command: Sequence[str], asked: str, clock: Callable[[], float]) -> float:
    begun = clock()
    subprocess.run([*command, asked], check=True, stdout=subprocess.DEVNULL)
    return (clock() - begun) * 1000


def of_children() -> float:
    """Seconds of processor time of all processes that this one waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare(engine: Engine, command: Sequence[str], *, server: bool) -> None:
    """Print each line with both times and their ratio."""
    own, other = (time.perf_counter,) * 2 if server else (time.process_time, of_children)
    start = statistics.median(_asked(command, "SELECT 1", other) for _ in range(RUNS))
    print(f"{'':<38}{'ours':>8}{'shell':>8}{'ratio':>8}   (ms; start of the shell {start:.0f} off)")
    for line in LINES:
        here = statistics.median(ours(engine, line, own) for _ in range(RUNS))
        there = statistics.median(shells(command, line, engine, other) for _ in range(RUNS)) - start
        there = max(there, 1.0)
        print(f"{line or '(all)':<38}{here:8.0f}{there:8.0f}{here / there:8.1f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--db", required=True, help="an archive, such as bench.generate makes")
    parser.add_argument("--psql", default="psql", help="the shell of a PostgreSQL server")
    given = parser.parse_args()
    engine = open_archive(given.db, read_only=True)
    if engine.dialect.name == "sqlite":
        compare(engine, ["sqlite3", "-readonly", str(engine.url.database)], server=False)
    else:
        url = make_url(given.db).set(drivername="postgresql")
        plain = url.render_as_string(hide_password=False)
        compare(engine, [given.psql, "--no-psqlrc", plain, "--command"], server=True)


if __name__ == "__main__":
    main()
