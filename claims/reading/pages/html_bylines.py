"""Who signed a page, by the elements between its heading and its body that say so."""

from __future__ import annotations

import re
from typing import Final

from lxml.etree import _Element

from claims.reading.layout.bylines import authors, is_byline
from claims.reading.pages.pruning import PRUNED

_ATTRIBUTES: Final = ("class", "id", "rel", "itemprop", "data-component", "data-testid", "data-qa")
_SIGNED: Final = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?|contributors?|writers?|submitted|vcard|reader-credits)"
    r"(?![\w-]*(?:bio|box|card|image|img|photo|avatar|about|comment|list|link))",
    re.IGNORECASE,
)
_AWAY: Final = re.compile(r"comment|related|footer|sidebar|promo|teaser|recommend", re.IGNORECASE)
_JOINT: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST: Final = 200
_PIECE: Final = 60


def signed(tree: _Element) -> tuple[str, ...]:
    """The persons that the first element which names authors has; none if none does."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("meta", "script", "link", "body"):
            continue
        if _SIGNED.search(_called(element)) and not _is_away(element):
            text = " ".join("".join(element.itertext()).split())
            if len(text) <= _LONGEST and (found := _persons(element, text)):
                return found
    return ()


def _persons(element: _Element, text: str) -> tuple[str, ...]:
    """The persons of an element: of its line, or of the first of its pieces that names some."""
    if is_byline(text) and (found := authors(text)):
        return found
    pieces = [" ".join(str(piece).split()) for piece in element.itertext()]
    first = [name for one in pieces if len(one) <= _PIECE for name in authors(one)[:1]]
    return tuple(first[:1])


def _called(element: _Element) -> str:
    words = " ".join(element.get(name, "") for name in _ATTRIBUTES)
    return _JOINT.sub("-", words)


def _is_away(element: _Element) -> bool:
    """Whether an element lies in a part of the page that is not its article."""
    return any(
        one.get(PRUNED) is not None or one.tag in ("nav", "aside") or _AWAY.search(_called(one))
        for one in (element, *element.iterancestors())
        if one.tag not in ("body", "html")
    )
