"""The table of filters: each option of the command line beside its key in the filter line.

What a filter is comes from `filter_options` and `in_filter_line` alone.
"""

from __future__ import annotations

import click

from db.query.line import FILTER_KEYS, canonical
from tui.cli.options.filters import claim_filters
from tui.reference.markdown import code, table


def filters() -> str:
    """Every filter: as an option, in the filter line, and what it keeps."""
    context = click.Context(click.Command("claims"))
    rows = []
    for option in filter_options():
        record = option.get_help_record(context)
        assert record is not None, "no filter is hidden"
        rows.append((code(record[0]), " ".join(map(code, in_filter_line(option))), record[1]))
    return table(("option", "filter line", "does"), rows)


def filter_options() -> list[click.Option]:
    """The options that every command with filters has, with order and limit."""
    command = click.command()(claim_filters(lambda **_: None))
    return [one for one in command.params if isinstance(one, click.Option)]


def in_filter_line(option: click.Option) -> list[str]:
    """How an option is written in the filter line; empty where it has no key there."""
    name = option.opts[0].removeprefix("--")
    if option.secondary_opts:
        return [f"is:{name}", f"not:{name}"]
    if name == "include-rejected":
        return ["include:rejected"]
    return [f"{canonical(name)}:"] if canonical(name) in FILTER_KEYS else []
