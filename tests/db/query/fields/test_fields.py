"""One description of a filter is all that the line, the sentence and the condition need."""

from __future__ import annotations

from datetime import date

from db.query.line import FILTER_KEYS, canonical, parse_filter
from db.query.model import FIELDS


def test_keys_and_aliases_are_one_filter_each() -> None:
    assert set(FILTER_KEYS) >= {field.key for field in FIELDS}
    aliases = [alias for field in FIELDS for alias in field.aliases]
    assert len(aliases) == len(set(aliases))
    assert not set(aliases) & set(FILTER_KEYS)
    assert [canonical(a) for f in FIELDS for a in f.aliases] == [
        f.key for f in FIELDS for _ in f.aliases
    ]


def test_bounds_are_read_as_the_first_and_the_last_day() -> None:
    query = parse_filter("since:2023 until:2023-02")
    assert (query.since, query.until) == (date(2023, 1, 1), date(2023, 2, 28))
