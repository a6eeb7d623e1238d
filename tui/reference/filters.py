"""The table of filters: each option of the command line beside its key in the filter line."""

from __future__ import annotations

import click

from db.query.fields.reference import HEADINGS, filter_rows
from tui.cli.options.filters import claim_filters
from tui.reference.markdown import table


def filters() -> str:
    """Every filter: as an option, in the filter line, and what it keeps."""
    return table(HEADINGS, filter_rows())


def filter_options() -> list[click.Option]:
    """The options that every command with filters has, with order and limit."""
    command = click.command()(claim_filters(lambda **_: None))
    return [one for one in command.params if isinstance(one, click.Option)]
