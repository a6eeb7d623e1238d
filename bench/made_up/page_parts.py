"""Parts of web pages that many content systems have: heads, metadata, paragraphs, links."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from bench.made_up.stories import Story


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


def furnished(markup: str) -> str:
    """A page among the menus, cards, styles and scripts of a large site: some 140 kB of them."""
    styles = "".join(f".c-{n}-part{{margin:0 {n}px;padding:{n % 7}px}}" for n in range(700))
    state = {f"k{n}": {"id": n, "slug": f"harbour-story-of-day-{n}"} for n in range(700)}
    script = f"<script>window.state = {json.dumps(state)};</script>"
    menus = "".join(
        f'<li class="c-main-nav__item"><a class="c-main-nav__link" href="/{n}">Part {n}</a>'
        f'<div class="c-subnav"><ul>{links([f"Part {n}.{m}" for m in range(9)])}</ul></div></li>'
        for n in range(14)
    )
    cards = "".join(
        f'<div class="l-grid__cell"><div class="c-card c-card--small"><a href="/s/{n}">'
        f'<picture><source srcset="/{n}-320.webp 320w, /{n}-640.webp 640w" type="image/webp">'
        f'<img src="/{n}.jpg" alt="Boats in a row" loading="lazy"></picture>'
        f'<h3 class="c-card__title">'
        f"What the harbour did on day {n} of winter</h3></a></div></div>"
        for n in range(40)
    )
    above = f'<header><nav class="c-main-nav"><ul>{menus}</ul></nav></header>'
    about = links([f"About {n}" for n in range(60)])
    below = (
        f'<section class="c-related-stories"><h2>More to read</h2>{cards}</section>'
        f'<footer class="c-site-footer"><ul>{about}</ul></footer>'
    )
    body = re.search(r"<body\b[^>]*>", markup)
    begin = body.end() if body else 0
    end = markup.rfind("</body>") if "</body>" in markup else len(markup)
    head = f"<style>{styles}</style>{script}"
    return f"{markup[:begin]}{head}{above}{markup[begin:end]}{below}{script}{markup[end:]}"
