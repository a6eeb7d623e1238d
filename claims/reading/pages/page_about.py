"""What a page says of itself: title, site, author, address and description, by trafilatura.

Of its metadata only what an article has is asked for: tags, licences and a date by htmldate, which
its own function always looks for, take a tenth of the time that a page takes.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Final

from htmldate import find_date
from lxml.etree import XPath
from lxml.html import HtmlElement
from trafilatura.metadata import (
    META_URL,
    examine_meta,
    extract_author,
    extract_meta_json,
    extract_sitename,
    extract_title,
    extract_url,
)
from trafilatura.settings import Document

from claims.article import DatedFact
from claims.reading.text.dates import UNDATED, read_stamp

# The library takes one of two slashes away within an address.
_ARCHIVED: Final = re.compile(
    r"^https?://web\.archive\.org/web/\d{4,14}[a-z_]*/(?P<scheme>https?):/{1,2}"
)
_READ_AT: Final = XPath(
    "string(descendant::a[contains(concat(' ', @class, ' '), ' reader-domain ')]/@href)"
)
"""Where a page was that a browser saved in its reader view."""


def about_page(tree: HtmlElement) -> Document:
    """What a page says of itself, without its date; its text is left empty.

    Args:
        tree: The page.
    """
    about = examine_meta(tree)
    if about.author and " " not in about.author:
        about.author = None
    with suppress(Exception):  # any bug of the library on damaged JSON
        about = extract_meta_json(tree, about)
    about.title = about.title or extract_title(tree)
    about.author = about.author or extract_author(tree)
    about.url = _first_kept(about.url or extract_url(tree) or _READ_AT(tree))
    about.sitename = _site(about, tree)
    about.clean_and_trim()
    return about


def seen_on(tree: HtmlElement, url: str | None) -> DatedFact:
    """The date that htmldate sees on a page of which no element states one; it may be any.

    Args:
        tree: The page.
        url: Its address, if that is known.
    """
    seen = None
    with suppress(Exception):  # any bug of the library on a damaged page
        seen = find_date(
            tree,
            url=url,
            original_date=True,
            extensive_search=False,
            deferred_url_extractor=True,
        )
    return read_stamp(seen, f'found by htmldate "{seen}"') if seen else UNDATED


def _first_kept(url: str | None) -> str | None:
    """The address of a page, not that of its copy in a web archive."""
    return _ARCHIVED.sub(r"\g<scheme>://", url) if url else None


def _site(about: Document, tree: HtmlElement) -> str | None:
    site = about.sitename or extract_sitename(tree)
    if site:
        site = site.lstrip("@")
        return site.title() if site and "." not in site and not site[0].isupper() else site
    match = META_URL.match(about.url) if about.url else None
    return match[1] if match else None
