"""The command that asks for what a screen shows: the options of a query, quoted for a shell."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator

from db.query.fields.field import Field, ValueForm
from db.query.model import FIELDS, OLDEST_FIRST, ClaimQuery


def command_line(words: Iterable[str]) -> str:
    """A command as a POSIX shell takes it.

    Args:
        words: Subcommand, options and their values, in order.
    """
    return shlex.join(["claims", *words])


def filter_options(query: ClaimQuery, order: str = OLDEST_FIRST) -> list[str]:
    """The options that make a query, each value in a word of its own.

    Args:
        query: What they are to ask.
        order: How the command sorts where nothing says.
    """
    return [word for field in FIELDS for word in _words(field, query, order)]


def _words(field: Field, query: ClaimQuery, order: str) -> Iterator[str]:
    flag = field.option.flag
    if field.name == "sort":
        sort = f"{'-' if query.descending else ''}{query.sort}"
        yield from () if sort == order else (flag, sort)
        return
    for value in field.values(query):
        if field.form is ValueForm.EITHER:
            yield flag.split("/")[0 if value else 1]
        elif field.form is ValueForm.SWITCH:
            yield flag
        else:
            yield from (flag, field.write(value))
