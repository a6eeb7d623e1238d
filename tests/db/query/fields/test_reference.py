"""The table of filters."""

from __future__ import annotations

from db.query.fields.reference import filter_rows
from db.query.model import FIELDS


def test_the_table_of_filters_has_every_option_and_key() -> None:
    rows = filter_rows()
    options, lines = " ".join(row[0] for row in rows), " ".join(row[1] for row in rows)
    for field in FIELDS:
        assert field.option.flag.split("/")[0] in options
        assert f"`{field.key}:" in lines or field.name == "text"
    assert all(keeps for _, _, keeps in rows)
    assert next(row[:2] for row in rows if "--cue " in row[0]) == ("`--cue TEXT`", "`cue:`")
