"""HTML pages as sites lay them out: body, metadata, and dates with what states them."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from claims.article import Article, SegmentKind
from claims.partial_date import Precision
from claims.reading import ReadingError, read_article
from tests.claims.reading.pages import P1, P2, P3, P4, PARAGRAPHS, kinds, read_page, texts

TITLE = "Two capitals haggle over a pipeline"
MARKUP = Path(__file__).with_name("markup")
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def read(folder: Path, body: str, head: str = "") -> Article:
    """Read a page with this in its body and its head."""
    markup = (
        f"<!DOCTYPE html><html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"
    )
    return read_page(folder, markup, "page.html")


def simple(folder: Path, head: str = "", above: str = "", byline: str = "") -> Article:
    """Read an article with an element above its heading and one below."""
    return read(folder, f"{above}<h1>{TITLE}</h1>{byline}{BODY}", head)


def test_a_newspapers_page() -> None:
    article = read_article(MARKUP / "newspaper.html")
    assert article.html
    assert texts(article) == [P1, P2, P3]
    assert texts(article, SegmentKind.HEADING) == ["Who pays first"]
    assert texts(article, SegmentKind.CREDIT) == ["Signe Dahl contributed reporting."]
    assert (article.title, article.outlet) == (TITLE, "The Northern Record")
    assert article.byline == ("Marta Lund", "Piet Vos")
    assert article.url == "https://record.example/2023/09/14/world/pipeline.html"
    assert article.published.value == date(2023, 9, 14)
    assert article.published.evidence == 'meta article:published_time "2023-09-14T09:00:12.000Z"'
    assert article.stated.value == date(2023, 9, 16)
    assert article.stated.evidence == 'meta article:modified_time "2023-09-16T11:00:00.000Z"'


def test_a_blogs_page() -> None:
    article = read_article(MARKUP / "blog.html")
    assert texts(article) == PARAGRAPHS
    assert (article.title, article.outlet, article.byline) == (
        TITLE,
        "Fjord Letter",
        ("Jonas Eide",),
    )
    assert article.published.value == date(2022, 11, 3)
    assert article.published.evidence == 'time element "2022-11-03T08:15:00+01:00"'
    assert article.stated.value == date(2022, 11, 9)


def test_json_ld_speaks_of_the_article_not_of_its_page(tmp_path: Path) -> None:
    article = simple(
        tmp_path,
        """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
        {"@type": "WebPage", "datePublished": "2020-01-01"},
        {"@type": "NewsArticle", "headline": "Another piece", "datePublished": "2021-01-01"},
        {"@type": ["NewsArticle"], "headline": "Two capitals haggle over a pipeline",
         "datePublished": "2024-02-29T23:30:00-05:00", "dateModified": "2024-03-02",
         "author": [{"@type": "Person", "name": "Ada Quist"}],
         "publisher": {"@type": "Organization", "name": "Coast Wire"}}]}</script>""",
    )
    assert article.published.value == date(2024, 2, 29)
    assert article.published.evidence == 'JSON-LD datePublished "2024-02-29T23:30:00-05:00"'
    assert article.stated.value == date(2024, 3, 2)
    assert article.byline == ("Ada Quist",)
    assert article.outlet == "Coast Wire"


def test_damaged_json_ld_still_states_its_date(tmp_path: Path) -> None:
    script = '<script type="application/ld+json">{"datePublished": "2024-02-29", oops}</script>'
    assert simple(tmp_path, script).published.value == date(2024, 2, 29)


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


def test_a_page_without_metadata_is_read_by_its_lines(tmp_path: Path) -> None:
    page = f"<html><body><h1>{TITLE}</h1><p>By Ruth Aas</p><p>3 May 2021</p>{BODY}</body></html>"
    article = read_page(tmp_path, page, "page.htm")
    assert (article.title, article.byline) == (TITLE, ("Ruth Aas",))
    assert (article.published.value, article.outlet, article.url) == (date(2021, 5, 3), None, None)
    assert texts(article) == PARAGRAPHS


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


def test_a_list_of_points_above_the_body_is_a_dek(tmp_path: Path) -> None:
    points = "<ul><li>A pipe that nobody pays for</li><li>Cheap gas, dear money</li></ul>"
    article = read(tmp_path, f"<article><h1>{TITLE}</h1>{points}{BODY}</article>")
    assert texts(article) == PARAGRAPHS


def test_a_title_or_outlet_of_any_length_is_none(tmp_path: Path) -> None:
    long = "Harbour " * 40_000
    page = (
        f'<html><head><title>{{}}</title><meta property="og:title" content="{long}">'
        f'<meta property="og:site_name" content="{long}"></head>'
        f"<body><article>{BODY}</article></body></html>"
    )
    named = read_page(tmp_path, page.format("Ferry line put off"), "page.html")
    assert (named.title, named.outlet) == ("Ferry line put off", None)
    unnamed = read_page(tmp_path, page.format(long), "page.html")
    assert (unnamed.title, unnamed.outlet) == (None, None)
    assert texts(unnamed) == PARAGRAPHS


def test_the_title_repeated_in_the_body_is_a_title(tmp_path: Path) -> None:
    article = read(tmp_path, f"<article><div><p>{TITLE}</p></div>{BODY}</article>")
    assert kinds(article).get(TITLE, "title") == "title"
    assert texts(article) == PARAGRAPHS


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("koi8-r", "koi8-r"),
        ("gb2312", "gb18030"),
    ],
)
def test_a_page_is_decoded_as_it_declares(tmp_path: Path, declared: str, encoding: str) -> None:
    word = {"koi8-r": "Осло", "gb2312": "奥斯陆"}.get(declared, "Tromsø’s")
    page = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}">'
        f"<title>{TITLE}</title></head><body><h1>{TITLE}</h1>{BODY}<p>{word} {P1}</p></body></html>"
    )
    codec = {"koi8-r": "koi8-r", "gb2312": "gb18030"}.get(declared, "cp1252")
    article = read_page(tmp_path, page.encode(codec, "xmlcharrefreplace"), "page.html")
    assert texts(article)[-1] == f"{word} {P1}"
    assert article.encoding == encoding


def test_a_page_saved_as_utf8_with_its_old_declaration_is_utf8(tmp_path: Path) -> None:
    page = (
        f'<html><head><meta charset="iso-8859-1"></head><body><h1>{TITLE}</h1>{BODY}</body></html>'
    )
    article = read_page(tmp_path, page, "page.html")
    assert texts(article) == PARAGRAPHS
    assert article.encoding == "utf-8"


def test_a_utf16_page_is_read_by_its_byte_order_mark(tmp_path: Path) -> None:
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{BODY}</body></html>"
    article = read_page(tmp_path, page.encode("utf-16"), "page.html")
    assert (texts(article), article.encoding) == (PARAGRAPHS, "utf-16")


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n ", "the file holds only white space"),
        (b"<html>\0</html>", "it is a binary file (it holds NUL bytes), not text"),
        (b"<html><body>Gr\xfc\xdfe</body></html>", "it is not UTF-8 text (byte 15 does not fit)"),
        (b"<meta charset=klingon>", 'it declares an unknown encoding, "klingon"'),
        (b"<meta charset=shift_jis>\x81", "it is not CP932 text (byte 25 does not fit)"),
        (b"<html><body><nav><a>World</a></nav></body></html>", "no article was found in the HTML"),
        (b"<!-- nothing -->", "no article was found in the HTML"),
        (b"https://example.org/page", "no article was found in the HTML"),
    ],
)
def test_pages_without_an_article_are_refused(tmp_path: Path, page: bytes, reason: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_page(tmp_path, page, "page.html")
    assert caught.value.reason == reason


def test_nothing_heavy_is_loaded_before_a_file_needs_it() -> None:
    code = (
        "import sys, claims.reading;"
        "print([m for m in ('trafilatura', 'lxml', 'dateparser', 'spacy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_comment_before_a_date_breaks_nothing(tmp_path: Path) -> None:
    article = read(tmp_path, f"<h1>{TITLE}</h1>{BODY}<!-- x --><time>2024-01-02</time>")
    assert texts(article) == PARAGRAPHS


@pytest.mark.parametrize("tag", ["p", "div"])
@pytest.mark.parametrize("between", ["<!-- -->", "<?php echo 1 ?>", "<!---->"])
def test_words_behind_comments_and_instructions_are_read(
    tmp_path: Path, between: str, tag: str
) -> None:
    parted = P1.replace(" Thursday ", f"{between} <b>Thursday</b>{between} ")
    lines = "".join(f"<{tag}>{line}</{tag}>" for line in (parted, P2, P3, P4))
    article = read(tmp_path, f"<div><h1>{TITLE}</h1>{lines}</div>")
    assert texts(article) == PARAGRAPHS


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


OTHER = "Two ministers deny that they ever met"


@pytest.mark.parametrize(
    "inserted",
    [
        f"<div class='c-related'><p>“{OTHER},” said an aide.</p></div>",
        f"<div class='RelatedLinks_root__x8f'><p>“{OTHER},” said an aide.</p></div>",
        f"<div class='person-card'><h4>Who?</h4><p>“{OTHER},” said an aide.</p></div>",
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


def test_a_first_paragraph_that_the_description_repeats_is_a_paragraph(tmp_path: Path) -> None:
    article = simple(tmp_path, f'<meta name="description" content="{P1}">')
    assert texts(article) == PARAGRAPHS


def test_a_heading_between_paragraphs_is_kept(tmp_path: Path) -> None:
    # Where no class tells the body, trafilatura gathers paragraphs and leaves headings out.
    first, second = (f"<p>{one}</p><p>{two}</p>" for one, two in ((P1, P2), (P3, P4)))
    sections = f"<section>{first}</section><section><h2>Half past</h2>{second}</section>"
    article = read(tmp_path, f"<div class='longform'><h1>{TITLE}</h1>{sections}</div>")
    assert texts(article) == PARAGRAPHS
    assert texts(article, SegmentKind.HEADING) == ["Half past"]


def test_a_table_that_lays_out_a_page_is_no_table(tmp_path: Path) -> None:
    menu = "<td><a>Home</a><br><a>Sport</a></td>"
    lines = "<br><br>".join(PARAGRAPHS)
    page = (
        f"<table><tr>{menu}<td><h1>{TITLE}</h1>By Ruth Aas<br><br>{lines}</td>{menu}</tr></table>"
    )
    article = read(tmp_path, page)
    assert texts(article) == PARAGRAPHS
    assert article.byline == ("Ruth Aas",)


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("Carla Ames November 9", ("Carla Ames",)),
        ("Phil Ames is a reporter", ("Phil Ames",)),
        ("Phil Ames Senior Reporter", ("Phil Ames",)),
        ("Ruth Aas, PhD", ("Ruth Aas",)),
        ("Ruth Aas, CNN", ("Ruth Aas",)),
        ("Elias Norrby", ("Elias Norrby",)),
        ("Jan Vos and June Oduya", ("Jan Vos", "June Oduya")),
        ("王 小明", ("王 小明",)),
        ("Staff Writer", ()),
        ("Reuters Staff", ()),
        ("Site Admin", ()),
    ],
)
def test_only_persons_are_authors(tmp_path: Path, author: str, byline: tuple[str, ...]) -> None:
    assert simple(tmp_path, f'<meta name="author" content="{author}">').byline == byline


@pytest.mark.parametrize(
    "heading", ["Health Center", "Take your next trip with the Coast Wire!", "Coast Wire"]
)
def test_a_section_or_a_banner_is_no_title(tmp_path: Path, heading: str) -> None:
    head = f"<title>{TITLE} | {heading} | Coast Wire</title>"
    page = f"<html><head>{head}</head><body><h1>{heading}</h1><h1>{TITLE}</h1>{BODY}</body></html>"
    assert read_page(tmp_path, page, "page.html").title == TITLE


@pytest.mark.parametrize("site", ["Copyright 2014", "© The Coast Wire", "Hosted by Fjord", "2014"])
def test_a_copyright_line_is_no_outlet(tmp_path: Path, site: str) -> None:
    assert simple(tmp_path, f'<meta property="og:site_name" content="{site}">').outlet is None
