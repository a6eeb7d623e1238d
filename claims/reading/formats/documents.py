"""Texts with what their files know of them, as articles: blocks marked, what is known kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import Final

from lxml import html as lxml_html
from lxml.etree import ParserError, _Element

from claims.article import Article, DatedFact, SegmentKind
from claims.reading.layout.blocks import split_blocks
from claims.reading.layout.bylines import authors
from claims.reading.layout.segments import Marked, mark_body, mark_page, to_segments
from claims.reading.layout.titles import shortened, split_site
from claims.reading.pages.pruning import PRUNED, mark_pruned, unlay_tables
from claims.reading.publication.datelines import dates_of_page
from claims.reading.text.dates import UNDATED
from claims.reading.text.errors import ReadingError, printable

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS: Final = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset"),
    *("figure", "figcaption", "footer", "form", "header", "hr", "li", "main", "nav", "ol", "p"),
    *("pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
_UNREAD: Final = frozenset({"head", "noscript", "script", "style", "template", "title"})
_QUOTES: Final = re.compile(
    r"\b(?:gmail_quote|yahoo_quoted|protonmail_quote|moz-cite-prefix|moz-forward-container"
    r"|divRplyFwdMsg|OutlookMessageHeader)\b"
)
_TAG: Final = r"/?(?:p|div|br|h[1-6]|ul|ol|li|a|span|em|strong|article|section)\b[^<>]{0,300}?"
_TAGS: Final = re.compile(f"<{_TAG}>", re.IGNORECASE)
_ESCAPED: Final = re.compile(rf"&(?:amp;)*lt;{_TAG}&(?:amp;)*gt;", re.IGNORECASE)
_NOT_STORABLE: Final = re.compile("[\ud800-\udfff\0]")
_BREAK: Final = re.compile(r"\n[ \t\xa0]*\n\s*")
_LEAST_WORDS: Final = 5
_SHOWN: Final = 60
_PROSE: Final = frozenset({SegmentKind.PARAGRAPH, SegmentKind.DEK})


@dataclass(frozen=True, slots=True)
class Known:
    """What a file tells of an article beside its text."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()
    published: DatedFact = UNDATED
    fetched: DatedFact = UNDATED


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph or heading of a document, or what is no part of its article by another kind.

    ``pages`` are the numbers of the pages it stands on, from 1, with where in it each begins.
    """

    text: str
    kind: SegmentKind = SegmentKind.PARAGRAPH
    pages: tuple[tuple[int, int], ...] = ()


def article_of_text(path: Path, text: str, known: Known) -> Article:
    """An article whose text stands as it is.

    Raises:
        ReadingError: There is no paragraph in it.
    """
    return _article(path, storable(text), known, frozenset(), ())


def article_of_markup(path: Path, markup: str, known: Known) -> Article:
    """The article of a piece of HTML that holds nothing but one.

    Raises:
        ReadingError: There is no paragraph in it.
    """
    return article_of_parts(path, parts_of_markup(path, markup), known)


def article_of_parts(path: Path, parts: Iterable[Part], known: Known) -> Article:
    """An article made of paragraphs and headings, an empty line between them.

    Raises:
        ReadingError: There is no paragraph in it.
    """
    texts: list[str] = []
    others: list[Marked] = []
    headings: set[str] = set()
    pages: dict[int, int] = {}
    position = 0
    for part in parts:
        text = storable(part.text)
        if not text:
            continue
        if part.kind is SegmentKind.HEADING:
            headings.add(text)
        elif part.kind is not SegmentKind.PARAGRAPH:
            others.append(Marked(part.kind, position, position + len(text), text))
        for number, start in part.pages:
            pages.setdefault(number, position + min(start, len(text)))
        texts.append(text)
        position += len(text) + 2
    found = _article(path, "\n\n".join(texts), known, frozenset(headings), others)
    return replace(found, page_starts=_starts(pages))


def _starts(pages: Mapping[int, int]) -> tuple[int, ...]:
    """Where each page begins; one of which nothing is kept begins where the next one does."""
    starts: list[int] = []
    for number in range(max(pages, default=0), 0, -1):
        starts.append(pages.get(number, starts[-1] if starts else 0))
    return tuple(0 if at == 0 else start for at, start in enumerate(reversed(starts)))


def parts_of_markup(path: Path, markup: str) -> list[Part]:
    """The paragraphs and headings of HTML, without what is no part of an article by its markup.

    Raises:
        ReadingError: It holds nothing.
    """
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except ParserError as error:
        raise ReadingError(path, "there is no text in it") from error
    unlay_tables(tree)
    mark_pruned(tree)
    return [part for part in _parts(tree) if part.text]


def unescaped(markup: str) -> str:
    """A piece of HTML that may have been escaped more often than it was put into a file."""
    while len(_ESCAPED.findall(markup)) > 1 and not _TAGS.search(markup):
        markup = unescape(markup)
    return markup


def storable(text: str) -> str:
    """A text without what no database stores: lone surrogates and NUL from odd references."""
    return _NOT_STORABLE.sub("\ufffd", text).strip()


def _article(
    path: Path, text: str, known: Known, headings: frozenset[str], others: Sequence[Marked]
) -> Article:
    blocks = split_blocks(text)
    title = shortened(known.title)
    if title is None and not headings:
        marked = mark_page(blocks)
    else:
        marked = mark_body(blocks, title=title, dek=None, headings=headings)
    marked = [_as_styled(one, others) for one in marked]
    if not any(one.kind in _PROSE and len(one.text.split()) >= _LEAST_WORDS for one in marked):
        raise ReadingError(path, "there is no article in it, only " + (_short(text) or "nothing"))
    outlet = known.outlet
    if title is None:
        titles = [one.text for one in marked if one.kind is SegmentKind.TITLE]
        title, named = split_site(titles, text)
        outlet = outlet or named
    dates = dates_of_page(marked)
    lines = (one.text for one in marked if one.kind is SegmentKind.BYLINE)
    named_there = tuple(dict.fromkeys(name for line in lines for name in authors(line)))
    published = known.published if known.published.value else dates.published
    return Article(
        path=printable(path),
        text=text,
        title=title,
        outlet=shortened(outlet),
        url=known.url,
        byline=known.byline or named_there,
        published=published,
        stated=dates.stated,
        fetched=known.fetched if known.fetched.value else dates.fetched,
        segments=to_segments(marked),
        html=True,
    )


def _as_styled(one: Marked, others: Sequence[Marked]) -> Marked:
    """A block with the kind that the file tells, if it lies in what that tells of."""
    for other in others:
        if other.start <= one.start and one.end <= other.end:
            return Marked(other.kind, one.start, one.end, one.text)
    return one


def _short(text: str) -> str:
    words = " ".join(text[:_SHOWN].split())
    return f"{words} …" if len(text) > _SHOWN else words


def _parts(tree: _Element) -> Iterator[Part]:
    """The parts below an element, cut at elements that are blocks and at empty lines."""
    waiting: list[str] = []

    def flushed(kind: SegmentKind, mark: str = "") -> Iterator[Part]:
        text = "".join(waiting)
        waiting.clear()
        for piece in _BREAK.split(text):
            if words := " ".join(piece.split()):
                yield Part(mark + words, kind)

    def walk(element: _Element, kind: SegmentKind) -> Iterator[Part]:
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNREAD or element.get(PRUNED) is not None:
            return
        quote = _is_quote(element)
        if quote:
            yield from flushed(kind)
            kind = SegmentKind.COMMENT
        block = tag in _BLOCKS
        own = kind
        if block:
            yield from flushed(kind)
            if tag in _HEADINGS and kind is SegmentKind.PARAGRAPH:
                own = SegmentKind.HEADING
        mark = "- " if tag == "li" else ""
        if tag == "br":
            waiting.append("\n")
        waiting.append(_inline(element.text))
        for child in element:
            yield from walk(child, own)
            waiting.append(_inline(child.tail))
        if block or quote:
            yield from flushed(own, mark)

    yield from walk(tree, SegmentKind.PARAGRAPH)
    yield from flushed(SegmentKind.PARAGRAPH)


def _inline(text: str | None) -> str:
    """Words of markup, in which a line's end is a space."""
    return re.sub(r"\s+", " ", text) if text else ""


def _is_quote(element: _Element) -> bool:
    """Whether an element holds what a mail answers to."""
    if element.tag == "blockquote" and element.get("type") == "cite":
        return True
    return _QUOTES.search(f"{element.get('class', '')} {element.get('id', '')}") is not None
