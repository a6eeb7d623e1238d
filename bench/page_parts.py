"""Parts of web pages that many content systems have: heads, metadata, paragraphs, links."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from bench.made_stories import Story


@dataclass(frozen=True, slots=True)
class Made:
    """A page and its gold; what a system does not tell is None."""

    markup: str
    title: str
    byline: tuple[str, ...]
    published: str | None
    outlet: str | None
    body: tuple[str, ...]
    junk: tuple[str, ...]


def made(one: Story, markup: str, junk: Sequence[str], **known: Any) -> Made:
    """A page of a story, its gold as the story has it but for what is known otherwise."""
    gold = {
        "title": one.title,
        "byline": (one.author,),
        "published": one.published.isoformat(),
        "outlet": one.outlet,
        "body": one.body,
        **known,
    }
    return Made(markup, junk=tuple(junk), **gold)


def ps(texts: Sequence[str], attributes: str = "") -> list[str]:
    """Paragraphs."""
    return [f"<p{attributes}>{escape(one, quote=False)}</p>" for one in texts]


def head(title: str, *more: str) -> str:
    """The head of a page."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        + "".join(more) + "</head>"
    )  # fmt: skip


def meta(**values: str) -> str:
    """Meta elements; "__" in a name is a colon."""
    return "".join(
        f'<meta {"property" if "__" in name else "name"}="{name.replace("__", ":")}" '
        f'content="{escape(value)}">'
        for name, value in values.items()
    )


def json_ld(one: Story, **more: Any) -> str:
    """JSON-LD of a news article."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": one.title,
        "datePublished": f"{one.published}T06:30:00+00:00",
        "dateModified": f"{one.published}T18:05:00+00:00",
        "author": [{"@type": "Person", "name": one.author}],
        "publisher": {"@type": "Organization", "name": one.outlet},
        **more,
    }
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def links(texts: Sequence[str]) -> str:
    """A list of links to other articles."""
    return "".join(f'<li><a href="/x/{n}">{escape(one)}</a></li>' for n, one in enumerate(texts))


def words(one: Story) -> str:
    """The day of a story in words."""
    return f"{one.published:%B} {one.published.day}, {one.published.year}"
