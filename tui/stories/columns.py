"""The columns of the table of stories, and of that of one story's articles."""

from __future__ import annotations

from datetime import date
from typing import Final

from claims.article import shown_title
from claims.language.folding import fold
from claims.partial_date import PartialDate
from db.analysis.stories import Story, StoryArticle
from tui.text import words
from tui.widgets.lines.column_table import Column

_LEAST_TITLE: Final = 34
_OUTLETS: Final = 34
_FILE: Final = 34


def title_of(story: Story) -> str:
    """What a story is called: the title of the article that stands for it."""
    first = story.articles[0]
    return shown_title(first.title, first.path)


def searched(story: Story) -> str:
    """The folded words by which a story is found: titles and outlets of its articles."""
    named = [shown_title(one.title, one.path) for one in story.articles]
    return fold(" ".join([*named, *outlets_of(story)]))


def outlets_of(story: Story) -> list[str]:
    """Who printed it, each once, in order of time."""
    return words.each_once([one.outlet or "" for one in story.articles])


def in_words(story: Story) -> str:
    """How often a story was printed, when and by whom: ``3 articles · 2024-05-01 – 2024-05-03``."""
    first, last = _first(story), _last(story)
    between = words.dated(first) if first == last else f"{words.dated(first)} – {words.dated(last)}"
    parts = (
        words.counted(len(story.articles), "article"),
        between if first.value is not None else "undated",
        ", ".join(outlets_of(story)),
    )
    return " · ".join(part for part in parts if part)


def _dates(story: Story) -> list[PartialDate]:
    dated = [one.published for one in story.articles if one.published.value is not None]
    return sorted(dated, key=lambda when: when.value or date.max) or [story.articles[0].published]


def _first(story: Story) -> PartialDate:
    return _dates(story)[0]


def _last(story: Story) -> PartialDate:
    return _dates(story)[-1]


def _day(when: PartialDate) -> int | None:
    return None if when.value is None else when.value.toordinal()


STORY_COLUMNS: Final[tuple[Column[Story], ...]] = (
    Column(
        *("title", "Story", _LEAST_TITLE, 0),
        title_of,
        lambda story: title_of(story).casefold(),
        descending=False,
        takes_rest=True,
        style="label",
    ),
    Column(
        *("articles", "Articles", 9, 0),
        lambda story: f"{len(story.articles):,}",
        lambda story: len(story.articles),
        right=True,
    ),
    Column(
        *("published", "First", 10, 1),
        lambda story: words.dated(_first(story)),
        lambda story: _day(_first(story)),
    ),
    Column(
        *("last", "Last", 10, 2),
        lambda story: words.dated(_last(story)),
        lambda story: _day(_last(story)),
    ),
    Column(
        *("outlets", "Outlets", _OUTLETS, 3),
        lambda story: ", ".join(outlets_of(story)) or words.NOTHING,
        lambda story: len(outlets_of(story)),
        style="more",
    ),
)

ARTICLE_COLUMNS: Final[tuple[Column[StoryArticle], ...]] = (
    Column(
        *("published", "Published", 10, 2),
        lambda one: words.dated(one.published),
        lambda one: _day(one.published),
        descending=False,
    ),
    Column(
        *("outlet", "Outlet", 22, 1),
        lambda one: one.outlet or words.NOTHING,
        lambda one: one.outlet and one.outlet.casefold(),
        descending=False,
    ),
    Column(
        *("overlap", "Overlap", 8, 0),
        lambda one: f"{one.overlap:.0%}" if one.copy else "first",
        lambda one: one.overlap,
        right=True,
    ),
    Column(
        *("title", "Title", 30, 0),
        lambda one: shown_title(one.title, one.path),
        lambda one: shown_title(one.title, one.path).casefold(),
        descending=False,
        takes_rest=True,
        style="label",
    ),
    Column(
        *("path", "File", _FILE, 3),
        lambda one: one.path,
        lambda one: one.path,
        descending=False,
        style="more",
    ),
)
