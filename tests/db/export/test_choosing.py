"""Columns chosen by name."""

from __future__ import annotations

import pytest

from db.export.choosing import SHORT, columns_named
from db.export.columns import COLUMNS
from db.export.errors import ExportError


def test_they_come_in_the_order_they_are_named_in_and_once() -> None:
    assert columns_named("note, speaker,note,Article Title") == ("note", "speaker", "article_title")


def test_short_and_all_stand_for_theirs() -> None:
    assert columns_named("all") == COLUMNS
    assert columns_named("tags,short") == ("tags", *SHORT)
    assert len(SHORT) == 12
    assert set(SHORT) <= set(COLUMNS)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("speakr", "there is no column 'speakr'; did you mean speaker?"),
        ("content,url", "there is no column 'url'; did you mean article_url?"),
        ("shrt", "there is no column 'shrt'; did you mean short?"),
        ("xyzzy", "there is no column 'xyzzy'; 'claims columns' lists them"),
        (" , ", "name a column at least"),
    ],
)
def test_what_is_no_column_is_told_with_the_nearest(asked: str, told: str) -> None:
    with pytest.raises(ExportError) as caught:
        columns_named(asked)
    assert str(caught.value) == told
