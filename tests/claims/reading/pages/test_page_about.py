"""What a page says of itself."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from lxml import html as lxml_html
from trafilatura.metadata import extract_metadata

from claims.reading.pages.page_about import about_page, seen_on
from claims.reading.text.dates import UNDATED
from claims.scoring.pages import GoldPage, gold_pages

COPIES = {"reader-view", "wayback-toolbar"}
PAGES = [
    page
    for page in gold_pages(Path(__file__).parents[3] / "gold" / "pages")
    if page.path.stem not in COPIES
]


def tree_of(head: str, body: str = "<p>The harbour froze.</p>") -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.stem)
def test_it_is_what_the_library_finds_with_all_the_rest(page: GoldPage) -> None:
    tree = lxml_html.document_fromstring(page.path.read_bytes())
    whole = extract_metadata(tree)
    about = about_page(tree)
    for name in ("title", "author", "url", "sitename", "description"):
        assert getattr(about, name) == getattr(whole, name)


def test_damaged_json_costs_nothing_else() -> None:
    script = (
        '<script type="application/ld+json">{"@type": ["NewsArticle", {}], "author": [[</script>'
    )
    assert about_page(tree_of(f"<title>Ice in the harbour</title>{script}")).title is not None


def test_json_that_the_library_stumbles_on_costs_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stumbles(*_: object) -> None:
        raise KeyError("@type")

    monkeypatch.setattr("claims.reading.pages.page_about.extract_meta_json", stumbles)
    script = f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"})}</script>'
    assert about_page(tree_of(f"<title>Ice in the harbour</title>{script}")).title


def test_a_site_is_named_by_its_address_where_nothing_else_names_it() -> None:
    link = '<link rel="canonical" href="https://gazette.example/2024/ice">'
    assert about_page(tree_of(link)).sitename == "gazette.example"
    site = '<meta property="og:site_name" content="@gazette">'
    assert about_page(tree_of(site)).sitename == "Gazette"


def test_a_date_that_no_element_states_is_seen() -> None:
    tree = tree_of("", "<p>The harbour froze.</p><p>Posted on 2020-09-17</p>")
    assert seen_on(tree, None).value == date(2020, 9, 17)
    assert seen_on(tree_of(""), None) is UNDATED


def test_a_page_that_the_library_stumbles_on_has_no_date(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumbles(*_: object, **__: object) -> None:
        raise ValueError

    monkeypatch.setattr("claims.reading.pages.page_about.find_date", stumbles)
    assert seen_on(tree_of(""), None) is UNDATED


@pytest.mark.parametrize("stamp", ["20240106072500", "2024", "20240106072500if_"])
def test_an_archived_page_is_where_it_was_and_not_where_it_is_kept(stamp: str) -> None:
    there = "https://gazette.example/2024/ice?page=2"
    link = f'<link rel="canonical" href="https://web.archive.org/web/{stamp}/{there}">'
    about = about_page(tree_of(link))
    assert about.url == there
    assert about.sitename == "gazette.example"


def test_a_page_saved_in_a_reader_view_tells_where_it_was() -> None:
    link = '<a class="domain reader-domain" href="https://gazette.example/ice">gazette.example</a>'
    about = about_page(tree_of("<title>Ice in the harbour</title>", f"{link}<p>It froze.</p>"))
    assert (about.url, about.sitename) == ("https://gazette.example/ice", "gazette.example")
