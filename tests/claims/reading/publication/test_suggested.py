"""Dates that a page does not state: what they rest on, and how exact they are."""

from __future__ import annotations

from datetime import date

import pytest

from claims.article import DatedFact
from claims.partial_date import Precision
from claims.reading.publication.suggested import suggested_date

BY = date(2025, 1, 1)


def known(text: str, **given: object) -> str:
    found = suggested_date(text, by=BY, **given)  # type: ignore[arg-type]
    return "" if found is None else found.as_known


def test_a_weekday_and_a_day_with_a_year_from_the_copyright() -> None:
    text = "The ferry sank on Thursday, May 16, in calm weather.\n\n© 2024 Coast Weekly"
    found = suggested_date(text, by=BY)
    assert found == DatedFact(date(2024, 5, 16), Precision.DAY, '"Thursday, May 16"')


def test_the_weekday_stands_apart_from_the_day() -> None:
    text = "He spoke in Velmora on Thursday, his aides said, two days before May 18. (In 2024 too.)"
    assert known(text) == "", "May 18 is no Thursday in a year that fits"
    text = "He landed on Thursday evening, May 16, and left. The pier was built in 2022."
    found = suggested_date(text, by=BY)
    assert found is not None
    assert found.as_known == "2024-05-16"
    assert found.evidence == '"Thursday evening, May 16"'


def test_a_dateline_without_its_year_takes_that_of_the_page() -> None:
    stated = DatedFact(date(2024, 6, 12), Precision.DAY, 'page header "June 12, 2024"')
    assert known("VELMORA, May 16 — The ferry sank.", stated=stated) == "2024-05-16"
    assert known("VELMORA, May 16 — The ferry sank.") == "", "no year at all"


def test_days_far_apart_make_it_less_exact() -> None:
    near = "On Thursday, May 16, and Friday, May 17, they met. © 2024 Coast"
    month = "On Thursday, May 2, and Friday, May 31, they met. © 2024 Coast"
    year = "On Thursday, May 16, and Friday, June 28, they met. © 2024 Coast"
    assert [known(text) for text in (near, month, year)] == ["2024-05-16", "2024-05", "2024"]


def test_a_day_in_passing_tells_nothing() -> None:
    assert known("The pact was signed on Feb. 4, after the war of 2022 began.") == ""


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"url": "https://coast.example/2024/05/16/ferry-sinks"}, "2024-05-16"),
        ({"url": "https://coast.example/2024/05/ferry-sinks"}, "2024-05"),
        ({"name": "coast_2024-05-16_ferry.txt"}, "2024-05-16"),
        ({"name": "20240516-ferry.html"}, "2024-05-16"),
        ({"name": "ferry 2024-05.txt"}, "2024-05"),
        ({"name": "000_22ee76abc8a11953.txt"}, ""),
        ({"name": "ferry-2031-05-16.txt"}, ""),
    ],
)
def test_addresses_and_names_of_files(given: dict[str, str], told: str) -> None:
    assert known("The ferry sank.", **given) == told


def test_dates_of_the_page_itself() -> None:
    header = DatedFact(date(2024, 6, 12), Precision.DAY, 'page header "June 12, 2024"')
    update = DatedFact(date(2024, 6, 12), Precision.DAY, 'update line "Updated June 12, 2024"')
    assert known("The ferry sank.", stated=header) == "2024"
    assert known("The ferry sank.", stated=update) == "2024-06-12"


def test_a_copyright_tells_the_year_the_last_one_of_several() -> None:
    assert known("The ferry sank.\n\nCopyright 2024 Coast Weekly") == "2024"
    assert known("The ferry sank.\n\n© 1999-2024 Coast Weekly") == "2024"
