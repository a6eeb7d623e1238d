"""How files are read, as options tell it."""

from __future__ import annotations

import click
import pytest

from claims.reading import FORMATS, Options
from tui.cli.options.reading import COLUMNS, formats_in_words, read_as


def test_columns_are_told_by_field() -> None:
    told = COLUMNS.convert("text=body, title=head line", None, None)
    assert read_as(told, "utf-8") == Options({"text": "body", "title": "head line"}, "utf-8")


@pytest.mark.parametrize("value", ["text", "text=", "words=body"])
def test_what_tells_no_column_is_refused(value: str) -> None:
    with pytest.raises(click.BadParameter):
        COLUMNS.convert(value, None, None)


def test_the_help_names_every_format_with_its_endings() -> None:
    told = formats_in_words()
    for one in FORMATS:
        assert f"  {one.name}" in told
        assert all(ending in told for ending in one.endings)
