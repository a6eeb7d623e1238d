"""``claims relations history``: what people judged of relations, the newest first."""

from __future__ import annotations

import click

from tui.cli.options.acts import write_acts
from tui.cli.options.common import db_option, format_option
from tui.session.archive import open_to_read


@click.command("history")
@format_option("table", "json", "jsonl")
@db_option
def command(form: str, db: str | None) -> None:
    """List what was confirmed and dismissed, by whom and when, the newest first.

    What was undone or judged again since is marked as such.
    """
    from db.comparison.relations.judgements import list_judgements

    write_acts(list_judgements(open_to_read(db)), form)
