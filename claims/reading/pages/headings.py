"""Headings between an article's paragraphs, put back where the extracted text lost them."""

from __future__ import annotations

import re
from typing import Final

from lxml.etree import XPath, _Element

from claims.reading.pages.pruning import PRUNED, text_of

_HEADINGS: Final = frozenset({"h2", "h3", "h4"})
_TAGS: Final = ("p", "blockquote", *sorted(_HEADINGS))
_BLOCKS: Final = XPath(
    f"descendant::*[{' or '.join(f'self::{tag}' for tag in _TAGS)}]"
    f"[not(ancestor-or-self::*[@{PRUNED}])]"
)
_KEY: Final = 60


def with_headings(text: str, tree: _Element) -> str:
    """A body with the headings that stand on the page between two of its neighboring paragraphs.

    Args:
        text: The body as extracted, a paragraph a line.
        tree: The page, with what is no article marked.
    """
    lines = text.split("\n")
    blocks = _BLOCKS(tree)
    headings = [_key("".join(one.itertext())) for one in blocks if one.tag in _HEADINGS]
    places = (
        {_key(line): index for index, line in enumerate(lines) if line.strip()} if headings else {}
    )
    if all(one in places for one in headings):
        return text
    lost: dict[int, list[str]] = {}
    previous, waiting = -1, list[str]()
    for element in blocks:
        if not (words := text_of(element)):
            continue
        index = places.get(_key(words))
        if index is not None:
            between = "".join(lines[previous + 1 : index]).strip()
            if waiting and previous >= 0 and not between and index > previous:
                lost[index] = waiting
            previous, waiting = index, []
        elif element.tag in _HEADINGS:
            waiting.append(words)
        else:
            # A paragraph that is not in the body: what stands above may belong to that.
            previous, waiting = -1, []
    return "\n".join(
        line for index, old in enumerate(lines) for line in (*lost.get(index, ()), old)
    )


def _key(text: str) -> str:
    """How a paragraph begins, in letters and digits: libraries set spaces and marks anew."""
    key = re.sub(r"\W+", "", text[: 4 * _KEY])
    if len(key) < _KEY < len(text):
        key = re.sub(r"\W+", "", text)
    return key[:_KEY]
