"""Rows that are no claims (speakers, articles) as JSON or JSON lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TextIO

from tui.io.streams import json_text

Record = Mapping[str, object]


def write_json(records: Sequence[Record], out: TextIO, *, lines: bool) -> None:
    """Write records as one JSON list, or as one JSON object a line."""
    if lines:
        out.writelines(json_text(record) + "\n" for record in records)
    else:
        out.write(json_text(list(records), indent=2) + "\n")
