"""``claims new``: what came in since the last visit."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import click

from db.query.fields.values import as_moment, moment
from db.query.model import QueryError
from tui.cli.options.common import WORDS, db_option, format_option
from tui.io.records import write_json
from tui.io.streams import data_output, tell
from tui.io.tables import Column, print_table
from tui.session.archive import open_to_read
from tui.session.user_name import user_name
from tui.text.words import counted

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.analysis.new_claims import NewClaims
    from tui.session.visits import Visits

EPILOG: Final = """\b
Examples:
  claims new
  claims new --since 2024-05-16
  claims new --seen
"""

COLUMNS: Final = (
    Column("View", rank=0, least=16, style="bold"),
    Column("New", rank=0, least=5),
    Column("Claims", rank=1, least=6),
    Column("Filter", rank=2, least=24),
)


@click.command("new", epilog=EPILOG)
@click.option(
    "--since",
    metavar="WHEN",
    type=WORDS,
    help="From this time on, in UTC, as 2024-05-16 or 2024-05-16T10:30. [default: the last visit]",
)
@click.option("--seen", is_flag=True, help="Count this as a visit: only what comes later is new.")
@format_option("table", "json", "jsonl")
@db_option
def command(since: str | None, seen: bool, form: str, db: str | None) -> None:
    """Count the claims that came in since your last visit, in all and by saved view.

    A visit is a run of the app, or --seen; everybody has visits of their own, by the name that
    their reviews are made in. What comes in while the app runs is still new the next time. Claims
    count as new if their article was stored since; '--stored WHEN' of 'claims list' and other
    commands shows them.
    """
    from db.analysis.new_claims import after_newest, read_new_claims

    engine = open_to_read(db)
    # Before counting: what comes in meanwhile is new the next time, too.
    newest = after_newest(engine) or datetime.now(UTC)
    when = _last_visit(engine) if since is None else _given(since)
    if when is None:
        tell("no visit is known yet; one run of the app, or --seen, begins to count")
    else:
        show(read_new_claims(engine, when), form)
    if seen:
        _visits(engine).keep(newest)


def show(new: NewClaims, form: str) -> None:
    """Print what came in."""
    if form == "table":
        rows = [
            [one.view.name, f"{one.new:,}", f"{one.claims:,}", one.view.line] for one in new.views
        ]
        if rows:
            print_table(COLUMNS, rows)
        amount = counted(new.claims, "new claim")
        lists = f"; 'claims list --stored {as_moment(new.since)}' lists them"
        tell(f"{amount} since {new.since:%Y-%m-%d %H:%M} UTC{lists if new.claims else ''}")
    else:
        records: list[dict[str, object]] = [
            {"view": None, "filter": "", "new": new.claims, "since": new.since.isoformat()},
            *(
                {
                    "view": one.view.name,
                    "filter": one.view.line,
                    "new": one.new,
                    "since": new.since.isoformat(),
                }
                for one in new.views
            ),
        ]
        write_json(records, data_output(), lines=form == "jsonl")


def _given(since: str) -> datetime:
    try:
        return moment(since)
    except QueryError as error:
        raise click.UsageError(f"--since: {error}") from error


def _last_visit(engine: Engine) -> datetime | None:
    from tui.session.state import StateError

    try:
        return _visits(engine).last()
    except StateError as error:
        raise click.ClickException(str(error)) from error


def _visits(engine: Engine) -> Visits:
    from db.archive import first_run
    from tui.session.state import state_folder
    from tui.session.visits import Visits

    return Visits(state_folder(), engine.url, user_name(), first_run(engine))
