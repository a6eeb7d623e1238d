"""``claims threads history``: what people have decided, the newest first."""

from __future__ import annotations

import click

from tui.cli.options.acts import write_acts
from tui.cli.options.common import db_option, format_option
from tui.session.archive import open_to_read


@click.command("history")
@format_option("table", "json", "jsonl")
@db_option
def command(form: str, db: str | None) -> None:
    """List what was joined, parted and labelled, with authors, the newest first."""
    from db.comparison.threads.judgements import list_acts

    write_acts(list_acts(open_to_read(db)), form)
