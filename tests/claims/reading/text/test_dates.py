"""Dates in words."""

from __future__ import annotations

from datetime import date

import pytest

from claims.partial_date import Precision
from claims.reading.text import dates
from claims.reading.text.dates import (
    UNDATED,
    DateRole,
    dates_of_line,
    looks_foreign,
    read_foreign,
    read_stamp,
)
from tests.claims.reading.text.known import DAY, MONTH, UNKNOWN, YEAR


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


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("13. září 2022", date(2022, 9, 13)),
        ("12 de marzo de 2020", date(2020, 3, 12)),
        ("2021年5月3日", date(2021, 5, 3)),
    ],
)
def test_a_line_may_be_a_date_in_any_language(line: str, value: date) -> None:
    assert looks_foreign(line)
    assert read_foreign(line, line).value == value


@pytest.mark.parametrize("line", ["Budget 2022", 'The "dry" 3 May 2022', "Rok 2022"])
def test_a_line_without_a_day_or_with_a_word_in_quotation_marks_has_not_the_form_of_a_date(
    line: str,
) -> None:
    assert not looks_foreign(line)


def test_no_language_is_asked_for_a_date_without_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask() -> None:
        pytest.fail("dateparser is asked, which takes more than a second")

    monkeypatch.setattr(dates, "_any_language", ask)
    assert read_foreign("zasedání 2022", "zasedání 2022") is UNDATED
