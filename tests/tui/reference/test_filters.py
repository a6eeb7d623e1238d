"""The reference of filters."""

from __future__ import annotations

from db.query.model import FIELDS
from tui.reference.filters import filter_options, filter_rows, filters


def test_each_option_stands_in_the_table_with_what_it_keeps() -> None:
    made = filters()
    missing = [
        option.name
        for option in filter_options()
        if not any(flag in made for flag in (*option.opts, *option.secondary_opts))
    ]
    assert missing == []
    assert all(option.help for option in filter_options())


def test_each_filter_has_a_row_with_its_key() -> None:
    rows = filter_rows()
    lines = " ".join(row[1] for row in rows)
    for field in FIELDS:
        assert f"`{field.key}:" in lines or field.name == "text"
    assert all(keeps for _, _, keeps in rows)
    assert next(row[:2] for row in rows if "--cue " in row[0]) == ("`--cue TEXT`", "`cue:`")
