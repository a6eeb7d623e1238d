"""What the tests of exports read again of what was written."""

from __future__ import annotations

import csv
import io

from sqlalchemy import Engine

from db.export import (
    COLUMNS,
    Options,
    export,
)
from db.query.line import parse_filter

Row = dict[str, str]


CUE = COLUMNS[36:41]


def exported(
    engine: Engine, line: str = "", form: str = "csv", *, raw: bool = False, excel: bool = False
) -> str:
    out = io.StringIO(newline="")
    export(engine, out, form, query=parse_filter(line), options=Options(raw=raw, excel=excel))
    return out.getvalue()


def table(engine: Engine, line: str = "") -> list[Row]:
    return list(csv.DictReader(io.StringIO(exported(engine, line), newline="")))


ELSEWHERE = ("articles", "stories", "first_said", "relations")
"""What JSON tells beyond the columns of CSV."""
