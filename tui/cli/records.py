"""Rows that are no claims (speakers, articles) as JSON, JSON lines or CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TextIO

from tui.cli.streams import json_text

Record = Mapping[str, object]


def write_json(records: Sequence[Record], out: TextIO, *, lines: bool) -> None:
    """Write records as one JSON list, or as one JSON object a line."""
    if lines:
        out.writelines(json_text(record) + "\n" for record in records)
    else:
        out.write(json_text(list(records), indent=2) + "\n")


def write_csv(
    records: Sequence[Record], out: TextIO, columns: Sequence[str], *, raw: bool, excel: bool
) -> None:
    """Write records as CSV, by the same rules as claims.

    Args:
        records: What a record lacks is left empty.
        out: Must leave newlines as they are.
        columns: In order.
        raw: Cells verbatim, without the guard against formulas.
        excel: With a byte-order mark.
    """
    raise NotImplementedError
