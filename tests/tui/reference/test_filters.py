"""The reference of filters."""

from __future__ import annotations

from tui.reference.filters import filter_options, filters


def test_each_option_stands_in_the_table_with_what_it_keeps() -> None:
    made = filters()
    missing = [
        option.name
        for option in filter_options()
        if not any(flag in made for flag in (*option.opts, *option.secondary_opts))
    ]
    assert missing == []
    assert all(option.help for option in filter_options())
