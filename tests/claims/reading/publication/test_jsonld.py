"""What JSON-LD states of an article."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lxml import html as lxml_html

from claims.reading.publication.jsonld import is_live_blog, organizations
from tests.claims.reading.markup_pages import simple


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


def described(*scripts: str) -> lxml_html.HtmlElement:
    markup = "".join(f'<script type="application/ld+json">{one}</script>' for one in scripts)
    return lxml_html.document_fromstring(f"<html><head>{markup}</head><body></body></html>")


def test_a_live_blog_is_described_as_one() -> None:
    assert is_live_blog(described('{"@type": "WebPage"}', '[{"@type": "LiveBlogPosting"}]'))
    assert not is_live_blog(described('{"@type": "BlogPosting"}', '{"@type": "LiveBlogPosting",'))


def test_organizations_are_those_that_are_no_persons_as_well() -> None:
    page = described(
        """{"@type": "NewsArticle", "publisher": {"@type": "NewsMediaOrganization",
        "name": "Coast  Wire"}, "author": [{"@type": "Organization", "name": "Corvid Pumps"},
        {"@type": ["Person", "Organization"], "name": "Ada Quist"},
        {"@type": "Person", "name": "Bo Lind"}, "Cy Marr", {"@type": "Organization"}]}"""
    )
    assert organizations(page) == {"Coast Wire", "Corvid Pumps"}
