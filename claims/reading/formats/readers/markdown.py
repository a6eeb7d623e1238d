"""Markdown, by markdown-it-py: the text as it is shown, and what stands above it as metadata."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from markdown_it import MarkdownIt

from claims.article import SegmentKind
from claims.reading.formats.documents import Part, article_of_parts, parts_of_markup
from claims.reading.formats.fields import columns_of, known_of_record
from claims.reading.formats.readers.simple import filled
from claims.reading.formats.source import Options, Outcome, Source
from claims.reading.text.decoding import BOM, decode_text

_YAML: Final = re.compile(r"---\s*\n(.*?)\n(?:---|\.\.\.)\s*\n", re.DOTALL)
_TOML: Final = re.compile(r"\+\+\+\s*\n(.*?)\n\+\+\+\s*\n", re.DOTALL)
_FIRST: Final = re.compile(r"<h1>.*?</h1>", re.DOTALL)
_ENTRY: Final = re.compile(r"^(\w+):[ \t]*(.+?)[ \t]*$", re.MULTILINE)


def read_markdown(source: Source, options: Options) -> Iterator[Outcome]:
    """One article; its first heading of the first rank is its title, or one that it begins with."""
    text, _ = decode_text(source.path, filled(source), options.encoding)
    entries, text = _parted(text.removeprefix(BOM))
    markup = MarkdownIt("commonmark").enable("table").render(text)
    parts = parts_of_markup(source.path, markup)
    known = known_of_record(entries, columns_of(entries, options), "front matter")
    yield article_of_parts(
        source.path, parts, replace(known, title=known.title or _title(source.path, markup, parts))
    )


def _title(path: Path, markup: str, parts: Sequence[Part]) -> str | None:
    if heading := _FIRST.search(markup):
        parts = parts_of_markup(path, heading[0])
    return parts[0].text if parts and parts[0].kind is SegmentKind.HEADING else None


def _parted(text: str) -> tuple[dict[str, Any], str]:
    """What lines above a text say of it, in YAML or TOML, and the text."""
    if front := _YAML.match(text):
        lines = _ENTRY.findall(front[1])
        return {name: value.strip("\"'[] ") for name, value in lines}, text[front.end() :]
    if front := _TOML.match(text):
        with suppress(tomllib.TOMLDecodeError):
            return tomllib.loads(front[1]), text[front.end() :]
    return {}, text
