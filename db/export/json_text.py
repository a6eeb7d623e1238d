"""JSON: one array of objects, or one object a line; letters of every script stand as they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TextIO


def write_array(records: Iterable[Mapping[str, object]], out: TextIO) -> None:
    """Write records as they come, as one array."""
    before = "[\n"
    for record in records:
        out.write(before + json.dumps(record, ensure_ascii=False))
        before = ",\n"
    out.write("[]\n" if before == "[\n" else "\n]\n")


def write_lines(records: Iterable[Mapping[str, object]], out: TextIO) -> None:
    """Write records as they come, one a line."""
    for record in records:
        out.write(json.dumps(record, ensure_ascii=False) + "\n")
