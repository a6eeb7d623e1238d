"""EPUB: the chapters of a book or the articles of an issue, in the order in which they are read."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from claims.article import Article, SegmentKind
from claims.reading.formats.documents import Known, Part, article_of_parts, parts_of_markup
from claims.reading.formats.readers.office import check_unpacked
from claims.reading.formats.source import ArticlePaths, Options, Outcome, Source
from claims.reading.layout.bylines import persons
from claims.reading.text.dates import UNDATED, read_stamp
from claims.reading.text.decoding import decode_html
from claims.reading.text.errors import ReadingError

_CONTAINER: Final = "META-INF/container.xml"
_ENCRYPTED: Final = "META-INF/encryption.xml"
_LEAST_WORDS: Final = 40
"""Words below which a chapter is a cover or an imprint."""


def read_epub(source: Source, options: Options) -> Iterator[Outcome]:
    """An article for each chapter that has some text."""
    with source.open() as stream:
        check_unpacked(source, stream)
        with zipfile.ZipFile(stream) as book:
            package = _package_name(source, book)
            tree = _xml(book.read(package))
            known = _known(tree)
            names = ArticlePaths(source.path)
            locked = _locked(book)
            for chapter in _spine(tree):
                place = posixpath.normpath(posixpath.join(posixpath.dirname(package), chapter))
                if place in locked:
                    raise ReadingError(source.path, "it is locked by its publisher (DRM)")
                path = names.name(chapter)
                try:
                    data = book.read(place)
                except KeyError:
                    yield ReadingError(path, "the book lacks this chapter")
                    continue
                parts = parts_of_markup(path, decode_html(path, data, options.encoding)[0])
                if sum(len(part.text.split()) for part in parts) >= _LEAST_WORDS:
                    yield _chapter(path, parts, replace(known, title=_title(parts)))


def _chapter(path: Path, parts: list[Part], known: Known) -> Article:
    """A chapter; what it says of itself counts before what is known of the book."""
    own = article_of_parts(path, parts, replace(known, byline=(), published=UNDATED))
    dated = own.published.value or own.stated.value
    return replace(
        own,
        byline=own.byline or known.byline,
        published=own.published if dated else known.published,
    )


def _package_name(source: Source, book: zipfile.ZipFile) -> str:
    try:
        root = _xml(book.read(_CONTAINER))
        return str(root.xpath("string(//*[local-name()='rootfile']/@full-path)"))
    except (KeyError, etree.XMLSyntaxError) as error:
        raise ReadingError(source.path, "it is a ZIP archive, but no EPUB") from error


def _locked(book: zipfile.ZipFile) -> frozenset[str]:
    """The files of a book that are encrypted; fonts may be in any book."""
    if _ENCRYPTED not in book.namelist():
        return frozenset()
    found = _xml(book.read(_ENCRYPTED)).xpath("//*[local-name()='CipherReference']/@URI")
    return frozenset(posixpath.normpath(unquote(one)) for one in found)


def _xml(data: bytes) -> _Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    return etree.fromstring(data, parser=parser)


def _spine(package: _Element) -> Iterator[str]:
    """The files of the chapters in reading order, without the table of contents."""
    items = {
        item.get("id"): item for item in package.xpath("//*[local-name()='manifest']/*[@href]")
    }
    for reference in package.xpath("//*[local-name()='spine']/*/@idref"):
        item = items.get(reference)
        if item is not None and "nav" not in item.get("properties", "").split():
            yield unquote(item.get("href"))


def _known(package: _Element) -> Known:
    def stated(name: str) -> str:
        return " ".join(package.xpath(f"string(//*[local-name()='{name}'])").split())

    stamp = stated("date")
    authors = package.xpath("//*[local-name()='creator']/text()")
    return Known(
        outlet=stated("publisher") or None,
        byline=tuple(name for one in authors for name in persons(one)),
        published=read_stamp(stamp, f'date of the book "{stamp}"') if stamp else UNDATED,
    )


def _title(parts: list[Part]) -> str | None:
    return next((part.text for part in parts if part.kind is SegmentKind.HEADING), None)
