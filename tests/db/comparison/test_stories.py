"""Stories in an archive: found as articles come, in any order, kept, and made anew."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.analysis.stories import count_uncompared
from db.archive import open_archive
from db.comparison.rebuild import rebuild
from db.ingest.ingest import ingest
from db.schema.comparison.stories import ArticleSample, ArticleShingle
from tests.claims.comparison.stories.prose import FERRY, FROST, OTHER_LEAD, body
from tests.db.archives import Desk, PreparedExtractor, copy_of, count
from tests.db.comparison.told_again import COPIES, TEXTS, dated, listed, names, stored
from tests.db.conftest import on_sqlite


@pytest.fixture
def shelf(desk: Desk) -> Desk:
    """Three copies of one text, and an article on another matter."""
    for name in (*COPIES, "frost.txt"):
        desk.write(name, TEXTS[name])
    desk.ingest()
    return desk


@settings(deadline=None, max_examples=6)
@given(order=st.permutations(sorted(TEXTS)), parts=st.integers(1, len(TEXTS)))
def test_the_order_of_arrival_makes_no_difference(
    template_file: Path, order: list[str], parts: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_archive(str(copy_of(template_file, Path(folder))))
        told: set[str] = set()
        for start in range(0, len(order), parts):
            paths = [Path(folder, name) for name in order[start : start + parts]]
            for path in paths:
                path.write_text(TEXTS[path.name], encoding="utf-8")
            ingest(engine, paths, PreparedExtractor)
            told |= {story.story for story in stored(engine, everything=True)}

        (only,) = stored(engine)
        assert names([only]) == {frozenset(TEXTS)}
        assert Path(only.articles[0].path).name == "half.txt"
        found = [[row.path for row in listed(engine, f"story:{ident}")] for ident in told]
        assert all(len(articles) == len(TEXTS) for articles in found)
        engine.dispose()


@on_sqlite
def test_an_article_whose_text_changes_leaves_its_story(desk: Desk) -> None:
    # The two others are copies only of the article that has both texts.
    for name in ("frost.txt", "half.txt", "both.txt"):
        desk.write(name, TEXTS[name])
    desk.ingest()
    assert len(stored(desk.engine)[0].articles) == 3

    desk.write("both.txt", dated(6, OTHER_LEAD, FERRY))
    desk.ingest()
    assert names(stored(desk.engine)) == {frozenset({"half.txt", "both.txt"})}

    desk.write("both.txt", TEXTS["both.txt"])
    desk.ingest()
    assert len(stored(desk.engine)[0].articles) == 3
    assert count(desk.engine, ArticleSample) == 3


def test_what_is_not_compared_is_compared_on_demand(desk: Desk) -> None:
    for name in COPIES:
        desk.write(name, TEXTS[name])
    ingest(desk.engine, [desk.folder], PreparedExtractor, compares=False)
    assert stored(desk.engine) == []
    assert count_uncompared(desk.engine) == 3
    assert len({row.story for row in listed(desk.engine, "")}) == 3

    assert rebuild(desk.engine).stories == 1
    assert names(stored(desk.engine)) == {frozenset(COPIES)}
    assert count_uncompared(desk.engine) == 0


@on_sqlite
def test_an_article_that_changes_without_being_compared_is_in_no_story(shelf: Desk) -> None:
    shelf.write("whole.txt", dated(4, FROST[::-1]))
    ingest(shelf.engine, [shelf.folder], PreparedExtractor, compares=False)
    assert names(stored(shelf.engine)) == {frozenset({"half.txt", "retold.txt"})}
    assert count_uncompared(shelf.engine) == 1


def test_what_stands_under_every_article_is_not_looked_up_for_ever(desk: Desk) -> None:
    for n in range(20):
        own = f"Report number {n}: " + " ".join(f"word{n}x{at}" for at in range(200)) + "."
        desk.write(f"{n:02}.txt", f"{own}\n\n{body(FROST[:1])}\n")
    desk.ingest()
    assert stored(desk.engine) == []
    with desk.engine.connect() as connection:
        shingles = connection.scalars(select(ArticleShingle.hash)).all()
    assert max(map(shingles.count, shingles)) == 11
