# ruff: noqa: E501
"""Web pages as twelve kinds of content systems lay them out, with their gold.

``python -m bench.made_up.pages FOLDER`` writes ``SYSTEM-NUMBER.html`` and ``.json`` for each; those of
``tests/gold/pages`` were made by it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Final

from bench.made_up.page_parts import Made, head, json_ld, links, made, meta, ps, words
from bench.made_up.stories import Story, story

EACH: Final = 3
"""Pages of each system."""


def wordpress(one: Story) -> Made:
    """Share buttons, a line between paragraphs to read more, a box on the author, comments."""
    inside = ps(one.body)
    inside.insert(2, f'<p>READ ALSO: <a href="/a">{escape(one.trending[0])}</a></p>')
    bio = f"{one.author} covers towns. She previously worked in radio and says she misses it."
    markup = head(
        f"{one.title} - {one.outlet}",
        meta(og__title=f"{one.title} - {one.outlet}", og__site_name=one.outlet, author="admin",
             article__published_time=f"{one.published}T09:00:00+00:00"),
    ) + (
        f'<body class="post-template single single-post"><header class="site-header"><a>{one.outlet}</a>'
        f'<ul class="menu"><li><a>News</a></li><li><a>Sport</a></li></ul></header>'
        f'<main><article class="post type-post entry"><header class="entry-header">'
        f'<h1 class="entry-title">{escape(one.title)}</h1><div class="entry-meta">Posted on '
        f'<time class="entry-date published" datetime="{one.published}T09:00:00+00:00">{words(one)}</time>'
        f' by <span class="author vcard"><a rel="author">{one.author}</a></span></div></header>'
        f'<div class="entry-content">{"".join(inside)}'
        f'<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li>Facebook</li></ul></div>'
        f'<div class="jp-relatedposts"><h3>Related</h3><ul>{links(one.trending[1:])}</ul></div></div>'
        f'<div class="author-box"><p>{bio}</p></div></article>'
        f'<div id="comments" class="comments-area"><ol class="comment-list">'
        + "".join(f'<li class="comment"><p>{escape(said)}</p></li>' for said in one.comments)
        + "</ol></div></main></body></html>"
    )  # fmt: skip
    return made(one, markup, (*one.trending, bio, *one.comments))


def react(one: Story) -> Made:
    """Comment nodes between words, hashed class names, a promotion within the text."""
    inside = [
        '<div class="css-s99gbd StoryBodyCompanionColumn"><div class="css-53u6y8">'
        + "".join(f'<p class="css-at9mc1">{_knotted(text)}</p>' for text in one.body[n : n + 2])
        + "</div></div>"
        for n in range(0, len(one.body), 2)
    ]
    inside.insert(
        1,
        '<div class="css-x1 NewsletterPromo" role="complementary"><p>'
        f"{escape(one.newsletter)}.</p><button>Sign up</button></div>",
    )
    markup = head(
        f"{one.title} - {one.outlet}", meta(byl=f"By {one.author}", og__title=one.title),
        json_ld(one),
    ) + (
        '<body><div id="app"><div class="css-a1"><header class="css-b2"><nav>Sections</nav></header>'
        f'<article id="story" class="css-vxcmzt"><header class="css-c3"><h1 class="css-d4">'
        f"{_knotted(one.title)}</h1><p id='article-summary' class='css-e5'>{one.dek}</p></header>"
        f'<div class="css-f6"><p class="css-g7">By <span class="css-h8">{one.author}</span></p>'
        f'<time class="css-i9" datetime="{one.published}T06:30:00Z">{words(one)}</time></div>'
        f'<div class="css-photo"><figure><img alt=""><figcaption><span>{one.caption}</span>'
        "<span>Credit...Ivo Gale for the paper</span></figcaption></figure></div>"
        f'<section name="articleBody" class="css-1r7ky0e">{"".join(inside)}</section></article>'
        "</div></div></body></html>"
    )  # fmt: skip
    return made(one, markup, (one.newsletter, one.caption), body=(one.dek, *one.body))


def _knotted(text: str) -> str:
    """A text with the comments that a framework writes where it joined values."""
    parts = text.split(" ")
    third = max(1, len(parts) // 3)
    return "<!-- --> ".join(
        escape(" ".join(parts[n : n + third]), quote=False) for n in range(0, len(parts), third)
    )


def arc(one: Story) -> Made:
    """Inline links to other articles, a newsletter form, the author with place and role."""
    inside = ps(one.body, ' data-el="text" class="article-body__text"')
    inside.insert(
        3,
        '<div data-qa="interstitial-link" class="interstitial"><a href="/b">'
        f"[{escape(one.trending[0])}]</a></div>",
    )
    inside.insert(
        5,
        f'<div class="newsletter-inline"><p>{escape(one.newsletter)}.</p>'
        '<input placeholder="E-mail"></div>',
    )
    markup = head(
        f"{one.title} - {one.outlet}", meta(og__site_name=one.outlet, og__title=one.title),
        json_ld(one, author=[{"@type": "Person", "name": f"{one.author}, Staff Writer"}]),
    ) + (
        f'<body><main><header><div class="kicker">Local</div><h1 data-qa="headline">{escape(one.title)}'
        f'</h1></header><div class="byline">By <a rel="author">{one.author}</a>, Staff Writer</div>'
        f'<div class="display-date">{words(one)} at 6:30 a.m. EDT</div>'
        f'<article class="article-body">{"".join(inside)}</article>'
        f'<div class="most-read"><h2>Most read</h2><ol>{links(one.trending)}</ol></div></main></body></html>'
    )  # fmt: skip
    return made(one, markup, (*one.trending, one.newsletter))


def cards(one: Story) -> Made:
    """A dek above, cards of other articles floating in the text, headings within it."""
    half = len(one.body) // 2
    card = (
        '<aside class="dcr-card rich-link" data-component="rich-link"><h4>'
        f"{escape(one.trending[0])}</h4><p>Read more</p></aside>"
    )
    markup = head(
        f"{one.title} | {one.town} | {one.outlet}",
        meta(og__title=one.title, article__author=one.author, description=one.body[0]),
        json_ld(one),
    ) + (
        f'<body><header class="dcr-top"><a>{one.outlet}</a></header><main><article class="dcr-art">'
        f'<a class="dcr-kick">{one.town}</a><h1>{escape(one.title)}</h1>'
        f'<div data-gu-name="standfirst"><p>{one.dek}</p></div>'
        f'<address aria-label="Contributor info"><a rel="author">{one.author}</a> in {one.town}</address>'
        f'<details><summary>{one.published:%a} {one.published.day} {one.published:%b %Y} 07.30 CET'
        f'</summary>Last modified on {one.published:%a} {one.published.day} {one.published:%b %Y} 19.05 CET'
        f'</details><div id="maincontent" class="article-body-viewer">{"".join(ps(one.body[:half]))}{card}'
        f"<h2>{one.heading}</h2>{''.join(ps(one.body[half:]))}</div>"
        f'<div class="dcr-sub">Topics <ul><li><a>{one.town}</a></li><li><a>Works</a></li></ul></div>'
        f'</article><section class="onward" aria-label="More on this story"><ul>{links(one.trending[1:])}'
        "</ul></section></main></body></html>"
    )  # fmt: skip
    body = (one.dek, *one.body[:half], one.heading, *one.body[half:])
    return made(one, markup, one.trending, body=body)


def blocks(one: Story) -> Made:
    """Each paragraph in a block of its own, captions under pictures, topics at the end."""
    inside = [
        f'<div data-component="text-block" class="sc-18">{text}</div>'
        for text in ps(one.body, ' class="sc-eb"')
    ]
    picture = (
        '<figure><div data-component="image-block"><img alt=""></div><div data-component='
        f'"caption-block"><figcaption>{one.caption}</figcaption></div></figure>'
    )
    inside.insert(1, picture)
    markup = head(
        f"{one.title} - {one.outlet}",
        meta(og__title=one.title, og__site_name=one.outlet),
        json_ld(one, author=[{"@type": "Organization", "name": one.outlet}]),
    ) + (
        f'<body><div id="root"><main><article class="sc-art"><div data-component="headline-block"><h1>'
        f'{escape(one.title)}</h1></div><div data-component="byline-block"><time datetime='
        f'"{one.published}T06:30:00.000Z">3 hours ago</time><div><span>{one.author}</span><span>'
        f'Business reporter, {one.town}</span></div></div>{"".join(inside)}'
        f'<div data-component="links-block"><p>More on this story</p><ul>{links(one.trending)}</ul></div>'
        f'<div data-component="tags"><a>{one.town}</a></div></article></main></div></body></html>'
    )  # fmt: skip
    return made(one, markup, (one.caption, *one.trending))


def wire(one: Story) -> Made:
    """An agency's copy: a dateline with the agency, credits at the end, the agency as author."""
    first = f"{one.town.upper()}, {one.published:%B} {one.published.day} (Wire) - {one.body[0]}"
    credit = f"Reporting by {one.author}; Editing by Ivo Gale and Zora Lomax"
    inside = ps([first, *one.body[1:]], ' data-testid="paragraph"')
    markup = head(
        f"{one.title} | {one.outlet}",
        meta(og__title=one.title, article__published_time=f"{one.published}T06:30:00Z",
             author="Reuters"),
    ) + (
        f'<body><div id="fusion-app"><main><article><header><h1>{escape(one.title)}</h1>'
        f'<div class="info-content"><span>By Reuters</span><time><span>{words(one)}</span>'
        '<span>6:30 AM UTC</span><span>Updated 2 days ago</span></time></div></header>'
        f'<div class="article-body__content">{"".join(inside)}<p class="credit">{credit}</p>'
        '<p>Our Standards: The Trust Principles.</p></div></article>'
        f'<div class="read-next"><h2>Read Next</h2><ul>{links(one.trending)}</ul></div></main></div></body>'
        "</html>"
    )  # fmt: skip
    return made(one, markup, one.trending, byline=())


def drupal(one: Story) -> Made:
    """Fields around fields; the date of an update beside that of publication."""
    later = one.published.replace(day=28) if one.published.day < 28 else one.published
    markup = head(f"{one.title} | {one.outlet}", meta(og__site_name=one.outlet)) + (
        '<body class="path-node page-node-type-article"><div class="dialog-off-canvas-main-canvas">'
        f'<header role="banner"><div class="site-branding">{one.outlet}</div></header><main role="main">'
        f'<h1 class="page-title"><span class="field field--name-title">{escape(one.title)}</span></h1>'
        '<article role="article" class="node node--type-article node--view-mode-full"><footer class='
        f'"node__meta"><div class="node__submitted">Submitted by <span><span>{one.author}</span></span> on '
        f'<span>{one.published:%a}, {one.published:%m/%d/%Y} - 09:30</span></div></footer><div class='
        f'"field field--name-field-updated"><div class="field__label">Updated</div><time datetime="{later}T'
        f'12:00:00Z">{later:%B} {later.day}, {later.year}</time></div>'
        f'<div class="node__content clearfix"><div class="field field--name-field-subhead">{one.dek}</div>'
        '<div class="clearfix text-formatted field field--name-body field--type-text-with-summary">'
        f'{"".join(ps(one.body))}</div><div class="field field--name-field-tags"><div class="field__label">'
        f'Tags</div><a>{one.town}</a></div></div></article>'
        f'<div class="block block-views-block-popular"><h2>Popular content</h2><ul>{links(one.trending)}</ul>'
        "</div></main></div></body></html>"
    )  # fmt: skip
    return made(one, markup, one.trending, body=(one.dek, *one.body))


def local(one: Story) -> Made:
    """A chain of local papers: a wall for subscribers in the text, an account as author."""
    inside = [f'<div class="subscriber-preview">{text}</div>' for text in ps(one.body[:2])]
    inside += [f'<div class="subscriber-only">{text}</div>' for text in ps(one.body[2:])]
    wall = "Thank you for reading! Please log in, or sign up for a new account and purchase a subscription."
    markup = head(
        f"{one.title} | Local News | {one.outlet.lower().replace(' ', '')}.example",
        meta(og__title=one.title, og__site_name=one.outlet, author="By " + one.author.upper()),
    ) + (
        f'<body><div id="site-navbar-container"><ul><li>Obituaries</li></ul></div><section id="main-page">'
        f'<article class="asset story"><header class="asset-header"><h1 class="headline"><span>'
        f'{escape(one.title)}</span></h1><div class="meta"><span><ul class="list-inline"><li class="hidden-'
        f'print"><span class="tnt-byline">By {one.author} {one.author.split()[0].lower()}@paper.example</span>'
        f'</li><li><time datetime="{one.published}T05:00:00-05:00" class="tnt-date asset-date">{one.published:%b} '
        f'{one.published.day}, {one.published.year}</time></li></ul></span></div></header>'
        f'<div class="asset-content" id="article-body">{"".join(inside)}'
        f'<div class="subscription-required"><p>{wall}</p></div></div>'
        f'<div class="block trending"><h3>Most Popular</h3><ul>{links(one.trending)}</ul></div>'
        '</article><footer>Copyright 2014 All rights reserved. Hosted by a company.</footer></section></body></html>'
    )  # fmt: skip
    return made(one, markup, (*one.trending, wall))


def old(one: Story) -> Made:
    """Tables that lay out the page, lines broken by br, nothing in the head."""
    body = "<br><br>".join(escape(text, quote=False) for text in one.body)
    menu = "".join(
        f"<tr><td><a href='/{name}'>{name}</a></td></tr>" for name in ("Home", "News", "Letters")
    )
    markup = head(f"{one.outlet}: {one.title}") + (
        f"<body bgcolor=white><table width=760><tr><td colspan=3><img alt='{one.outlet}'></td></tr><tr>"
        f"<td width=120 valign=top><table>{menu}</table></td><td width=500 valign=top><font size=5><b>"
        f"{escape(one.title)}</b></font><br><i>By {one.author}</i><br>{words(one)}<br><br>{body}<br><br></td>"
        f"<td width=140 valign=top><b>Also today</b><ul>{links(one.trending)}</ul></td></tr></table></body></html>"
    )  # fmt: skip
    return made(one, markup, one.trending)


def newsletter(one: Story) -> Made:
    """A letter by mail, saved from the web: an invitation to subscribe in the text."""
    inside = ps(one.body)
    inside.insert(
        3,
        '<div class="subscription-widget-wrap"><div class="subscription-widget"><p>'
        f"{escape(one.newsletter)}. Subscribe for free.</p><form><input></form></div></div>",
    )
    inside.insert(
        2,
        '<div class="captioned-image-container"><figure><img alt=""><figcaption class="image-caption">'
        f"{one.caption}</figcaption></figure></div>",
    )
    half = len(inside) // 2 + 1
    markup = head(
        f"{one.title} - by {one.author} - {one.outlet}",
        meta(og__title=one.title, author=one.author, article__publisher=one.outlet),
        json_ld(one),
    ) + (
        '<body><div id="entry"><div id="main" class="main typography"><article class="typography newsletter-post '
        f'post"><div class="post-header"><h1 class="post-title">{escape(one.title)}</h1><h3 class="subtitle">'
        f'{one.dek}</h3><div class="byline-wrapper"><a class="pencraft">{one.author}</a><div class="pencraft">'
        f'{one.published:%b} {one.published.day:02}, {one.published.year}</div></div></div><div class='
        f'"available-content"><div class="body markup">{"".join(inside[:half])}<h2>{one.heading}</h2>'
        f'{"".join(inside[half:])}</div></div></article><div class="comments-section">'
        + "".join(f'<div class="comment"><p>{escape(said)}</p></div>' for said in one.comments)
        + "</div></div></div></body></html>"
    )  # fmt: skip
    body = (one.dek, *one.body, one.heading)
    return made(one, markup, (one.newsletter, one.caption, *one.comments), body=body)


def interview(one: Story) -> Made:
    """Questions in bold and answers, letters of readers below, a pop-up over the page."""
    talk = [
        f"<p><strong>{question}</strong></p><p>{escape(answer, quote=False)}</p>"
        for question, answer in zip(_QUESTIONS, one.body[2:], strict=False)
    ]
    note = "This conversation has been edited for length."
    asked = _QUESTIONS[: len(talk)]
    markup = head(
        f"{one.title} — {one.outlet}", meta(og__title=f"{one.title} — {one.outlet}"),
        json_ld(one, author={"@type": "Person", "name": one.author, "jobTitle": "Editor, PhD"}),
    ) + (
        f'<body class="has-read-more"><div class="modal popup" role="dialog"><p>{escape(one.newsletter)}.</p></div>'
        f'<main><article class="article-read-more-layout"><h1>{escape(one.title)}</h1>'
        f'<p class="author-line">Interview by {one.author}, PhD</p><p class="date">{words(one)}</p>'
        f'<div class="text">{"".join(ps(one.body[:2]))}{"".join(talk)}</div>'
        f'<p class="note">{note}</p></article>'
        f'<div class="related-articles"><ul>{links(one.trending)}</ul></div></main></body></html>'
    )  # fmt: skip
    pairs = [text for pair in zip(asked, one.body[2:], strict=False) for text in pair]
    return made(one, markup, (one.newsletter, *one.trending), body=(*one.body[:2], *pairs, note))


_QUESTIONS: Final = (
    "Did you expect this?", "And what does the town say?", "Who will have to pay for it in the end?",
    "Has anybody apologised?", "What would you do today?", "Will you come back to see it?",
    "Is that your last word?", "Why did it take so long?",
)  # fmt: skip


def section(one: Story) -> Made:
    """A portal: the section's name as first heading, a syndicated copy with its source's tag."""
    inside = ps(one.body)
    inside.insert(
        4, f'<div class="promo-box"><b>Related</b> <a href="/c">{escape(one.trending[0])}</a></div>'
    )
    markup = head(
        f"{one.title} - Town Center", meta(og__title=one.title, og__site_name="Town Center"),
        f'<meta itemprop="datePublished" content="{one.published}">',
    ) + (
        '<body><header><div class="logo"><h1><a href="/">Town Center</a></h1></div><p class="today">'
        'Wednesday, March 4, 2026</p></header><div id="content" itemscope itemtype="https://schema.org/'
        f'NewsArticle"><h1 itemprop="headline">{escape(one.title)}</h1><p class="byline"><span itemprop="author">'
        f'{one.author}</span> | {one.outlet}</p><div itemprop="articleBody">{"".join(inside)}'
        f'<p class="source-tag">© {one.published.year} {one.outlet}. Distributed by Content Agency, LLC.</p></div>'
        f'</div><div class="trending-now"><h3>Trending now</h3><ul>{links(one.trending)}</ul></div>'
        '<div id="disqus_thread">'
        + "".join(f"<p>{escape(said)}</p>" for said in one.comments)
        + "</div></body></html>"
    )  # fmt: skip
    return made(one, markup, (*one.trending, *one.comments), outlet="Town Center")


SYSTEMS: Final[tuple[Callable[[Story], Made], ...]] = (
    *(
        wordpress,
        react,
        arc,
        cards,
        blocks,
        wire,
        drupal,
        local,
        old,
        newsletter,
        interview,
        section,
    ),
)


def pages() -> Iterator[tuple[str, Made]]:
    """The pages of all systems by name."""
    for number, system in enumerate(SYSTEMS):
        for nth in range(EACH):
            yield f"made-{system.__name__}-{nth + 1}", system(story(number * EACH + nth))


def main(folder: Path) -> None:
    """Write all pages with their gold."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in pages():
        gold = {
            "title": page.title, "byline": page.byline, "published": page.published,
            "outlet": page.outlet, "body": page.body, "junk": page.junk,
        }  # fmt: skip
        (folder / f"{name}.html").write_text(page.markup, "utf-8")
        text = json.dumps(gold, ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
