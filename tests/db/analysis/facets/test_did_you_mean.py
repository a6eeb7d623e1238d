"""Names that may have been meant."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from claims.language.nearest import nearest
from db.analysis.facets.did_you_mean import did_you_mean
from db.query.line import parse_filter

NAMES = ("Ilse Brandt", "Tom Achterberg", "Nadège Okafor", "Brandon Ilves")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("brnadt", "Ilse Brandt"),
        ("ilse brant", "Ilse Brandt"),
        ("nadege okfor", "Nadège Okafor"),
        ("ilse okafor", None),
        ("zzz", None),
        ("…", None),
    ],
)
def test_the_nearest_name(text: str, name: str | None) -> None:
    assert nearest(text, NAMES) == name


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("speaker:brnadt", 'speaker:"Ilse Brandt"'),
        ("speaker:brnadt depot", 'speaker:"Ilse Brandt" depot'),
        ("acterberg", 'speaker:"Tom Achterberg"'),
        ('outlet:"evening leger"', 'outlet:"Evening Ledger"'),
    ],
)
def test_a_query_that_finds_nothing_is_put_right(library: Engine, line: str, meant: str) -> None:
    found = did_you_mean(library, parse_filter(line))
    assert found is not None
    assert found.to_filter() == meant


@pytest.mark.parametrize("line", ["speaker:zzzz", "speaker:brandt cheese", "speaker:brnadt cheese"])
def test_there_need_not_be_any(library: Engine, line: str) -> None:
    query = parse_filter(line)
    assert did_you_mean(library, query) is None
