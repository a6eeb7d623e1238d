"""Articles as records: which field of a record is the text, the title, the date …"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from claims.reading.formats.documents import (
    Known,
    article_of_markup,
    article_of_text,
    unescaped,
)
from claims.reading.formats.source import Options, Outcome, PassedOver
from claims.reading.formats.usual_columns import FIELDS
from claims.reading.layout.bylines import persons
from claims.reading.text.dates import read_stamp
from claims.reading.text.errors import ReadingError, printable

WITHOUT_TEXT: Final = "entries without text"
DELIMITERS: Final = ",;\t|"
STATED_DELIMITER: Final = re.compile(r"sep=(.)", re.IGNORECASE)
"""The first line of tables for Excel, which says what parts their cells."""
_MARKUP: Final = re.compile(r"</?(?:p|div|br|h[1-6]|article|section|li)\b[^>]*>", re.IGNORECASE)
_TEXT_KEY: Final = re.compile(rb'"((?:[^"\\]|\\.){1,60})"\s*:\s*"')
# Seconds since 1970 of late 1973 and of 2100; what is less may be a year or a day in figures.
_OLDEST: Final = 120_000_000
_NEWEST: Final = 4_102_444_800
_DEEPEST: Final = 4
"""How many objects a field may lie in."""
_MANY: Final = re.compile(r"\s*;\s*")


def columns_of(names: Iterable[str], options: Options) -> dict[str, str]:
    """Which column has which field of an article, by field; as told, else by usual names."""
    known = {name.strip().casefold(): name for name in names if name}
    found: dict[str, str] = {}
    for field, usual in FIELDS.items():
        asked = options.columns.get(field)
        for name in (asked,) if asked else usual:
            if name.casefold() in known:
                found[field] = known[name.casefold()]
                break
    return found


def with_inner(record: Mapping[str, Any], depth: int = _DEEPEST) -> dict[str, Any]:
    """A record, and what its objects hold by names with dots: ``content.text``."""
    found = dict(record)
    for name, value in record.items():
        if isinstance(value, Mapping) and depth:
            found |= {f"{name}.{key}": one for key, one in with_inner(value, depth - 1).items()}
    return found


def check_columns(path: Path, names: Sequence[str], options: Options) -> None:
    """Make sure that a table has all columns that somebody named.

    Without one, its articles would be stored with another title or none, and nobody would know.

    Raises:
        ReadingError: One is not there.
    """
    known = {name.strip().casefold() for name in names}
    for field, column in options.columns.items():
        if column.casefold() not in known:
            reason = f"there is no column {column!r} for the {field} ({_listed(names)})"
            raise ReadingError(path, reason)


def no_text(path: Path, names: Iterable[str]) -> ReadingError:
    """That no column of a table is that of texts."""
    reason = f"no column is known to be the text ({_listed(names)}); say --columns text=NAME"
    return ReadingError(path, reason)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(list(names)[:12])


def has_text_column(head: bytes, options: Options) -> bool:
    """Whether the first line of a table names a column of texts."""
    lines = head.decode("utf-8", "replace").lstrip("\ufeff").splitlines()
    stated = STATED_DELIMITER.fullmatch(lines[0]) if lines else None
    line = lines[1:2] if stated else lines[:1]
    if not line:
        return False
    delimiter = stated[1] if stated else max(DELIMITERS, key=line[0].count)
    return "text" in columns_of(next(csv.reader(line, delimiter=delimiter)), options)


def has_text_key(head: bytes, options: Options) -> bool:
    """Whether JSON begins with records of articles: texts with titles or the like or with no other
    words, or as told."""
    names = [name.decode("utf-8", "replace") for name in _TEXT_KEY.findall(head)]
    found = columns_of(names, options)
    if told := options.columns.get("text"):
        return "text" in found or told.rpartition(".")[2] in names
    if set(names) == {found.get("text")}:
        return True
    # A text may stand behind the part that is looked at, and many records have a text of some kind.
    return len({"title", "url", "published"} & set(found)) >= (1 if "text" in found else 2)


def article_of_record(
    path: Path, record: Mapping[str, Any], columns: Mapping[str, str], what: str
) -> Iterator[Outcome]:
    """The article of a record; it is passed over where it has no text.

    Args:
        path: Of the article.
        record: Values by column.
        columns: Which column has which field.
        what: What a column is called in evidence.
    """
    text = _text(record[columns["text"]])
    if not text.strip():
        yield PassedOver(printable(path), WITHOUT_TEXT)
        return
    text, known = unescaped(text), known_of_record(record, columns, what)
    if len(_MARKUP.findall(text)) > 1:
        yield article_of_markup(path, text, known)
    else:
        yield article_of_text(path, text, known)


def known_of_record(record: Mapping[str, Any], columns: Mapping[str, str], what: str) -> Known:
    """What a record tells of an article beside its text; as ``article_of_record``."""
    found = {field: record[column] for field, column in columns.items()}
    stamp = _words(_dated(found.get("published")))
    evidence = f'{what} "{columns.get("published")}" "{stamp}"'
    return Known(
        title=_words(found.get("title")),
        outlet=_words(found.get("outlet")),
        byline=tuple(_names(found.get("byline"))),
        url=_words(found.get("url")),
        **({"published": read_stamp(stamp, evidence)} if stamp else {}),
    )


def _text(value: Any) -> str:
    """A text, also one that is given as its paragraphs; empty where a value is none."""
    if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return "\n\n".join(value)
    return value if isinstance(value, str) else ""


def _dated(value: Any) -> Any:
    """A value that may be a date; numbers are seconds since 1970, or thousandths of them."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return value
    for divisor in (1, 1000):
        if _OLDEST <= value / divisor < _NEWEST:
            return datetime.fromtimestamp(value / divisor, UTC).isoformat()
    return value


def _words(value: Any) -> str | None:
    """A value as one line; None if it has no words."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if hasattr(value, "isoformat"):
        value = value.isoformat()
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    return " ".join(str(value).split()) or None


def _names(value: Any) -> Iterator[str]:
    """The persons that a value names: a text, or a list of texts or of objects with a name."""
    if isinstance(value, list | tuple):
        for one in value:
            yield from _names(one)
    elif words := _words(value):
        for part in _MANY.split(words):
            yield from persons(part)
