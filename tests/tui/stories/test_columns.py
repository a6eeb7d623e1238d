"""What the tables of stories show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from claims.partial_date import UNKNOWN_DATE, PartialDate, Precision
from db.analysis.stories import Story, StoryArticle
from tui.stories.columns import ARTICLE_COLUMNS, STORY_COLUMNS, in_words, searched, title_of

FIRST = StoryArticle(
    "a1", "A wall", "Harbour Post", PartialDate(date(2023, 5, 2), Precision.DAY), "wall.txt"
)
COPY = replace(
    FIRST,
    article_id="a2",
    title=None,
    outlet=None,
    published=UNKNOWN_DATE,
    path="copy.txt",
    copy=True,
    overlap=0.934,
)
STORY = Story("s1", (FIRST, COPY))


def told(story: Story) -> dict[str, str]:
    return {column.key: column.cell(story) for column in STORY_COLUMNS}


def test_a_story_is_called_as_its_first_article_and_told_by_all() -> None:
    assert title_of(STORY) == "A wall"
    assert told(STORY) == {
        "title": "A wall",
        "articles": "2",
        "published": "2023-05-02",
        "last": "2023-05-02",
        "outlets": "Harbour Post",
    }
    assert in_words(STORY) == "2 articles · 2023-05-02 · Harbour Post"
    assert all(word in searched(STORY) for word in ("wall", "harbour", "copy"))


def test_nothing_known_is_a_dash() -> None:
    story = Story("s2", (COPY, COPY))
    assert told(story) == {
        "title": "copy.txt",
        "articles": "2",
        "published": "–",
        "last": "–",
        "outlets": "–",
    }
    assert in_words(story) == "2 articles · undated"
    assert [column.order(story) for column in STORY_COLUMNS if column.key == "last"] == [None]


def test_the_first_article_of_a_text_has_no_overlap() -> None:
    overlap = next(column for column in ARTICLE_COLUMNS if column.key == "overlap")
    assert [overlap.cell(one) for one in STORY.articles] == ["first", "93%"]
