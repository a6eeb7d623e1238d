"""A query as options gives the same query again, and words survive a shell."""

from __future__ import annotations

import shlex
from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from db.query.model import NEWEST_FIRST, ClaimQuery
from tests.db.query.queries import queries
from tests.tui.cli.options.test_filters import query_of
from tui.text.command_line import command_line, filter_options


def trimmed(value: Any) -> Any:
    """Words without what is around them, as no command keeps it."""
    if isinstance(value, tuple):
        return tuple(map(trimmed, value))
    return value.strip() if type(value) is str else value


@settings(max_examples=60, deadline=None)
@given(queries())
def test_the_options_of_a_query_make_it_again(asked: ClaimQuery) -> None:
    # Times are given to the minute.
    stored = asked.stored and asked.stored.replace(second=0, microsecond=0)
    names = [name for name in ClaimQuery.__dataclass_fields__ if name != "stored"]
    query = ClaimQuery(stored=stored, **{name: trimmed(getattr(asked, name)) for name in names})
    assert query_of(*filter_options(query)) == query


def test_nothing_asked_is_no_option() -> None:
    assert filter_options(ClaimQuery()) == []
    newest = replace(ClaimQuery(), descending=True)
    assert filter_options(newest, NEWEST_FIRST) == []
    assert filter_options(newest) == ["--sort", "-published"]


def test_words_are_quoted_where_a_shell_needs_it() -> None:
    words = ["list", "--topic", "hay, it's dear", "--query", '-"old mill" $HOME']
    assert command_line(["list", "--topic", "hay"]) == "claims list --topic hay"
    assert shlex.split(command_line(words)) == ["claims", *words]
