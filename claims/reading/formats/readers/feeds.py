"""Feeds saved as files: RSS and Atom by feedparser, JSON Feed, and other JSON with articles."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import chain
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin

from claims.reading.formats.documents import Known, article_of_markup, unescaped
from claims.reading.formats.fields import (
    WITHOUT_TEXT,
    article_of_record,
    check_columns,
    columns_of,
    no_text,
    with_inner,
)
from claims.reading.formats.readers.simple import filled
from claims.reading.formats.source import ArticlePaths, Options, Outcome, PassedOver, Source
from claims.reading.layout.bylines import persons
from claims.reading.text.dates import UNDATED, read_stamp
from claims.reading.text.decoding import BOM, decode_text
from claims.reading.text.errors import ReadingError, printable

_LISTS: Final = ("items", "articles", "entries", "posts", "data", "results", "docs")


def read_feed(source: Source, options: Options) -> Iterator[Outcome]:
    """The entries of an RSS or Atom feed, each as an article."""
    # Imported late: its reader loads a library of its own.
    import feedparser

    # From a name it would fetch what it takes for an address.
    feed = feedparser.parse(io.BytesIO(filled(source)))
    if not feed.version and not feed.entries:
        raise ReadingError(source.path, "it is no feed that can be read")
    outlet = feed.feed.get("title")
    names = ArticlePaths(source.path)
    for entry in feed.entries:
        path = names.name(entry.get("link") or entry.get("id"))
        bodies = [one.get("value") or "" for one in entry.get("content", ())]
        markup = unescaped(max([*bodies, entry.get("summary") or ""], key=len))
        stamp = entry.get("published") or entry.get("updated") or ""
        writers = [one.get("name") or "" for one in entry.get("authors", ())]
        known = Known(
            title=_plain(entry.get("title")),
            outlet=_plain(outlet),
            url=entry.get("link"),
            byline=tuple(name for one in writers for name in persons(one)),
            published=read_stamp(stamp, f'date of the entry "{stamp}"') if stamp else UNDATED,
        )
        yield _entry(path, markup, known)


def read_json(source: Source, options: Options) -> Iterator[Outcome]:
    """The items of a JSON Feed, or objects that have a text: one, a list, a list in an object."""
    text, _ = decode_text(source.path, filled(source), options.encoding)
    try:
        found = json.loads(text.removeprefix(BOM))
    except (ValueError, RecursionError) as error:
        raise ReadingError(source.path, f"it is no JSON ({error})") from error
    is_feed = isinstance(found, dict) and _is_feed(found)
    outlet = found.get("title") if is_feed else None
    records = _records(found)
    names = ArticlePaths(source.path)
    several = len(records) > 1 or outlet is not None
    if several and not is_feed:
        check_columns(source.path, list(dict.fromkeys(chain.from_iterable(records))), options)
    for record in records:
        columns = columns_of(_filled(record), options)
        if "text" not in columns:
            if not several:
                raise no_text(source.path, record)
            yield PassedOver(printable(source.path), WITHOUT_TEXT)
            continue
        identity = record.get("url") or record.get("id")
        path = names.name(str(identity) if identity else None) if several else source.path
        if outlet and "outlet" not in columns:
            record, columns = {**record, "outlet": outlet}, {**columns, "outlet": "outlet"}
        try:
            yield from article_of_record(path, record, columns, "field")
        except ReadingError as error:
            yield error


def links_of(data: bytes, address: str) -> list[str]:
    """The addresses of the pages that a feed of any kind links to.

    Args:
        data: The feed.
        address: Where it is.
    """
    # Imported late: its reader loads a library of its own.
    import feedparser

    try:
        items = json.loads(data).get("items", ())
        found = [item.get("url") for item in items if isinstance(item, dict)]
    except (ValueError, AttributeError, RecursionError):
        found = [entry.get("link") for entry in feedparser.parse(io.BytesIO(data)).entries]
    return list(dict.fromkeys(urljoin(address, link) for link in found if link))


def _entry(path: Path, markup: str, known: Known) -> Outcome:
    try:
        return article_of_markup(path, markup, known)
    except ReadingError:
        return PassedOver(printable(path), WITHOUT_TEXT)


def _plain(markup: str | None) -> str | None:
    """A title, in which feeds may write markup, as words."""
    if not markup:
        return None
    # Imported late: most titles have none.
    from lxml import html as lxml_html

    while (once := unescape(markup)) != markup:
        markup = once
    words = markup if "<" not in markup else lxml_html.fromstring(markup).text_content()
    return " ".join(words.split()) or None


def _is_feed(found: Mapping[str, Any]) -> bool:
    return "jsonfeed.org/version" in str(found.get("version"))


def _filled(record: Mapping[str, Any]) -> list[str]:
    """The names of what a record has a value for."""
    return [name for name, value in record.items() if value]


def _records(found: Any) -> list[dict[str, Any]]:
    """The objects that may be articles."""
    if isinstance(found, dict):
        listed = next((found[key] for key in _LISTS if isinstance(found.get(key), list)), None)
        found = [found] if listed is None else listed
    return (
        [with_inner(one) for one in found if isinstance(one, dict)]
        if isinstance(found, list)
        else []
    )
