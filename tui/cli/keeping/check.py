"""``claims check``: whether all that is stored is as it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click
from click.exceptions import Exit

from tui.cli.keeping.messages import amount, tell_problems
from tui.cli.options.common import db_option, format_option
from tui.io.exits import ExitCode
from tui.io.progress import writing
from tui.io.streams import data_output, err_is_animated, json_text
from tui.session.archive import open_existing, open_to_read, tell_found_before
from tui.text.words import counted

if TYPE_CHECKING:
    from db.keeping.check import Checked

EPILOG: Final = """\b
Examples:
  claims check
  claims check --repair
  claims check --db news.db --format json
"""


@click.command("check", epilog=EPILOG)
@click.option(
    "--repair",
    is_flag=True,
    help="Restore what can be computed: indexes and computed rows; remove rows that nothing "
    "refers to any more.",
)
@format_option("text", "json")
@db_option
def command(repair: bool, form: str, db: str | None) -> None:
    """Check everything stored, and repair what can be computed again.

    That is texts, the place of every claim in them, references, indexes, and what is computed. Each
    problem is named on standard error. Others may go on working meanwhile. --repair never
    touches what people decided, nor a text, nor where a claim stands in it. The exit status is 1
    where problems remain.
    """
    from db.keeping.check import check

    engine = open_existing(db) if repair else open_to_read(db)
    with writing(shown=err_is_animated()) as progress:
        found = check(engine, repair=repair, progress=progress)
    if not found.problems:
        tell_found_before(engine)
    if form == "json":
        data_output().write(json_text(record(found)) + "\n")
    else:
        tell_problems(found.problems)
        click.echo(in_words(found))
    if found.problems:
        raise Exit(ExitCode.FAILURE)


def record(found: Checked) -> dict[str, object]:
    """What was found as a JSON object."""
    return {
        "articles": found.articles,
        "claims": found.claims,
        "problems": [{"what": one.what, "where": one.where} for one in found.problems],
        "repaired": found.repaired,
    }


def in_words(found: Checked) -> str:
    """What was found as one line."""
    line = f"checked {amount(found)}: "
    if found.repaired:
        line += f"{counted(found.repaired, 'problem')} repaired, "
    if not found.problems:
        return line + ("none left" if found.repaired else "no problem")
    line += counted(len(found.problems), "problem") + (" left" if found.repaired else "")
    left = 0 if found.repaired else sum(one.mend is not None for one in found.problems)
    anew = sum(one.compares for one in found.problems)
    ways = [("--repair", left), ("'claims compare --rebuild'", anew)]
    mends = [f"{name} mends {number:,}" for name, number in ways if number]
    return line + (f", of which {' and '.join(mends)}" if mends else "")
