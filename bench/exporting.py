"""CSV beside the shell of the same database, both writing the same claims in the same run.

    python -m bench.exporting --db big.db
    python -m bench.exporting --db postgresql://… --psql PATH

Rows a second of processor time, start-up included, and their ratio. A PostgreSQL server must be on
this machine: what it takes for either side is counted with it, without parallel helpers.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, make_url

from db.archive import open_archive

EXPORTED: Final = 20_000
RUNS: Final = 3
SETTLED: Final = 0.5
"""Seconds after which a server has seen the end of who served a client that is gone."""


def asked(dialect: str) -> str:
    """What the shell is to write."""
    statement = Path(__file__).with_name("export.sql").read_text(encoding="utf-8")
    return statement.replace("group_concat", "string_agg") if dialect == "postgresql" else statement


def measure_export(db: str, psql: str = "psql", rows: int = EXPORTED) -> None:
    """Print the rows a second of both sides."""
    engine = open_archive(db, read_only=True)
    used = _used_by(engine)
    with tempfile.TemporaryDirectory() as folder:
        ours = [
            "--db",
            db,
            "export",
            "--all",
            "--force",
            "-o",
            f"{folder}/ours.csv",
            "--limit",
            f"{rows}",
        ]
        here = _rate([sys.executable, "-m", "tui.cli.main", *ours], "", rows, used)
        there = _rate(
            *_shell(db, engine.dialect.name, psql, f"{folder}/shell.csv", rows), rows, used
        )
    engine.dispose()
    print(f"export, rows a second of CPU {here:17,.0f}")
    print(f"the database's shell, the same {there:15,.0f}   ratio {here / there:.2f}")


def _shell(db: str, dialect: str, psql: str, file: str, rows: int) -> tuple[list[str], str]:
    """The shell's command, and what it is given."""
    statement = f"{asked(dialect)} LIMIT {rows}"
    if dialect == "postgresql":
        url = make_url(db).set(drivername="postgresql").render_as_string(hide_password=False)
        return [psql, "--no-psqlrc", "--quiet", "--csv", "--output", file, url], f"{statement};\n"
    name = make_url(db).database if "://" in db else db
    given = f".mode csv\n.headers on\n.once {file}\n{statement};\n"
    return ["sqlite3", "-readonly", str(name)], given


def _rate(command: list[str], given: str, rows: int, used: Callable[[], float]) -> float:
    """Rows a second of processor time that a command writes, its server's time included."""
    costs = []
    for _ in range(RUNS):
        before = used()
        subprocess.run(command, check=True, input=given.encode(), capture_output=True)
        time.sleep(SETTLED)
        costs.append(used() - before)
    return rows / statistics.median(costs)


def _used_by(engine: Engine) -> Callable[[], float]:
    """What tells the seconds of processor time of all children of ours that have ended, and of
    all of the server's."""
    if engine.dialect.name == "sqlite":
        return _used_here
    with engine.connect() as connection:
        backend = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    server = _figures(backend)[1]
    return lambda: _used_here() + sum(map(int, _figures(server)[13:15])) / os.sysconf("SC_CLK_TCK")


def _figures(process: int | str) -> list[str]:
    """What Linux tells of a process after its name: the second is its parent, the 14th and 15th
    what its children used that have ended."""
    return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()


def _used_here() -> float:
    done = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.ru_utime + done.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--db", required=True, help="an archive, such as bench.generate makes")
    parser.add_argument("--psql", default="psql", help="the shell of a PostgreSQL server")
    parser.add_argument("--rows", type=int, default=EXPORTED)
    given = parser.parse_args()
    os.environ["PGOPTIONS"] = "-c max_parallel_workers_per_gather=0"
    measure_export(given.db, given.psql, given.rows)


if __name__ == "__main__":
    main()
