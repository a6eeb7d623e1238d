"""Paragraphs of thousands of elements, eased for libraries that take the square of their size.

To drop an element, trafilatura joins what follows it with all that stands before. Where it makes
text of elements instead, the pieces stay apart, and for each that lxml gives it looks back over all
of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml.etree import strip_tags
from lxml.html import Element, HtmlElement

from claims.reading.pages.pruning import PRUNED

_CROWDED: Final = 1_000
"""Elements within one."""
_INLINE: Final = frozenset(
    {
        *("a", "abbr", "b", "cite", "em", "font", "i", "mark", "small", "span", "strong"),
        *("sub", "sup", "u"),
    }
)
_LINKED: Final = 1 / 2
"""Part of a paragraph that may be linked; of one with more trafilatura tells whether it is text."""
_TEXT: Final = "only-text"


def ease_crowded(elements: Iterable[HtmlElement]) -> None:
    """Of what is crowded make text where elements tell nothing, and leave no text between the rest.

    Args:
        elements: Of a page, with what is no article marked.
    """
    for element in [one for one in elements if len(one) > _CROWDED]:
        if sum(child.tag in _INLINE for child in element) > _CROWDED:
            _make_text(element)
        _wrap_tails(element)


def _make_text(crowded: HtmlElement) -> None:
    """Make text of the inline elements within one, and one piece of pieces that stand together."""
    links = list(crowded.iter("a"))
    linked = sum(len(link.text_content()) for link in links)
    kept = {"a"} if linked > _LINKED * len(crowded.text_content()) else set()
    for one in crowded.iter(*(_INLINE - kept)):
        if one.get(PRUNED) is None:
            one.tag = _TEXT
    strip_tags(crowded, _TEXT)
    crowded.text = crowded.text
    for child in crowded:
        child.tail = child.tail


def _wrap_tails(crowded: HtmlElement) -> None:
    """Put the text between the elements of a paragraph into elements of their own."""
    for element in list(crowded):
        if element.tag != "br" and (element.tail or "").strip():
            span = Element("span")
            span.text, element.tail = element.tail, None
            element.addnext(span)
