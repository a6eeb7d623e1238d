"""``claims sql``: the database in the SQL shell that goes with it, to read."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import click

from tui.cli.options.common import WORDS, db_option
from tui.io.errors import CommandFailed
from tui.io.exits import ExitCode
from tui.io.streams import out_is_terminal
from tui.session.archive import open_to_read

if TYPE_CHECKING:
    from sqlalchemy import URL

EPILOG: Final = """\b
Examples:
  claims sql
  claims sql "SELECT name, claims FROM v_speakers ORDER BY claims DESC LIMIT 10"
  claims sql < questions.sql
"""

_SHELLS: Final = {"sqlite": "sqlite3", "postgresql": "psql"}
_OF_URL: Final = {"sslmode": "PGSSLMODE", "host": "PGHOST", "port": "PGPORT"}
"""What a URL may say after its \"?\", by the variables that tell it to psql."""


@click.command("sql", epilog=EPILOG)
@click.argument("query", required=False, type=WORDS)
@db_option
@click.pass_context
def command(ctx: click.Context, query: str | None, db: str | None) -> None:
    """Open the database read-only in sqlite3 or psql, or run a QUERY.

    The views v_claims, v_speakers and v_articles have what lists and exports show; first_look in
    v_claims says which claims are not left out by default. The settings of these programs apply,
    and so do their own commands, such as .help or \\?.
    """
    engine = open_to_read(db)
    url = engine.url
    engine.dispose()
    shell = _SHELLS[url.get_backend_name()]
    program = shutil.which(shell)
    if program is None:
        reason = f"{shell} is not installed; any other program for SQL can read the views as well"
        raise CommandFailed(reason, ExitCode.FAILURE)
    if shell == "sqlite3":
        args, variables = [*_for_sqlite(url), *([query] if query else [])], {}
    else:
        args, variables = ["-X", *(["-c", query] if query else [])], for_psql(url)
    ctx.exit(_run([program, *args], variables))


def _for_sqlite(url: URL) -> list[str]:
    layout = ["-header", "-column"] if out_is_terminal() else ["-header", "-csv"]
    return [
        "-readonly",
        *layout,
        url.database or "",
    ]


def for_psql(url: URL) -> dict[str, str]:
    """The variables that tell psql what to open: a password is not to be seen among arguments."""
    found: Mapping[str, object] = {
        "PGHOST": url.host,
        "PGPORT": url.port,
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
        **{_OF_URL[key]: value for key, value in url.query.items() if key in _OF_URL},
    }
    variables = {name: str(value) for name, value in found.items() if value}
    options = os.environ.get("PGOPTIONS", "")
    variables["PGOPTIONS"] = f"{options} -c default_transaction_read_only=on".strip()
    return variables


def _run(command: list[str], variables: Mapping[str, str]) -> int:
    """Run a program that has the terminal, and what ctrl+c means, for itself."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return subprocess.run(command, env={**os.environ, **variables}, check=False).returncode
    finally:
        signal.signal(signal.SIGINT, before)
