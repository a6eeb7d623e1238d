"""Pages as newsrooms lay them out: their bodies, metadata, and no claims from anywhere else."""

from __future__ import annotations

from pathlib import Path
from statistics import fmean

import pytest
from lxml import html as lxml_html
from trafilatura import extract

from claims.article import Article
from claims.claim import Claim
from claims.extraction.pipeline import Extractor
from claims.reading import doubt, read_article
from claims.scoring.pages import GoldPage, body_of, gold_pages, token_f1
from tests.once import made_once

PAGES = gold_pages(Path(__file__).parents[3] / "gold" / "pages")

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.stem)


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Article]:
    return made_once(
        tmp_path_factory,
        "gold-pages",
        lambda: {page.path: read_article(page.path) for page in PAGES},
    )


@pytest.fixture(scope="module")
def extracted(
    articles: dict[Path, Article], tmp_path_factory: pytest.TempPathFactory
) -> dict[Path, tuple[Claim, ...]]:
    def extract_all() -> dict[Path, tuple[Claim, ...]]:
        return {Path(one.path): claims for one, claims in Extractor().extract(articles.values())}

    return made_once(tmp_path_factory, "claims-of-gold-pages", extract_all)


def f1(page: GoldPage, text: str) -> float:
    return token_f1(text, "\n".join(page.body))


def by_trafilatura(page: GoldPage) -> str:
    return extract(page.path.read_text("utf-8"), include_comments=False) or ""


def test_there_are_pages_of_many_kinds() -> None:
    assert len(PAGES) >= 84
    assert sum(bool(page.junk) for page in PAGES) >= 60


@each_page
def test_gold_stands_on_its_page(page: GoldPage) -> None:
    markup = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True)
    tree = lxml_html.document_fromstring(page.path.read_bytes(), parser=markup)
    shown = " ".join(tree.text_content().split())
    assert len(page.body) >= 3
    for text in (*page.body, *page.junk):
        assert text[:20] in shown
        assert text[-20:] in shown


def test_bodies_are_read_better_than_by_trafilatura_alone(articles: dict[Path, Article]) -> None:
    ours = fmean(f1(page, body_of(articles[page.path])) for page in PAGES)
    assert ours > fmean(f1(page, by_trafilatura(page)) for page in PAGES)
    assert ours >= 0.99


@each_page
def test_no_body_is_read_worse_than_by_trafilatura_alone(
    page: GoldPage, articles: dict[Path, Article]
) -> None:
    assert f1(page, body_of(articles[page.path])) >= f1(page, by_trafilatura(page))


@each_page
def test_title_authors_and_date_are_the_articles(
    page: GoldPage, articles: dict[Path, Article]
) -> None:
    article = articles[page.path]
    published = article.published.value
    assert article.title == page.title
    assert article.byline == page.byline
    assert (published.isoformat() if published else None) == page.published


@each_page
def test_nothing_but_the_body_yields_claims(
    page: GoldPage, articles: dict[Path, Article], extracted: dict[Path, tuple[Claim, ...]]
) -> None:
    text = articles[page.path].text
    said = [text[piece.start : piece.end] for one in extracted[page.path] for piece in one.content]
    assert said
    body = "\n".join((page.title, *page.body))
    assert [words for words in said if words not in body] == []
    assert [words for words in said if any(words in junk for junk in page.junk)] == []


@each_page
def test_no_sound_page_is_doubted(page: GoldPage, articles: dict[Path, Article]) -> None:
    assert doubt(articles[page.path]) is None
