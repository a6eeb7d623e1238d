"""Markdown, by markdown-it-py: the text as it is shown, and what stands above it as metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from markdown_it import MarkdownIt

from claims.article import SegmentKind
from claims.reading.formats.documents import Known, Part, article_of_parts, parts_of_markup
from claims.reading.formats.readers.simple import filled
from claims.reading.formats.source import Options, Outcome, Source
from claims.reading.formats.usual_columns import FIELDS
from claims.reading.layout.bylines import persons
from claims.reading.text.dates import UNDATED, read_stamp
from claims.reading.text.decoding import BOM, decode_text

_FRONT: Final = re.compile(r"---\s*\n(.*?)\n(?:---|\.\.\.)\s*\n", re.DOTALL)
_ENTRY: Final = re.compile(r"^(\w+):[ \t]*(.+?)[ \t]*$", re.MULTILINE)


def read_markdown(source: Source, options: Options) -> Iterator[Outcome]:
    """One article; a first heading of the first rank is its title."""
    text, _ = decode_text(source.path, filled(source), options.encoding)
    text = text.removeprefix(BOM)
    front = _FRONT.match(text)
    entries = dict(_ENTRY.findall(front[1])) if front else {}
    markup = MarkdownIt("commonmark").enable("table").render(text[front.end() :] if front else text)
    parts = parts_of_markup(source.path, markup)
    known = _known(entries, parts)
    yield article_of_parts(source.path, parts, known)


def _known(entries: dict[str, str], parts: list[Part]) -> Known:
    """What the lines above the text say; the title is else the first heading."""
    values = {
        field: next((entries[name].strip("\"'[] ") for name in usual if name in entries), None)
        for field, usual in FIELDS.items()
    }
    first = parts[0] if parts and parts[0].kind is SegmentKind.HEADING else None
    stamp = values["published"]
    return Known(
        title=values["title"] or (first.text if first else None),
        outlet=values["outlet"],
        url=values["url"],
        byline=persons(values["byline"] or ""),
        published=read_stamp(stamp, f'front matter "{stamp}"') if stamp else UNDATED,
    )
