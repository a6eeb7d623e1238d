"""Dates of pages, with the element that states each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claims.partial_date import Precision
from tests.claims.reading.markup_pages import BODY, TITLE, read, simple
from tests.claims.reading.samples import PARAGRAPHS, texts


@pytest.mark.parametrize(
    ("head", "byline", "value"),
    [
        ("", '<p class="date">3 May 2021</p>', date(2021, 5, 3)),
        ("", "<div>By Ruth Aas | May 3, 2021 | 5 min read</div>", date(2021, 5, 3)),
        ("", '<time datetime="2021-05-03">yesterday</time>', date(2021, 5, 3)),
        ("", '<span itemprop="datePublished" content="2021-05-03">now</span>', date(2021, 5, 3)),
        ("", "<p>Updated June 2, 2021 | Published May 3, 2021</p>", date(2021, 5, 3)),
        ('<meta name="pubdate" content="20210503">', "", date(2021, 5, 3)),
        ('<link rel="canonical" href="https://a.example/2021/05/03/talks">', "", date(2021, 5, 3)),
    ],
)
def test_places_that_state_the_date_of_publication(
    tmp_path: Path, head: str, byline: str, value: date
) -> None:
    article = simple(tmp_path, head, byline=byline)
    assert article.published.value == value
    assert article.published.evidence
    assert texts(article) == PARAGRAPHS


def test_an_address_with_a_month_gives_a_month(tmp_path: Path) -> None:
    article = simple(tmp_path, '<link rel="canonical" href="https://a.example/2021/05/talks">')
    assert (article.published.value, article.published.precision) == (
        date(2021, 5, 1),
        Precision.MONTH,
    )
    assert article.published.evidence == 'URL path "/2021/05"'


def test_the_date_in_a_sites_header_is_not_the_articles(tmp_path: Path) -> None:
    above = '<div class="today">Wednesday, June 12, 2024</div>'
    article = simple(tmp_path, above=above)
    assert article.published.value is None
    assert article.stated.value == date(2024, 6, 12)
    assert article.stated.evidence == 'div.today element "Wednesday, June 12, 2024"'


def test_dates_of_other_articles_and_of_comments_are_not_the_articles(tmp_path: Path) -> None:
    below = (
        '<div class="related-posts"><time datetime="2020-01-01">January 1, 2020</time></div>'
        '<ol class="comment-list"><li><time class="published" datetime="2021-06-06"></time>'
    )
    article = read(tmp_path, f"<article><h1>{TITLE}</h1>{BODY}</article>{below}")
    assert article.published.value is None


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ('<meta property="article:modified_time" content="2021-06-02T10:00:00Z">', ""),
        ('<meta property="og:updated_time" content="2021-06-02">', ""),
        ("", '<time class="updated" datetime="2021-06-02">June 2, 2021</time>'),
        ("", '<p>Last updated <time datetime="2021-06-02">June 2, 2021</time></p>'),
        ("", "<p>Updated: June 2, 2021</p>"),
        ('<script type="application/ld+json">{"dateModified": "2021-06-02"}</script>', ""),
    ],
)  # fmt: skip
def test_an_update_alone_is_not_taken_for_the_publication(
    tmp_path: Path, head: str, byline: str
) -> None:
    article = simple(tmp_path, head, byline=byline)
    assert article.published.value is None
    assert article.stated.value == date(2021, 6, 2)


@pytest.mark.parametrize(
    ("note", "value", "url"),
    [
        (
            "\n Page saved with SingleFile \n url: https://a.example/talks \n"
            " saved date: Wed Jun 12 2024 10:21:44 GMT+0200 (CEST)\n",
            date(2024, 6, 12),
            "https://a.example/talks",
        ),
        (" saved from url=(0023)https://a.example/talks ", None, "https://a.example/talks"),
        (
            " Mirrored from a.example/talks by HTTrack Website Copier/3.x [XR], "
            "Wed, 12 Jun 2024 07:00:00 GMT ",
            date(2024, 6, 12),
            "http://a.example/talks",
        ),
        ("\n FILE ARCHIVED ON 07:22:13 Jun 12, 2024 AND RETRIEVED ...\n", date(2024, 6, 12), None),
    ],
)
def test_tools_that_save_pages_note_when_and_whence(
    tmp_path: Path, note: str, value: date | None, url: str | None
) -> None:
    article = read(tmp_path, f"<!--{note}--><h1>{TITLE}</h1>{BODY}")
    assert (article.fetched.value, article.url) == (value, url)
    assert article.published.value is None
