"""Affiliations, names and dates of a speaker in words."""

from __future__ import annotations

from datetime import date

import pytest

from claims.identity.authority import KnownAffiliation
from claims.partial_date import UNKNOWN_DATE, PartialDate, Precision
from db.claims.affiliation_period import AffiliationPeriod
from tui.text.affiliations import extent, known_in_words, period

MAY = PartialDate(date(2023, 5, 1), Precision.MONTH)
LATER = PartialDate(date(2024, 1, 9), Precision.DAY)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (MAY, LATER, "2023-05 – 2024-01-09"),
        (MAY, MAY, "2023-05"),
        (UNKNOWN_DATE, LATER, "2024-01-09"),
        (UNKNOWN_DATE, UNKNOWN_DATE, ""),
    ],
)
def test_a_period_tells_each_date_once(first: PartialDate, last: PartialDate, told: str) -> None:
    assert period(first, last) == told


def test_how_many_articles_state_it_stands_beside_the_dates() -> None:
    assert extent(AffiliationPeriod("head", None, MAY, LATER, 3)) == (
        "2023-05 – 2024-01-09, 3 articles"
    )
    undated = AffiliationPeriod("head", None, UNKNOWN_DATE, UNKNOWN_DATE, 1)
    assert extent(undated) == "undated, 1 article"


def test_an_open_end_stays_open() -> None:
    assert known_in_words(KnownAffiliation("head", "Lab", MAY)) == "2023-05 –  head, Lab"
    assert known_in_words(KnownAffiliation("head", "Lab")) == "head, Lab"
