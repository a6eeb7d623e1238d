"""The dek of a page, put back above its body where the extracted text lost it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from lxml.etree import XPath, _Element

from claims.language.word_lists import alternatives, sections
from claims.reading.layout import block_forms as forms
from claims.reading.pages.pruning import PRUNED, text_of

_ATTRIBUTES: Final = ("class", "id", "itemprop", "data-gu-name", "data-component", "data-testid")
_CALLED: Final = re.compile(rf"(?:[a-z]+-)*{alternatives(sections('pages/partnames')['dek'])}")
_JOINT: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|_+|--+")
_FOLLOWING: Final = XPath(
    f"following::*[self::p or {' or '.join(f'@{name}' for name in _ATTRIBUTES)}][position() <= 60]"
)
_FEWEST: Final = 4
_MOST: Final = 60
_TAGS: Final = frozenset({"div", "p", "h2", "h3", "h4", "section", "span"})


def dek_of(tree: _Element) -> str | None:
    """What stands below a page's heading and is called a dek; None if nothing is."""
    heading = next(tree.iter("h1"), None)
    if heading is None:
        return None
    for element in _FOLLOWING(heading):
        if element.tag == "p" and len(text_of(element).split()) > _MOST:
            return None
        if element.tag in _TAGS and _is_called(element):
            if any(one.get(PRUNED) is not None for one in (element, *element.iterancestors())):
                continue
            text = text_of(element)
            return text if _FEWEST <= len(text.split()) <= _MOST else None
    return None


def with_dek(text: str, dek: str | None) -> str:
    """A body with the dek above it, unless it stands in it."""
    if dek is None or forms.folded(dek) in forms.folded(text):
        return text
    return f"{dek}\n{text}"


def _is_called(element: _Element) -> bool:
    words = " ".join(element.get(name, "") for name in _ATTRIBUTES).split()
    return any(map(_calls_a_dek, words))


@lru_cache(maxsize=4096)
def _calls_a_dek(word: str) -> bool:
    return _CALLED.fullmatch(_JOINT.sub("-", word).lower()) is not None
