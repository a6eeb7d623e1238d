"""What JSON-LD states of an article."""

from __future__ import annotations

from datetime import date
from pathlib import Path

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
