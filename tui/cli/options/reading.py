"""How files are read: the options for it, and the table of formats for the help."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

import click

from claims.reading.formats.source import Options
from claims.reading.formats.table import FORMATS
from claims.reading.formats.usual_columns import FIELDS

Function = TypeVar("Function", bound=Callable[..., Any])


class Columns(click.ParamType[dict[str, str]]):
    """Which column has which field: ``text=body,title=headline``."""

    name = "columns"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> dict[str, str]:
        if isinstance(value, dict):
            return value
        found: dict[str, str] = {}
        for pair in filter(None, (one.strip() for one in str(value).split(","))):
            field, given, column = (part.strip() for part in pair.partition("="))
            if not given or not column:
                self.fail(f"{pair!r} is no FIELD=COLUMN.", param, ctx)
            if field not in FIELDS:
                self.fail(f"there is no field {field!r}; use {', '.join(FIELDS)}.", param, ctx)
            found[field] = column
        return found


class Encoding(click.ParamType[str]):
    """An encoding by a name that browsers or Python know."""

    name = "encoding"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        # Imported late: only who names an encoding needs to know their names.
        from claims.reading.text.decoding import named_codec

        if named_codec(str(value)) is None:
            self.fail(f"there is no encoding {value!r}; try utf-8 or windows-1252.", param, ctx)
        return str(value)


COLUMNS: Final = Columns()
ENCODING: Final = Encoding()


def reading_options(function: Function) -> Function:
    """``--columns`` and ``--encoding``, which `read_as` makes one of."""
    function = click.option(
        "--encoding",
        metavar="NAME",
        type=ENCODING,
        help="Encoding of texts and pages, as utf-8 or windows-1252. [default: as declared in "
        "them, else as a browser would guess]",
    )(function)
    return click.option(
        "--columns",
        metavar="FIELD=COLUMN,…",
        type=COLUMNS,
        help="Which columns of tables (CSV, JSON lines, Parquet) hold text, title, outlet, byline, "
        "published and url, as text=body,title=headline. [default: usual names]",
    )(function)


def read_as(columns: dict[str, str] | None, encoding: str | None) -> Options:
    """The options as reading takes them."""
    return Options(columns or {}, encoding)


def formats_in_words() -> str:
    """The table of formats as lines of a help text."""
    width = max(len(one.name) for one in FORMATS)
    lines = [f"  {one.name:{width}}  {' '.join(one.endings)}: {one.gives}" for one in FORMATS]
    return "\n".join(["\b", "Reads:", *lines])
