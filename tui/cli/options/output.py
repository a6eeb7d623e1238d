"""``--format``, ``--raw`` and ``--excel``, and what a command lists written as they say."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final, Generic, TypeVar

from tui.cli.options.common import check_csv_options, csv_options, format_option, tell_cut
from tui.io.records import Record, write_json
from tui.io.streams import data_output, tell
from tui.io.tables import Column, Row, print_table

Found = TypeVar("Found")

FORMATS: Final = ("table", "json", "jsonl", "csv")


@dataclass(frozen=True, slots=True)
class Output:
    """How to write what is listed.

    Args:
        form: One of ``FORMATS``.
        raw: CSV: leave cells verbatim.
        excel: CSV: begin with the byte-order mark.
    """

    form: str
    raw: bool = False
    excel: bool = False


@dataclass(frozen=True)
class Layout(Generic[Found]):
    """How one kind of thing is listed in every format.

    Args:
        columns: Those of the table.
        rows: One thing as rows of the table.
        record: One thing as a JSON object.
        names: The columns of CSV.
        flat: One thing as rows of CSV; None where its only row is ``record``.
        wrap: On a terminal, break long cells over lines.
    """

    columns: Sequence[Column]
    rows: Callable[[Found], Iterable[Row]]
    record: Callable[[Found], Record]
    names: Sequence[str]
    flat: Callable[[Found], Iterable[Record]] | None = None
    wrap: bool = False


def output_in(*formats: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """``--format`` with these choices, ``--raw`` and ``--excel``, passed as one ``output``."""

    def options(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def checked(*args: Any, form: str, raw: bool, excel: bool, **others: Any) -> Any:
            check_csv_options(form, raw=raw, excel=excel)
            return function(*args, output=Output(form, raw, excel), **others)

        return format_option(*formats)(csv_options(checked))

    return options


output_options: Final = output_in(*FORMATS)


def write_found(
    found: Sequence[Found],
    layout: Layout[Found],
    output: Output,
    amount: str,
    unfound: Callable[[], str] = str,
    limit: int | None = None,
) -> None:
    """Write what was found to standard output, in the format asked for.

    Args:
        found: In order.
        layout: How a thing is shown.
        output: What the options say.
        amount: How much it is, in words; said beside a table only.
        unfound: What is said behind it where nothing was found.
        limit: What --limit says; there may be more than that.
    """
    if output.form == "table":
        if found:
            rows = chain.from_iterable(map(layout.rows, found))
            print_table(layout.columns, rows, wrap=layout.wrap)
        if found and len(found) == limit:
            tell(f"showing {amount}; --limit says how many")
        else:
            tell(amount if found else f"{amount}{unfound()}")
    elif output.form == "csv":
        flat = layout.flat or _alone(layout.record)
        write_csv(chain.from_iterable(map(flat, found)), layout.names, output)
    else:
        records_of = [layout.record(one) for one in found]
        write_json(records_of, data_output(), lines=output.form == "jsonl")


def write_csv(records: Iterable[Record], names: Sequence[str], output: Output) -> None:
    """Write records to standard output as CSV, and tell what was cut."""
    # Imported late: only CSV needs the exports.
    from db.export import write_table

    tell_cut(write_table(records, data_output(), names, raw=output.raw, excel=output.excel))


def _alone(record: Callable[[Found], Record]) -> Callable[[Found], Iterable[Record]]:
    return lambda one: (record(one),)
