"""HTML pages: body and metadata by trafilatura, dates told apart by ``publication``."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from lxml import html as lxml_html
from lxml.etree import ParserError, XPath, _Element
from trafilatura import bare_extraction
from trafilatura.settings import Document, Extractor

from claims.article import Article, SegmentKind
from claims.reading.layout.blocks import split_blocks
from claims.reading.layout.bylines import authors, persons
from claims.reading.layout.segments import Marked, mark_body, to_segments
from claims.reading.layout.titles import (
    LONGEST_TITLE,
    is_headline,
    parts_from,
    split_prefix,
    split_site,
)
from claims.reading.pages.crowded import ease_crowded
from claims.reading.pages.deks import dek_of, with_dek
from claims.reading.pages.headings import with_headings
from claims.reading.pages.html_bylines import signed
from claims.reading.pages.page_about import about_page, seen_on
from claims.reading.pages.pruning import (
    PRUNED,
    join_entries,
    mark_pruned,
    sentences,
    unlay_tables,
)
from claims.reading.publication.jsonld import is_live_blog, organizations
from claims.reading.publication.page_dates import dates_of_tree, saved_from
from claims.reading.text.decoding import decode_html
from claims.reading.text.errors import ReadingError, printable

_PRUNE: Final = [f"//*[@{PRUNED}]"]
_ARTICLE: Final = frozenset({SegmentKind.PARAGRAPH, SegmentKind.DEK})
_FEWEST_WORDS: Final = 5
_SPACES: Final = re.compile(" {2,}")  # as markup leaves them between elements
_OG_TITLE: Final = XPath("string(descendant::meta[@property='og:title']/@content)")
_NO_OUTLET: Final = re.compile(
    r"(?:©|copyright|hosted|powered by|print(?:ed|able|er)?\b|all rights|home\b|https?:|\d+$)", re.I
)
_PAGE_OF: Final = re.compile(r"\s+[|·•–—-]\s+page \d+(?: of \d+)?(?=\s+[|·•–—-]|\s*$)", re.I)
_NO_ARTICLE: Final = "no article was found in the HTML"
_BODY: Final = Extractor(output_format="python", comments=False)
"""How trafilatura is asked for a body; to make this for each page takes as long as to parse it."""
_LARGE_BODY: Final = Extractor(output_format="python", comments=False, fast=True)
"""Likewise, of a large page: without second opinions, of which one takes the square of its size."""
_LARGE: Final = 20_000
"""Elements."""

for _name in ("trafilatura", "htmldate"):
    # What they warn of is told by our own errors, one line a file.
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


def read_html(
    path: Path,
    data: bytes,
    *,
    encoding: str | None = None,
    declared: str | None = None,
    address: str | None = None,
) -> Article:
    """Read an HTML file; the article's text is the body that trafilatura extracts.

    Args:
        path: The file.
        data: Its bytes.
        encoding: What it is to be read as; None to find out.
        declared: What it was sent as, if that is known.
        address: Where it was, if that is known.

    Raises:
        ReadingError: If the bytes do not decode, or the page has no article in it.
    """
    markup, name = decode_html(path, data, encoding, declared)
    if not markup.strip():
        raise ReadingError(path, "the file holds only white space")
    with _library_errors(path):
        tree = _parse(markup)
        # lxml makes an element anew at each look at it, unless somebody holds it.
        held = list(tree.iter())
        page = _extract(tree, _LARGE_BODY if len(held) > _LARGE else _BODY)
        about = about_page(tree)
    if page is None or not page.text:
        raise ReadingError(path, _NO_ARTICLE)
    text = with_headings(_SPACES.sub(" ", _storable(page.text)), tree)
    dek = dek_of(tree)
    text = with_dek(text, dek)
    title, outlet = _title_and_outlet(about, tree, text)
    headings = _headings(page, tree)
    marked = mark_body(
        split_blocks(text), title=title, dek=dek or _clean(about.description), headings=headings
    )
    if not any(one.kind in _ARTICLE and len(one.text.split()) >= _FEWEST_WORDS for one in marked):
        raise ReadingError(path, _NO_ARTICLE)
    saved = saved_from(markup)
    url = _clean(about.url) or saved.url or address
    dates = dates_of_tree(tree, title=title, url=url, marked=marked)
    return Article(
        path=printable(path),
        text=text,
        encoding=name,
        title=title,
        outlet=outlet,
        url=url,
        byline=_byline(about, marked, tree),
        published=dates.published,
        stated=dates.stated if dates.published.value or dates.stated.value else seen_on(tree, url),
        fetched=saved.fetched if saved.fetched.value else dates.fetched,
        segments=to_segments(marked),
        html=True,
    )


@contextmanager
def _library_errors(path: Path) -> Iterator[None]:
    """What the libraries raise, as an error of reading."""
    try:
        yield
    except ParserError as error:  # nothing but comments, say
        raise ReadingError(path, _NO_ARTICLE) from error
    except Exception as error:  # any bug of the libraries on damaged markup
        raise ReadingError(path, f"the HTML cannot be read ({type(error).__name__})") from error


def _parse(markup: str) -> lxml_html.HtmlElement:
    """The page as a tree; from bytes, because a declared encoding in a string is an error."""
    # A comment between two words would part them, and what stands behind it be lost.
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    return lxml_html.document_fromstring(markup.encode("utf-8"), parser=parser)


def _extract(tree: lxml_html.HtmlElement, options: Extractor) -> Document | None:
    """The page's body and metadata, by what its markup says and by the whole of it."""
    unlay_tables(tree)
    if is_live_blog(tree):
        join_entries(tree)
    pruned = mark_pruned(tree)
    ease_crowded(list(tree.iter()))
    page = _extract_from(tree, options, _PRUNE)
    if pruned == 0 or pruned <= (said := sentences((page and page.text) or "")):
        return page
    # More was taken out than was found: the article may be what was taken.
    whole = _extract_from(tree, options, None)
    return whole if sentences((whole and whole.text) or "") > 2 * said else page


def _extract_from(
    tree: lxml_html.HtmlElement, options: Extractor, prune: list[str] | None
) -> Document | None:
    page = bare_extraction(tree, prune_xpath=prune, options=options)
    return page if isinstance(page, Document) else None


def _storable(text: str) -> str:
    """A text without what no database stores: lone surrogates and NUL from odd references."""
    return re.sub("[\ud800-\udfff\0]", "\ufffd", text).strip()


def _clean(value: str | None) -> str | None:
    return " ".join(_storable(value).split()) or None if value else None


def _line(value: str | None) -> str | None:
    """What may be a title or an outlet's name."""
    line = _clean(value)
    return line if line and len(line) <= LONGEST_TITLE else None


def _title_and_outlet(
    about: Document, tree: lxml_html.HtmlElement, text: str
) -> tuple[str | None, str | None]:
    """The headline and the outlet, by what else tells them or by how the text opens."""
    title, outlet = _title(about, tree)
    title, named = split_prefix(title, text)
    if named and _NO_OUTLET.match(named):
        named = None
    return title, outlet or named


def _title(about: Document, tree: lxml_html.HtmlElement) -> tuple[str | None, str | None]:
    """The headline without the site's name, and the outlet."""
    title, site = _line(about.title), _line(about.sitename)
    if site and _NO_OUTLET.match(site):
        site = None
    if title and site:
        title = re.sub(rf"\s+(?:[|·•»:–—-]|--)\s+{re.escape(site)}\s*$", "", title) or title
    headings = [line for one in tree.iter("h1") if (line := _line(one.text_content()))]
    title = next((one for one in headings if title and parts_from(title, one)), title)
    head = _line(_PAGE_OF.sub("", tree.findtext(".//title") or ""))
    if title and head and not is_headline(title, head):
        # What is shown twice, as a translation is, tells more than metadata.
        title = next((one for one in headings if is_headline(one, head)), title)
    stated = [line for line in (_line(_OG_TITLE(tree)), head) if line]
    if title and stated and not any(is_headline(title, line) for line in stated):
        # A section's name, a banner, or metadata of another article stands where titles do.
        real = (one for one in headings if any(is_headline(one, line) for line in stated))
        title = next(real, split_site(stated[:1], "")[0])
    # The title element often carries the site's name where no other element does.
    lines = [line for line in (head, title) if line]
    headline, outlet = split_site(lines, "")
    return title or headline, site or outlet


def _headings(page: Document, tree: lxml_html.HtmlElement) -> frozenset[str]:
    """The texts that stand in heading elements, as the extracted body prints them."""
    body: _Element | None = page.body
    found = (*(body.iter("head") if body is not None else ()), *tree.iter("h2", "h3", "h4"))
    return frozenset(" ".join("".join(head.itertext()).split()) for head in found)


def _byline(about: Document, marked: Sequence[Marked], tree: _Element) -> tuple[str, ...]:
    """The authors by the page's metadata, else by a byline in the body or around it."""
    others = {name.lower() for name in (_clean(about.sitename) or "", *organizations(tree))}
    stated = [line for one in (about.author or "").split(";") if (line := _clean(one))]
    lines = [one.text for one in marked if one.kind is SegmentKind.BYLINE]
    for names in (
        [name for line in stated for name in persons(line)],
        [name for line in lines for name in authors(line)],
        signed(tree),
    ):
        if found := [name for name in names if name.lower() not in others]:
            return tuple(dict.fromkeys(found))
    return ()
