"""JSON lines: one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TextIO


def write_claims(records: Iterable[Mapping[str, object]], out: TextIO) -> None:
    """Write claims as they come; letters of every script stand as they are."""
    for record in records:
        out.write(json.dumps(record, ensure_ascii=False) + "\n")
