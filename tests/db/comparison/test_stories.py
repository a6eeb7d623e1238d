"""Stories in an archive: found as articles come, in any order, kept, and made anew."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from db.analysis.stories import Story, count_uncompared, list_stories
from db.analysis.summary import list_articles
from db.archive import open_archive
from db.claims.articles import ArticleRow
from db.comparison.rebuild import rebuild
from db.ingest.ingest import ingest
from db.query.line import parse_filter
from db.schema import core as schema
from db.schema.comparison import ArticleCopy, ArticleSample, ArticleShingle
from tests.claims.comparison.stories.prose import FERRY, FROST, OTHER_LEAD, body
from tests.db.archives import Desk, PreparedExtractor, copy_of, count


def dated(day: int, *parts: tuple[str, ...]) -> str:
    """An article of a day of May."""
    return f"A title of its own\n\nBy Ines Calder\nMay {day}, 2023\n\n{body(*parts)}\n"


TEXTS = {
    "whole.txt": dated(4, FERRY),
    "retold.txt": dated(5, OTHER_LEAD, FERRY[1:]),
    "half.txt": dated(2, FERRY[3:]),
    "frost.txt": dated(3, FROST),
    "both.txt": dated(6, FERRY, FROST),
    "cut.txt": dated(7, FROST[:3]),
}
COPIES = ("whole.txt", "retold.txt", "half.txt")


def names(stories: Sequence[Story]) -> set[frozenset[str]]:
    """The articles of each story by file name."""
    return {frozenset(Path(one.path).name for one in story.articles) for story in stories}


def stored(engine: Engine, line: str = "", *, everything: bool = False) -> list[Story]:
    return list_stories(engine, parse_filter(line), everything=everything)


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


def listed(engine: Engine, line: str) -> list[ArticleRow]:
    return list_articles(engine, parse_filter(line))


def test_copies_are_one_story_and_the_earliest_stands_for_it(shelf: Desk) -> None:
    (story,) = stored(shelf.engine)
    assert [Path(one.path).name for one in story.articles] == [
        "half.txt",
        "whole.txt",
        "retold.txt",
    ]
    assert [one.copy for one in story.articles] == [False, True, True]
    assert [round(one.overlap, 1) for one in story.articles] == [1.0, 1.0, 1.0]
    assert names(stored(shelf.engine, everything=True)) == {
        frozenset(COPIES),
        frozenset({"frost.txt"}),
    }


def test_a_filter_finds_stories_whole(shelf: Desk) -> None:
    assert names(stored(shelf.engine, "article:retold")) == {frozenset(COPIES)}
    assert stored(shelf.engine, "article:frost") == []


def test_the_filters_of_stories(shelf: Desk) -> None:
    (story,) = stored(shelf.engine)

    def found(line: str) -> set[str]:
        return {Path(one.path).name for one in listed(shelf.engine, line)}

    assert found(f"story:{story.story}") == set(COPIES)
    assert found(f"story:a{story.story[1:]}") == set(COPIES)
    assert found("story:whole.txt") == set(COPIES)
    assert found("story:frost.txt") == {"frost.txt"}
    assert found("story:s000000000000") == set()
    assert found("is:copy") == {one for one in COPIES if one != "half.txt"}
    assert found("not:copy") == {"half.txt", "frost.txt"}


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


def test_an_article_that_changes_without_being_compared_is_in_no_story(shelf: Desk) -> None:
    shelf.write("whole.txt", dated(4, FROST[::-1]))
    ingest(shelf.engine, [shelf.folder], PreparedExtractor, compares=False)
    assert names(stored(shelf.engine)) == {frozenset({"half.txt", "retold.txt"})}
    assert count_uncompared(shelf.engine) == 1


def everything(engine: Engine) -> list[object]:
    """All that comparing stored."""
    with engine.connect() as connection:
        return [
            connection.execute(select(table).order_by(*table.__table__.primary_key)).all()
            for table in (ArticleSample, ArticleShingle, ArticleCopy)
        ] + [connection.execute(select(schema.Article.id, schema.Article.story_id)).all()]


def test_comparing_anew_finds_the_same(shelf: Desk) -> None:
    before = everything(shelf.engine)
    done: list[tuple[int, int]] = []
    rebuild(shelf.engine, lambda *told: done.append(told))
    assert done == [(n, 8) for n in range(1, 9)]
    assert everything(shelf.engine) == before


def test_comparing_anew_and_stopped_halfway_changes_nothing(shelf: Desk) -> None:
    before = everything(shelf.engine)

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(shelf.engine, stop)
    assert everything(shelf.engine) == before


def test_what_stands_under_every_article_is_not_looked_up_for_ever(desk: Desk) -> None:
    for n in range(20):
        own = f"Report number {n}: " + " ".join(f"word{n}x{at}" for at in range(200)) + "."
        desk.write(f"{n:02}.txt", f"{own}\n\n{body(FROST[:1])}\n")
    desk.ingest()
    assert stored(desk.engine) == []
    with desk.engine.connect() as connection:
        shingles = connection.scalars(select(ArticleShingle.hash)).all()
    assert max(map(shingles.count, shingles)) == 11
