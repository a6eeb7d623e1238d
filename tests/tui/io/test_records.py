"""Rows as JSON."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest

from claims.partial_date import UNKNOWN_DATE, PartialDate, Precision
from db.claims.affiliation_period import AffiliationPeriod
from tui.io.records import affiliation_record, json_names, write_json

RECORDS = [{"name": "Örn"}, {"name": "Lee\nAnn"}]


@pytest.mark.parametrize("lines", [True, False])
def test_records_come_back(lines: bool) -> None:
    out = io.StringIO()
    write_json(RECORDS, out, lines=lines)
    text = out.getvalue()
    assert text.endswith("\n")
    assert ([*map(json.loads, text.splitlines())] if lines else json.loads(text)) == RECORDS


def test_a_date_that_is_not_known_is_null() -> None:
    first = PartialDate(date(2023, 5, 1), Precision.MONTH)
    record = affiliation_record(AffiliationPeriod("head", None, first, UNKNOWN_DATE, 2))
    assert (record["first"], record["last"], record["articles"]) == ("2023-05", None, 2)


def test_json_has_names_of_its_own_in_the_same_order() -> None:
    record = {"claim_id": "c1", "article_path": "a.txt", "speaker": ["Ann Lee"], "same": 0.9}
    names = ["claim_id", "path", "speakers", "same"]
    assert list(json_names(record)) == names
    assert list(json_names(record).values()) == list(record.values())
