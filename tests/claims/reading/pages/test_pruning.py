"""What of a page is no part of its article."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from claims.reading.pages import pruning
from tests.claims.reading.markup_pages import BODY, TITLE, read
from tests.claims.reading.samples import PARAGRAPHS, texts


@pytest.mark.parametrize(
    "name", ["entry-content-read-more", "has-related", "read-more", "related-content", "card"]
)
def test_what_holds_the_article_is_read_whatever_its_class(tmp_path: Path, name: str) -> None:
    other = "<p>A minister said that the harbor will close before the winter storms come.</p>"
    below = f"<div class='widget'><h2>Trending now</h2>{other}</div>"
    article = read(tmp_path, f"<h1>{TITLE}</h1><div class='{name}'>{BODY}</div>{below}")
    assert texts(article)[:4] == PARAGRAPHS


def test_an_article_in_parts_is_read_whatever_their_class(tmp_path: Path) -> None:
    parts = "".join(f"<div class='card'><p>{one}</p></div>" for one in PARAGRAPHS)
    article = read(tmp_path, f"<article><h1>{TITLE}</h1>{parts}</article>")
    assert texts(article) == PARAGRAPHS


def test_what_was_taken_out_is_read_where_it_was_the_article(tmp_path: Path) -> None:
    names = ("promo", "card", "related", "teaser")
    parts = (
        f"<div class='{name}'><p>{one}</p></div>"
        for name, one in zip(names, PARAGRAPHS, strict=True)
    )
    article = read(tmp_path, f"<article><h1>{TITLE}</h1>{''.join(parts)}</article>")
    assert all(one in article.text for one in PARAGRAPHS)


@pytest.mark.parametrize("kind", ["LiveBlogPosting", "CollectionPage"])
def test_the_entries_of_a_live_blog_are_one_article(tmp_path: Path, kind: str) -> None:
    described = f"""<script type="application/ld+json">{{"@type": "{kind}"}}</script>"""
    entries = "".join(
        f"<article><header><h2>Entry {at}</h2></header><div>{BODY}<p>It is {at} o’clock.</p></div>"
        "<footer><button>Share</button></footer></article>"
        for at in ("one", "two", "three")
    )
    article = read(tmp_path, f"<main><h1>{TITLE}</h1><div>{entries}</div></main>", described)
    assert ("three o’clock" in article.text) == (kind == "LiveBlogPosting")


OTHER = "Two ministers deny that they ever met"


@pytest.mark.parametrize(
    "inserted",
    [
        f"<div class='c-related'><p>“{OTHER},” said an aide.</p></div>",
        f"<div class='RelatedLinks_root__x8f'><p>“{OTHER},” said an aide.</p></div>",
        f"<div class='person-card'><h4>Who?</h4><p>“{OTHER},” said an aide.</p></div>",
        f"<section class='regwall gate'><p>“{OTHER},” said an aide.</p></section>",
        f"<div class='article-paywall-prompt'><p>“{OTHER},” said an aide.</p></div>",
        f"<div role='dialog'><p>“{OTHER},” said an aide.</p></div>",
        f"<div hidden><p>“{OTHER},” said an aide.</p></div>",
        f"<p><a href='/x'>{OTHER}</a></p>",
        f"<p><strong>Read also: <a href='/x'>{OTHER}</a></strong></p>",
        f"<ul><li><a href='/x'>{OTHER}</a></li><li><a href='/y'>{OTHER} at all</a></li></ul>",
    ],
)
def test_cards_and_links_among_the_paragraphs_are_not_read(tmp_path: Path, inserted: str) -> None:
    body = BODY.replace("</p>", f"</p>{inserted}", 1)
    article = read(tmp_path, f"<article><h1>{TITLE}</h1>{body}</article>")
    assert texts(article) == PARAGRAPHS
    assert OTHER not in article.text


@pytest.mark.parametrize(
    ("mark", "read_too"),
    [
        ("<a href='#note-1'>1</a>", False),
        ("<sup><a href='#note-1'>[12]</a></sup>", False),
        ("<a href='#note-1'>†</a>", False),
        ("<a href='/2024'>2024</a>", True),
        ("<a href='#winter'>12 ships</a>", True),
    ],
)
def test_marks_of_footnotes_are_no_part_of_a_word(
    tmp_path: Path, mark: str, read_too: bool
) -> None:
    said = f"<p>Winter came{mark}. It was cold.</p>"
    article = read(tmp_path, f"<article><h1>{TITLE}</h1>{BODY}{said}</article>")
    assert ("Winter came." in article.text) != read_too


@pytest.mark.parametrize("link", ["a pier", "the two ministers never met"])
def test_the_text_around_links_is_taken_once_however_many_there_are(
    monkeypatch: pytest.MonkeyPatch, link: str
) -> None:
    taken: list[str] = []
    text_of = pruning.text_of

    def counted(element: html.HtmlElement) -> str:
        taken.append(text_of(element))
        return taken[-1]

    monkeypatch.setattr(pruning, "text_of", counted)
    line = "<p>" + f"The harbor closes, <a href='/x'>{link}</a> ends " * 300 + "</p>"
    assert pruning.mark_pruned(html.document_fromstring(line)) == 0
    assert sum(map(len, taken)) < 2 * len(line)
