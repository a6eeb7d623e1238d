"""Acts of deciding, be it who is who or what says the same: told when done, and as history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Protocol

import click

from tui.cli.options.common import by_option, db_option
from tui.io.records import write_json
from tui.io.streams import data_output, tell
from tui.io.tables import Column, print_table
from tui.session.archive import open_existing
from tui.session.user_name import user_name

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Engine

    from db.identity.acts import ActRow, Done


class ListedAct(Protocol):
    """What of an act is listed, whatever it decided."""

    @property
    def number(self) -> int: ...
    @property
    def author(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def when(self) -> datetime: ...
    @property
    def undone(self) -> bool: ...


COLUMNS: Final = (
    Column("Act", rank=0, least=4, right=True),
    Column("When", rank=2, least=16),
    Column("Author", rank=1, least=8),
    Column("State", rank=1, least=6),
    Column("What", rank=0, least=30),
)


def tell_done(done: Done, group: str) -> None:
    """Say what was done, and how to undo it by the group of commands."""
    data_output().write(f"{done.what} (undo with 'claims {group} undo {done.number}')\n")


def undo_command(group: str, undo: Callable[[Engine, int | None, str], Done]) -> click.Command:
    """The command that takes an act back.

    Args:
        group: The group of commands that it is in.
        undo: Does it, in the name of somebody: the act of a number, or the last of theirs.
    """

    @click.command(
        "undo",
        help="Undo act NUMBER, or your last one: its decisions no longer hold, what they replaced "
        f"does again.\n\n'claims {group} history' lists the acts with their numbers.",
    )
    @click.argument("number", type=click.IntRange(min=1), required=False)
    @by_option
    @db_option
    def command(number: int | None, by: str | None, db: str | None) -> None:
        done = undo(open_existing(db), number, user_name(by))
        data_output().write(f"undone: {done.what}\n")

    return command


def write_acts(rows: Sequence[ActRow], form: str) -> None:
    """List acts on standard output.

    Args:
        rows: The acts.
        form: ``table``, ``json`` or ``jsonl``.
    """
    if form != "table":
        write_json([record(row) for row in rows], data_output(), lines=form == "jsonl")
    elif rows:
        print_table(COLUMNS, [cells(row) for row in rows], wrap=True)
    else:
        tell("nothing was judged yet")


def record(row: ListedAct) -> dict[str, object]:
    """An act as a JSON object."""
    return {
        "act": row.number,
        "author": row.author,
        "what": row.what,
        "when": row.when.isoformat(timespec="seconds"),
        "undone": row.undone,
    }


def cells(row: ListedAct) -> list[str | list[str]]:
    """An act as the cells of ``COLUMNS``."""
    when = row.when.isoformat(sep=" ", timespec="minutes")[:16]
    return [f"{row.number}", when, row.author, "undone" if row.undone else "holds", row.what]
