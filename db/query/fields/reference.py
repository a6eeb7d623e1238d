"""The table of filters, for the README."""

from __future__ import annotations

from typing import Final

from db.query.fields.field import Field, Form
from db.query.model import FIELDS

HEADINGS: Final = ("option", "filter line", "keeps claims")
"""Of the columns of `filter_rows`."""


def filter_rows() -> list[tuple[str, str, str]]:
    """A row for each filter: its option, its key and what it keeps, as Markdown."""
    rows = [(_option(field), field.written or f"`{field.key}:`", field.keeps) for field in FIELDS]
    view = "of a view saved by that name; other filters go before its own"
    return [*rows, ("`--view NAME`", "`v` in the app", view)]


def _option(field: Field) -> str:
    option = field.option
    if field.form is Form.EITHER:
        return ", ".join(f"`{flag}`" for flag in option.flag.split("/"))
    return f"`{option.flag} {option.metavar}`" if option.metavar else f"`{option.flag}`"
