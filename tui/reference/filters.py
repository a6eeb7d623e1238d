"""The table of filters: each option of the command line beside its key in the filter line."""

from __future__ import annotations

from typing import Final

import click

from db.query.fields.field import Field, ValueForm
from db.query.model import FIELDS
from tui.cli.options.filters import claim_filters
from tui.reference.markdown import table

HEADINGS: Final = ("option", "filter line", "keeps claims")


def filters() -> str:
    """Every filter: as an option, in the filter line, and what it keeps."""
    return table(HEADINGS, filter_rows())


def filter_rows() -> list[tuple[str, str, str]]:
    """A row for each filter: its option, its key and what it keeps, as Markdown."""
    rows = [(_option(field), field.written or f"`{field.key}:`", field.keeps) for field in FIELDS]
    view = "of a view saved by that name; other filters take precedence"
    return [*rows, ("`--view NAME`", "`v` in the app", view)]


def filter_options() -> list[click.Option]:
    """The options that every command with filters has, with order and limit."""
    command = click.command()(claim_filters(lambda **_: None))
    return [one for one in command.params if isinstance(one, click.Option)]


def _option(field: Field) -> str:
    option = field.option
    if field.form is ValueForm.EITHER:
        return ", ".join(f"`{flag}`" for flag in option.flag.split("/"))
    return f"`{option.flag} {option.metavar}`" if option.metavar else f"`{option.flag}`"
