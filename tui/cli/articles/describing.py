"""What a table, or the names of files, tell of articles that are ingested."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from claims.reading.locations import from_root
from tui.cli.articles.options import FIELDS, NO_DATE
from tui.io.errors import CommandFailed
from tui.io.exits import ExitCode

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.articles.matching import Description
    from db.articles.values import Value
    from db.schema.choices import ArticleField

COLUMNS: Final = ("path", *FIELDS)
_ALSO: Final = {"date": "published"}
"""Other names of fields, as `claims articles set` has them."""
_FIELD: Final = re.compile(r"\{(\w+)\}")
_SHAPES: Final = {"published": r"\d{4}-?\d\d-?\d\d|\d{4}-\d\d|\d{4}"}
_DELIMITERS: Final = ",;\t"


@dataclass(frozen=True, slots=True)
class Described:
    """How many articles were described, and what could not be used of the description."""

    articles: int
    problems: tuple[str, ...]


def read_table(path: Path) -> tuple[list[Description], list[str]]:
    """The rows of a table of articles, and what is wrong with others.

    Raises:
        OSError: It cannot be read.
        CommandFailed: It is no such table.
    """
    from db.articles.matching import Description

    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise CommandFailed(f"{path}: it is not UTF-8", ExitCode.FAILURE) from None
    lines = text.splitlines(keepends=True)
    header = lines[0] if lines else ""
    rows = csv.DictReader(lines, delimiter=max(_DELIMITERS, key=header.count))
    rows.fieldnames = names = _columns(path, rows.fieldnames or ())
    described: list[Description] = []
    problems: list[str] = []
    folder = path.absolute().parent
    for row in rows:
        where = f"{path}, line {rows.line_num}"
        cells = {name: (row.get(name) or "").strip() for name in names}
        try:
            values = _values(cells, f'table "{path.name}"', by_url="path" not in names)
        except ValueError as error:
            problems.append(f"{where}: {error}")
            continue
        named = cells.get("path") or None
        file = None if named is None else str(folder / named)
        if file is None and not cells.get("url"):
            problems.append(f"{where}: neither path nor url")
        else:
            described.append(Description(where, file, cells.get("url") or None, values))
    return described, problems


def _columns(path: Path, header: Iterable[str]) -> list[str]:
    """The columns that the header of a table names.

    Raises:
        CommandFailed: One is not of `COLUMNS`, or none tells which article is meant.
    """
    written = [(name or "").strip().casefold() for name in header]
    names = [_ALSO.get(name, name) for name in written]
    if unknown := [name for name in names if name not in COLUMNS]:
        reason = f"there is no column {unknown[0]!r}; use some of {', '.join(COLUMNS)}"
    elif not {"path", "url"} & set(names):
        reason = "a column path or url has to tell which article is meant"
    else:
        return names
    raise CommandFailed(f"{path}: {reason}", ExitCode.FAILURE)


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern for names of files, ``{outlet}_{published}_{title}``, as an expression.

    Raises:
        click.UsageError: It names no field, or one that is not known, or one twice.
    """
    parts: list[str] = []
    seen: list[str] = []
    end = 0
    for match in _FIELD.finditer(pattern):
        parts.append(re.escape(pattern[end : match.start()]))
        name, end = _ALSO.get(match[1], match[1]), match.end()
        if name == "_":
            parts.append(".*?")
        elif name not in FIELDS:
            raise click.UsageError(
                f"there is no field {{{name}}}; use {', '.join(FIELDS)} or {{_}}"
            )
        elif name in seen:
            raise click.UsageError(f"{{{name}}} stands in the pattern twice")
        else:
            seen.append(name)
            parts.append(f"(?P<{name}>{_SHAPES.get(name, '.+?')})")
    if not seen:
        raise click.UsageError("the pattern has no field such as {outlet}")
    return re.compile("".join([*parts, re.escape(pattern[end:])]), re.DOTALL)


def named_values(pattern: re.Pattern[str], path: str) -> dict[ArticleField, Value] | None:
    """What the name of a file tells by a pattern; None if it does not fit.

    Raises:
        ValueError: It has a date that is none.
    """
    name = Path(path).stem
    match = pattern.fullmatch(name)
    if match is None:
        return None
    cells = {
        key: " ".join(value.replace("_", " ").split()) for key, value in match.groupdict().items()
    }
    return _values(cells, f'file name "{name}"')


def describe(
    engine: Engine,
    paths: Sequence[str],
    pattern: re.Pattern[str] | None,
    table: Path | None,
    who: str,
) -> Described:
    """Have articles show what names of files and then a table tell.

    Args:
        engine: Of the archive, open for writing.
        paths: The files that were read.
        pattern: Of their names.
        table: Whose rows may be of any article that is stored.
        who: In whose name.
    """
    from db.articles.matching import Description, apply_descriptions, find_described
    from db.schema.choices import ArticleAction

    problems: list[str] = []
    changed: set[str] = set()

    def use(rows: Sequence[Description], action: ArticleAction, missing: str) -> None:
        wanted: dict[int, dict[ArticleField, Value]] = {}
        for one, number in zip(rows, find_described(engine, rows), strict=True):
            if number is None:
                problems.append(f"{one.where}: {missing}")
            else:
                wanted.setdefault(number, {}).update(one.values)
        changed.update(apply_descriptions(engine, wanted, who, action).article_ids)

    if pattern is not None:
        named = [*_named(pattern, paths, problems)]
        use(
            [Description(path, path, None, values) for path, values in named],
            ArticleAction.NAME,
            "?",
        )
    if table is not None:
        rows, bad = read_table(table)
        problems += bad
        use(rows, ArticleAction.TABLE, "no article has this path or address")
    return Described(len(changed), tuple(problems))


def _named(
    pattern: re.Pattern[str], paths: Iterable[str], problems: list[str]
) -> Iterator[tuple[str, dict[ArticleField, Value]]]:
    for path in paths:
        try:
            values = named_values(pattern, path)
        except ValueError as error:
            problems.append(f"{path}: {error}")
            continue
        if values is None:
            problems.append(f"{path}: its name does not fit --from-name")
        else:
            yield from_root(path), values


def _values(
    cells: Mapping[str, str], evidence: str, *, by_url: bool = False
) -> dict[ArticleField, Value]:
    """The values of the cells that say something.

    Raises:
        ValueError: One cannot be stored.
    """
    from claims.article import DatedFact
    from claims.reading.text.dates import read_given
    from db.articles.actions import check_value
    from db.query.model import QueryError
    from db.schema.choices import ArticleField

    values: dict[ArticleField, Value] = {}
    for name in FIELDS:
        cell = cells.get(name)
        if not cell or (name == "url" and by_url):
            continue
        value: Value = cell
        if name == "published":
            if (found := read_given(cell)) is None:
                raise ValueError(f"{cell!r} {NO_DATE}")
            value = DatedFact(found.value, found.precision, evidence)
        elif name == "byline":
            value = tuple(one.strip() for one in cell.split(";") if one.strip())
        try:
            check_value(ArticleField(name), value)
        except QueryError as error:
            raise ValueError(str(error)) from error
        values[ArticleField(name)] = value
    return values
