"""HTML pages as sites lay them out: body and metadata."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from trafilatura import core

from claims.article import SegmentKind
from claims.reading import ReadingError, read_article
from claims.reading.pages import html
from tests.claims.reading.markup_pages import BODY, TITLE, read, simple
from tests.claims.reading.samples import P1, P2, P3, P4, PARAGRAPHS, kinds, read_page, texts

MARKUP = Path(__file__).with_name("markup")


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


def test_a_page_without_metadata_is_read_by_its_lines(tmp_path: Path) -> None:
    page = f"<html><body><h1>{TITLE}</h1><p>By Ruth Aas</p><p>3 May 2021</p>{BODY}</body></html>"
    article = read_page(tmp_path, page, "page.htm")
    assert (article.title, article.byline) == (TITLE, ("Ruth Aas",))
    assert (article.published.value, article.outlet, article.url) == (date(2021, 5, 3), None, None)
    assert texts(article) == PARAGRAPHS


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
        (b"<meta charset=klingon>", 'it declares an unknown encoding, "klingon"'),
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


def test_a_first_paragraph_that_the_description_repeats_is_a_paragraph(tmp_path: Path) -> None:
    article = simple(tmp_path, f'<meta name="description" content="{P1}">')
    assert texts(article) == PARAGRAPHS


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


def test_an_author_that_is_described_as_an_organization_is_no_person(tmp_path: Path) -> None:
    described = """<script type="application/ld+json">{"@type": "NewsArticle", "author":
        {"@type": "Organization", "name": "Corvid Pumps"}}</script>"""
    author = '<meta name="author" content="Corvid Pumps">'
    assert simple(tmp_path, author).byline == ("Corvid Pumps",)
    assert simple(tmp_path, f"{author}{described}").byline == ()
    signed = "<p class='byline'>By Corvid Pumps and Ruth Aas</p>"
    assert simple(tmp_path, described, byline=signed).byline == ("Ruth Aas",)


def test_the_title_of_a_translated_page_is_the_one_that_is_shown(tmp_path: Path) -> None:
    first = '<meta property="og:title" content="Kaksi pääkaupunkia tinkii putkesta">'
    assert simple(tmp_path, first).title == TITLE


def test_pages_of_an_article_are_no_outlet(tmp_path: Path) -> None:
    head = f"<title>{TITLE} - Page 2 of 3 - Coast Quarter</title>"
    page = f"<html><head>{head}</head><body><h1>{TITLE}</h1>{BODY}</body></html>"
    article = read_page(tmp_path, page, "page.html")
    assert (article.title, article.outlet) == (TITLE, "Coast Quarter")


@pytest.mark.parametrize("before", ["Print", "Printer-friendly version"])
def test_a_page_to_print_names_no_outlet_so(tmp_path: Path, before: str) -> None:
    head = f"<title>{before}: {TITLE}</title>"
    page = f"<html><head>{head}</head><body><p>{TITLE}</p>{BODY}</body></html>"
    article = read_page(tmp_path, page, "page.html")
    assert (article.title, article.outlet) == (TITLE, None)


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


def test_of_a_large_page_no_second_opinion_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(core, "compare_extraction", lambda *given: asked.append(given))
    monkeypatch.setattr(html, "_LARGE", 5)
    assert texts(read(tmp_path, f"<article><h1>{TITLE}</h1>{BODY}</article>")) == PARAGRAPHS
    assert asked == []
