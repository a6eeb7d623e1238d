"""Dates in words, and which of a page's dates is that of publication."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claims.partial_date import Precision
from claims.reading.text.dates import DateRole, dates_of_line, read_stamp
from tests.claims.reading.pages import BODY, read_page

TITLE = "Pipeline Talks Stall in the North"
DAY, MONTH, YEAR, UNKNOWN = Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.UNKNOWN


@pytest.mark.parametrize(
    ("line", "value", "precision"),
    [
        ("Sept. 13, 2022 7:42 am ET", date(2022, 9, 13), DAY),
        ("Tuesday, September 13th, 2022", date(2022, 9, 13), DAY),
        ("13 September 2022", date(2022, 9, 13), DAY),
        ("the 3rd of May, 2021", date(2021, 5, 3), DAY),
        ("2022-09-13T07:42:00Z", date(2022, 9, 13), DAY),
        ("13.09.2022", date(2022, 9, 13), DAY),
        ("05.06.2022", date(2022, 6, 5), DAY),
        ("9/13/2022, 7:42 AM", date(2022, 9, 13), DAY),
        ("September 2022", date(2022, 9, 1), MONTH),
        ("5/6/2022", date(2022, 1, 1), YEAR),
        ("May 16", None, UNKNOWN),
    ],
)
def test_a_date_line_says_how_exactly_it_is_known(
    line: str, value: date | None, precision: Precision
) -> None:
    found = dates_of_line(line)
    assert found is not None
    [one] = found
    assert (one.fact.value, one.fact.precision, one.role) == (value, precision, DateRole.BARE)


def test_each_date_of_a_line_has_the_role_that_its_word_gives_it() -> None:
    found = dates_of_line("Published May 3, 2021 at 9:00 a.m. | Updated May 4, 2021")
    assert found is not None
    assert [(one.role, one.fact.value) for one in found] == [
        (DateRole.PUBLISHED, date(2021, 5, 3)),
        (DateRole.MODIFIED, date(2021, 5, 4)),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "On May 3, 2021 the talks broke down.",
        "May said 20 times no",
        "7.15 million tons",
        "1984",
        "",
    ],
)
def test_a_line_with_anything_else_is_no_date_line(line: str) -> None:
    assert dates_of_line(line) is None


@pytest.mark.parametrize(
    ("stamp", "value", "precision"),
    [
        ("2024-02-29T23:30:00-05:00", date(2024, 2, 29), DAY),
        ("20240229", date(2024, 2, 29), DAY),
        ("20240229T101500Z", date(2024, 2, 29), DAY),
        ("2024-02", date(2024, 2, 1), MONTH),
        ("2024", date(2024, 1, 1), YEAR),
        ("Thu, 29 Feb 2024 10:15:00 GMT", date(2024, 2, 29), DAY),
        ("2024-02-30", None, UNKNOWN),
        ("soon", None, UNKNOWN),
        ("9999999999", None, UNKNOWN),
    ],
)
def test_stamps_give_the_date_as_written(
    stamp: str, value: date | None, precision: Precision
) -> None:
    fact = read_stamp(stamp, "somewhere")
    assert (fact.value, fact.precision) == (value, precision)


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
