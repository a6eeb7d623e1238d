"""Filters and orders beside the shell of the same database, asked the same in the same run.

    python -m bench.questions --db big.db
    python -m bench.questions --db postgresql://… --psql PATH

Machines differ by a factor of four, and one that is busy by more; a ratio of processor time within
one run does not. For each line: milliseconds from the filter to its first 200 claims with all that
a table shows of them, milliseconds in which the shell writes the columns of the table for the same
claims, and the ratio. Each is asked once unmeasured, so that both begin with what they need in
memory; medians. A PostgreSQL server must be on this machine: its processor time counts for whoever
asks, and it works for each without parallel helpers, whose time would be nobody's. A side that has
not answered a line as often as it is asked after ``--seconds`` by the clock is said to take longer.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from threading import Timer
from typing import Final

from sqlalchemy import Engine, Select, func, make_url, select

from bench.tui import INDEXED, OTHERS
from db.archive import open_archive
from db.claims.view import Cancel, Cancelled, open_view
from db.query.compile import select_ids
from db.query.line import parse_filter
from db.query.tables import (
    affiliation,
    article,
    claim,
    claim_speaker,
    entity,
    is_live,
    mention_entity,
    outlet,
    shown_name,
)

RUNS: Final = 5
FEW_RUNS: Final = 2
SLOW: Final = 500.0
"""Milliseconds from which a line is asked a few times only."""
FIRST: Final = 200
SECONDS: Final = 600.0
LINES: Final = (*INDEXED, *OTHERS, "")
_USED: Final = "cat /proc/$PPID/schedstat"
"""Nanoseconds on a processor of whoever runs it, with two other numbers."""
_USED_BY_SERVER: Final = "cat /proc/$BACKEND/schedstat"


def ours(engine: Engine, line: str, used: Callable[[], float], seconds: float) -> float | None:
    """Median milliseconds to the first claims of a filter; None where it takes too long."""
    cancel = Cancel()
    timer = Timer(seconds, cancel.cancel)
    timer.start()
    try:
        unmeasured = _first(engine, line, used, cancel)
        runs = RUNS if unmeasured < SLOW else FEW_RUNS
        return statistics.median(_first(engine, line, used, cancel) for _ in range(runs))
    except Cancelled:
        return None
    finally:
        timer.cancel()


def _first(engine: Engine, line: str, used: Callable[[], float], cancel: Cancel) -> float:
    begun = used()
    open_view(engine, parse_filter(f"{line} limit:{FIRST}"), cancel).rows(0, FIRST)
    return used() - begun


def asked(line: str, engine: Engine) -> str:
    """What the shell is asked: the columns of the table, for the first claims of a filter."""
    ids = select_ids(parse_filter(f"{line} limit:{FIRST}"), engine.dialect)
    statement = _columns().where(claim.c.id.in_(ids))
    words = str(statement.compile(engine, compile_kwargs={"literal_binds": True}))
    # PostgreSQL's driver takes two of them for one.
    return words.replace("%%", "%") if engine.dialect.name == "postgresql" else words


def _columns() -> Select[tuple[object, ...]]:
    said = claim_speaker.c.claim_id == claim.c.id
    names = (
        select(func.aggregate_strings(shown_name(), "; "))
        .select_from(claim_speaker)
        .join(mention_entity, mention_entity.c.mention_id == claim_speaker.c.mention_id)
        .join(entity, entity.c.id == mention_entity.c.entity_id)
        .where(said, is_live())
    )
    stated = (
        select(func.aggregate_strings(column, "; "))
        .select_from(claim_speaker)
        .join(affiliation, affiliation.c.mention_id == claim_speaker.c.mention_id)
        .where(said)
        .scalar_subquery()
        for column in (affiliation.c.role, affiliation.c.organization)
    )
    return (
        select(
            *(claim.c.public_id, article.c.public_id, article.c.title, outlet.c.name),
            *(article.c.published, article.c.published_precision, names.scalar_subquery(), *stated),
            *(claim.c.type, claim.c.content, claim.c.cue, claim.c.source, claim.c.cue_class),
            *(claim.c.confidence, claim.c.review),
        )
        .join(article, article.c.id == claim.c.article_id)
        .outerjoin(outlet, outlet.c.id == article.c.outlet_id)
    )


def script(statement: str, runs: int, dialect: str) -> str:
    """What has a shell run a statement and tell what it used before each time and at the end."""
    if dialect == "sqlite":
        tell = f".once stdout\n.shell {_USED}\n"
        each = f"{tell}.once /dev/null\n{statement};\n"
        return each * runs + tell
    tell = f"\\! {_USED}\n\\! {_USED_BY_SERVER}\n"
    each = f"{tell}\\o /dev/null\n{statement};\n\\o\n"
    return f"SELECT pg_backend_pid() AS pid \\gset\n\\setenv BACKEND :pid\n{each * runs}{tell}"


def shells(
    command: Sequence[str], line: str, engine: Engine, runs: int, seconds: float
) -> float | None:
    """Median milliseconds of the shell, and of the server that it asks; None where they take too
    long."""
    given = script(asked(line, engine), runs + 1, engine.dialect.name)
    try:
        done = subprocess.run(
            command, input=given, check=True, capture_output=True, encoding="utf-8", timeout=seconds
        )
    except subprocess.TimeoutExpired:
        return None
    times = [int(line.split()[0]) / 1e6 for line in done.stdout.splitlines()]
    sides = 1 if engine.dialect.name == "sqlite" else 2
    sums = [sum(times[start : start + sides]) for start in range(0, len(times), sides)]
    costs = [after - before for before, after in pairwise(sums)]
    return statistics.median(costs[1:])


def used_by(engine: Engine) -> Callable[[], float]:
    """What tells the milliseconds that this process has used, and the server for it."""
    if engine.dialect.name == "sqlite":
        return lambda: time.process_time() * 1000
    with engine.connect() as connection:
        backend = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    schedule = Path(f"/proc/{backend}/schedstat")
    return lambda: time.process_time() * 1000 + int(schedule.read_text().split()[0]) / 1e6


def compare(engine: Engine, command: Sequence[str], lines: Sequence[str], seconds: float) -> None:
    """Print each line with both times and their ratio."""
    print(f"{'':<38}{'ours':>8}{'shell':>8}{'ratio':>8}   (ms of processor time)")
    for line in lines:
        # Of a line that took too long the connection is gone, and with it whom it asked.
        here = ours(engine, line, used_by(engine), seconds)
        runs = FEW_RUNS if here is None or here >= SLOW else RUNS
        there = shells(command, line, engine, runs, seconds)
        both = [
            f"{each:8.0f}" if each is not None else f"> {seconds:.0f} s" for each in (here, there)
        ]
        ratio = "" if here is None or there is None else f"{here / max(there, 0.1):.1f}"
        print(f"{line or '(all)':<38}{both[0]:>8}{both[1]:>8}{ratio:>8}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--db", required=True, help="an archive, such as bench.generate makes")
    parser.add_argument("--psql", default="psql", help="the shell of a PostgreSQL server")
    parser.add_argument("--line", action="append", help="a filter to ask for instead of all")
    parser.add_argument(
        "--seconds", type=float, default=SECONDS, help="how long either side may take for a line"
    )
    given = parser.parse_args()
    # A server goes on with what a shell asked that was ended.
    limit = f"-c statement_timeout={(given.seconds + 1) * 1000:.0f}"
    os.environ["PGOPTIONS"] = f"-c max_parallel_workers_per_gather=0 {limit}"
    engine = open_archive(given.db, read_only=True)
    if engine.dialect.name == "sqlite":
        command = ["sqlite3", "-readonly", str(engine.url.database)]
    else:
        url = make_url(given.db).set(drivername="postgresql")
        plain = url.render_as_string(hide_password=False)
        command = [given.psql, "--no-psqlrc", "--quiet", "--tuples-only", plain]
    compare(engine, command, given.line or LINES, given.seconds)


if __name__ == "__main__":
    main()
