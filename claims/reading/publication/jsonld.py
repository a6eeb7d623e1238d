"""What a page's JSON-LD states of its article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from lxml.etree import _Element

_TYPES: Final = ("application/ld+json", "application/settings+json")
_WRAPPING: Final = re.compile(r"<!--|-->|//\s*<!\[CDATA\[|//\s*\]\]>|<!\[CDATA\[|\]\]>")
_FIELD: Final = r'"{name}"\s*:\s*"([^"\\]{{4,40}})"'
# Keys that lead to other descriptions of this page; lists of other articles stand elsewhere.
_INWARD: Final = ("@graph", "mainEntity", "mainEntityOfPage")
_DEEPEST: Final = 6


def field_of_article(tree: _Element, name: str, title: str | None) -> str | None:
    """The value that a field ("datePublished") has for the page's article.

    Args:
        tree: The page.
        name: The field's name in schema.org.
        title: The article's title, to tell it from other articles described on the page.
    """
    pages: list[str] = []
    for source in _sources(tree):
        nodes = _described(source)
        if nodes is None:
            # Damaged JSON is common; a date in it is still a statement of the page.
            match = re.search(_FIELD.format(name=name), source)
            pages += [match[1]] if match else []
            continue
        articles = [node for node in nodes if _is_article(node) and _text(node, name)]
        articles.sort(key=lambda node: not _is_titled(node, title))
        if articles:
            return _text(articles[0], name)
        pages += [text for node in nodes if (text := _text(node, name))]
    return pages[0] if pages else None


def is_live_blog(tree: _Element) -> bool:
    """Whether a page is described as a live blog.

    Args:
        tree: The page.
    """
    return any("LiveBlogPosting" in _types(node) for node in _all_described(tree))


def organizations(tree: _Element) -> frozenset[str]:
    """The names of authors and publishers that are described as organizations.

    Args:
        tree: The page.
    """
    return frozenset(
        " ".join(name.split())
        for node in _all_described(tree)
        for role in ("author", "creator", "publisher")
        for one in _as_list(node.get(role))
        if isinstance(one, dict) and _is_organization(one)
        for name in _as_list(one.get("name"))
        if isinstance(name, str)
    )


def _all_described(tree: _Element) -> Iterator[Mapping[str, object]]:
    for source in _sources(tree):
        yield from _described(source) or ()


def _sources(tree: _Element) -> Iterator[str]:
    for script in tree.iter("script"):
        if script.get("type", "").strip().lower() in _TYPES:
            yield _WRAPPING.sub("", script.text or "").strip()


@lru_cache(maxsize=16)  # One page is asked several things.
def _described(source: str) -> tuple[Mapping[str, object], ...] | None:
    """What a script describes; None where it is damaged."""
    try:
        return tuple(_nodes(json.loads(source, strict=False), 0))
    except (ValueError, RecursionError):
        return None


def _nodes(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in _INWARD:
            yield from _nodes(value.get(key), depth + 1)


def _is_article(node: Mapping[str, object]) -> bool:
    return any(name.endswith(("Article", "Posting", "Report")) for name in _types(node))


def _is_organization(node: Mapping[str, object]) -> bool:
    # Some content systems call whoever writes a site both.
    types = _types(node)
    return "Person" not in types and any(name.endswith("Organization") for name in types)


def _types(node: Mapping[str, object]) -> list[str]:
    return [name for name in _as_list(node.get("@type")) if isinstance(name, str)]


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _is_titled(node: Mapping[str, object], title: str | None) -> bool:
    headline = node.get("headline") or node.get("name")
    if title is None or not isinstance(headline, str):
        return False
    return headline.split()[:6] == title.split()[:6]


def _text(node: Mapping[str, object], name: str) -> str | None:
    value = node.get(name)
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, str) and value.strip() else None
