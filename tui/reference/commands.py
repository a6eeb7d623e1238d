"""The command reference, from the commands themselves."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Final

import click

from tui.cli.main import cli
from tui.reference.filters import filter_options
from tui.reference.markdown import code, table

SHARED: Final = frozenset({"--db", "--help"})
"""Options that mean the same in every command that has them."""


def commands() -> str:
    """A section for each command: how it is called, what it does, its own options."""
    return "\n\n".join(
        section
        for path, context in every_command()
        for section in _sections(path, context)
        if section
    )


def every_command() -> Iterator[tuple[str, click.Context]]:
    """Each command that can be run, as it is typed, with its context; groups before theirs."""
    yield from _below("claims", click.Context(cli, info_name="claims", **cli.context_settings))


def _below(path: str, context: click.Context) -> Iterator[tuple[str, click.Context]]:
    yield path, context
    group = context.command
    if isinstance(group, click.Group):
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            if command is not None and not command.hidden:
                below = click.Context(command, parent=context, info_name=name)
                yield from _below(f"{path} {name}", below)


def _sections(path: str, context: click.Context) -> Iterator[str]:
    command = context.command
    yield f"{'#' * min(1 + len(path.split()), 4)} {path}"
    yield code(f"{path} {' '.join(command.collect_usage_pieces(context))}")
    yield _prose(command.help or "")
    options = [one for one in command.get_params(context) if isinstance(one, click.Option)]
    filters = _filters_among({name for option in options for name in option.opts})
    own = [one for one in options if (filters | SHARED).isdisjoint(one.opts)]
    records = [one.get_help_record(context) for one in own]
    rows = [(code(record[0]), record[1]) for record in records if record is not None]
    if rows:
        yield table(("option", "does"), rows)
    if filters:
        yield "It takes the [filters](filters.md), too."


def _filters_among(names: set[str]) -> set[str]:
    """The filters, if a command takes them: one alone, as of a correction, is no filter."""
    filters = {option.opts[0] for option in filter_options()}
    return filters if filters - {"--sort", "--limit"} <= names else set()


def _prose(text: str) -> str:
    """Help as Markdown: what click is told to leave unwrapped (``\\b``) is a block of its own."""
    parts = inspect.cleandoc(text).split("\n\n")
    return "\n\n".join(
        f"```\n{part.removeprefix(chr(8)).strip(chr(10))}\n```" if part.startswith("\b") else part
        for part in parts
    )
