"""Stories with their articles, listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.db.comparison import told_again
from tests.db.comparison.told_again import COPIES, listed, names, stored
from tests.db.conftest import Filled, on_sqlite


@pytest.fixture
def shelf(shared: Filled) -> Engine:
    return shared(told_again.shelf)


@on_sqlite
def test_copies_are_one_story_and_the_earliest_stands_for_it(shelf: Engine) -> None:
    (story,) = stored(shelf)
    assert [Path(one.path).name for one in story.articles] == [
        "half.txt",
        "whole.txt",
        "retold.txt",
    ]
    assert [one.copy for one in story.articles] == [False, True, True]
    assert [round(one.overlap, 1) for one in story.articles] == [1.0, 1.0, 1.0]
    assert names(stored(shelf, everything=True)) == {
        frozenset(COPIES),
        frozenset({"frost.txt"}),
    }


def test_a_filter_finds_stories_whole(shelf: Engine) -> None:
    assert names(stored(shelf, "article:retold")) == {frozenset(COPIES)}
    assert stored(shelf, "article:frost") == []


def test_the_filters_of_stories(shelf: Engine) -> None:
    (story,) = stored(shelf)

    def found(line: str) -> set[str]:
        return {Path(one.path).name for one in listed(shelf, line)}

    assert found(f"story:{story.story}") == set(COPIES)
    assert found(f"story:a{story.story[1:]}") == set(COPIES)
    assert found("story:whole.txt") == set(COPIES)
    assert found("story:frost.txt") == {"frost.txt"}
    assert found("story:s000000000000") == set()
    assert found("is:copy") == {one for one in COPIES if one != "half.txt"}
    assert found("not:copy") == {"half.txt", "frost.txt"}
