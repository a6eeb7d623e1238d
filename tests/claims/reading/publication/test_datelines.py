"""Which of a page's dates is that of publication."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.claims.reading.samples import BODY, read_page
from tests.claims.reading.text.known import DAY

TITLE = "Pipeline Talks Stall in the North"


def test_a_date_below_the_title_is_that_of_publication(tmp_path: Path) -> None:
    article = read_page(tmp_path, f"{TITLE}\nBy Ruth Aas\nMay 3, 2021 7:42 am ET\n\n{BODY}")
    assert article.published.value == date(2021, 5, 3)
    assert article.published.evidence == 'line by the byline "May 3, 2021 7:42 am ET"'


def test_a_date_above_the_title_is_the_pages_not_the_articles(tmp_path: Path) -> None:
    article = read_page(tmp_path, f"Wednesday, June 12, 2024\n\n{TITLE}\n\n{BODY}")
    assert article.published.value is None
    assert article.stated.value == date(2024, 6, 12)
    assert article.stated.evidence == 'page header "Wednesday, June 12, 2024"'


def test_the_pages_date_does_not_hide_the_articles(tmp_path: Path) -> None:
    top = f"Wednesday, June 12, 2024\n\n{TITLE}\n\nMay 3, 2021"
    article = read_page(tmp_path, f"{top}\n\n{BODY}")
    assert article.published.value == date(2021, 5, 3)
    assert article.stated.value == date(2024, 6, 12)


def test_an_update_is_not_the_publication(tmp_path: Path) -> None:
    article = read_page(tmp_path, f"{TITLE}\n\nUpdated May 4, 2021\n\n{BODY}")
    assert article.published.value is None
    assert article.stated.value == date(2021, 5, 4)
    assert article.stated.evidence == 'update line "Updated May 4, 2021"'


def test_the_day_a_copy_was_made_is_kept_apart(tmp_path: Path) -> None:
    article = read_page(tmp_path, f"{TITLE}\n\n{BODY}\n\nRetrieved June 12, 2024")
    assert article.published.value is None
    assert article.fetched.value == date(2024, 6, 12)


def test_a_dateline_without_year_states_a_date_without_value(tmp_path: Path) -> None:
    article = read_page(tmp_path, f"{TITLE}\n\nOSLO, May 16 (Reuters) — {BODY}")
    assert article.published.value is None
    assert article.stated.value is None
    assert article.stated.evidence == 'dateline "OSLO, May 16 (Reuters) —"'


def test_a_full_dateline_is_the_articles_own_date(tmp_path: Path) -> None:
    article = read_page(tmp_path, f"{TITLE}\n\nOSLO, May 16, 2021 (Reuters) — {BODY}")
    assert (article.published.value, article.published.precision) == (date(2021, 5, 16), DAY)


@pytest.mark.parametrize(
    "line", ["3 de mayo de 2021", "3. Mai 2021", "3 mai 2021", "3 мая 2021 г."]
)
def test_date_lines_in_other_languages_are_read(tmp_path: Path, line: str) -> None:
    article = read_page(tmp_path, f"{TITLE}\n\n{line}\n\n{BODY}")
    assert article.published.value == date(2021, 5, 3)


def test_dates_within_the_body_say_nothing_of_the_article(tmp_path: Path) -> None:
    body = f"{BODY}\n\nThe treaty was signed on May 3, 2021, and published on June 4, 2022."
    article = read_page(tmp_path, f"{TITLE}\n\n{body}")
    assert article.published.value is None
    assert article.stated.value is None
