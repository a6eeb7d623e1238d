"""All stories as a table, and the articles of the one under the cursor."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen

from claims.language.folding import fold
from db.analysis.stories import Story, StoryArticle, count_uncompared, list_stories
from db.query.identified import identified
from db.query.model import ClaimQuery
from tui.core import queries
from tui.core.background import in_background
from tui.core.claim_screen import ClaimScreen
from tui.core.copying import copy_command
from tui.core.navigation import ShowArticle, back_to_table, go
from tui.core.page_cache import ArticlePages
from tui.dialogs.ask import AskScreen
from tui.dialogs.pick import PickScreen
from tui.keys import keymap
from tui.keys.in_order import under_way
from tui.stories.columns import ARTICLE_COLUMNS, STORY_COLUMNS, in_words, searched, title_of
from tui.text import words
from tui.text.command_line import filter_options
from tui.text.safe_text import safe_line
from tui.widgets.fact_line import FactLine
from tui.widgets.key_footer import KeyFooter
from tui.widgets.lines.column_table import ColumnTable
from tui.widgets.lines.line_list import LineList

COMMAND_SORTS: Final = ("articles", "published")
"""What `claims stories` sorts by as well."""

REBUILD: Final = "'claims compare --rebuild' compares them"


class StoriesScreen(Screen[None]):
    """The stories in which a query finds an article.

    Args:
        pages: Where articles are read from.
        query: Which articles; stories are shown whole.
        article_id: Public id of the article to begin on, if it is in any of them.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.STORIES
    AUTO_FOCUS = "#stories-table"

    def __init__(
        self, pages: ArticlePages, query: ClaimQuery, article_id: str | None = None
    ) -> None:
        super().__init__()
        self._pages = pages
        self._engine = pages.engine
        self._query = replace(query, sort="published", descending=False, limit=None)
        self._begin_on = article_id
        self._everything = False
        self._narrowed = ""
        self._found: list[Story] = []
        self._never_compared = 0
        self._headline = FactLine(id="headline")
        self._byline = FactLine(id="byline")
        self.table = ColumnTable(
            STORY_COLUMNS, "articles", lambda story: story.story, id="stories-table"
        )
        self.articles = ColumnTable(
            ARTICLE_COLUMNS, "published", lambda one: one.article_id, id="stories-articles"
        )
        self.articles.border_title = "Articles of the story"

    def compose(self) -> ComposeResult:
        yield self._headline
        yield self._byline
        with Container(id="stories"):
            yield self.table
            yield self.articles
        yield KeyFooter()

    def on_mount(self) -> None:
        among = f" – {queries.scope(self._query)}" if self._query.narrows else ""
        self._headline.say(f"Stories: articles that are copies of one text{among}")
        self._byline.say("reading… esc leaves")
        self._read()

    @property
    def expects_soon(self) -> bool:
        return under_way(self, {"stories"})

    @property
    def article(self) -> StoryArticle | None:
        """The article under the cursor of the story under the cursor."""
        return self.articles.row

    @on(ClaimScreen.Failed)
    def _could_not(self, event: ClaimScreen.Failed) -> None:
        event.stop()
        self._byline.say(f"! {event.reason}")

    # Reading

    def _read(self) -> None:
        in_background(self, "stories", self._list_stories, self._show)

    def _list_stories(self) -> tuple[list[Story], int]:
        found = list_stories(self._engine, self._query, everything=self._everything)
        return found, count_uncompared(self._engine)

    def _show(self, found: tuple[list[Story], int]) -> None:
        self._found, self._never_compared = found
        self._narrow(self._narrowed)
        self._go_to_first()

    def _go_to_first(self) -> None:
        """Go to the article that was come from, once."""
        wanted, self._begin_on = self._begin_on, None
        for index, story in enumerate(self.table.rows):
            if wanted in [one.article_id for one in story.articles]:
                self.table.cursor = index
                self._list_articles()
                ids = [one.article_id for one in self.articles.rows]
                self.articles.cursor = ids.index(wanted)
                return

    def _narrow(self, text: str) -> None:
        """Show the stories that have these words in the titles or outlets of their articles."""
        self._narrowed = text
        asked = fold(text).split()
        shown = [story for story in self._found if all(word in searched(story) for word in asked)]
        self.table.show(shown)
        self._byline.say(self._in_words(len(shown)))
        self._list_articles()

    def _in_words(self, shown: int) -> str:
        of_all = f"{shown:,} of " if shown < len(self._found) else ""
        which = "" if self._everything else " of two articles or more"
        narrowed = f" · with “{self._narrowed}”" if self._narrowed else ""
        missing = self._never_compared
        none = not self._found and not self._everything
        lines = [
            f"{of_all}{words.counted(len(self._found), 'story')}{which}{narrowed}",
            f"{words.counted(missing, 'article')} never compared: {REBUILD}" if missing else "",
        ]
        if none:
            lines[0] = "No article is a copy of another · z lists all"
        return " · ".join(part for part in lines if part)

    # The story under the cursor

    @on(LineList.CursorMoved, "#stories-table")
    def _follow(self, event: LineList.CursorMoved) -> None:
        event.stop()
        self._list_articles()

    def _list_articles(self) -> None:
        story = self.table.row
        self.articles.show(story.articles if story is not None else ())
        line = "" if story is None else in_words(story)
        self.articles.border_subtitle = Content(safe_line(line))

    # Actions

    @on(LineList.Opened)
    def _opened(self, event: LineList.Opened) -> None:
        event.stop()
        self.action_open()

    @on(LineList.HeaderClicked)
    def _header(self, event: LineList.HeaderClicked) -> None:
        event.stop()
        table: ColumnTable[Any] = self.table if event.list is self.table else self.articles
        table.sort(table.column_at(event.x))

    def action_open(self) -> None:
        """Go to the articles of the story; read the one under the cursor, where that was done."""
        if not self.articles.has_focus:
            self.articles.focus()
        elif (article := self.article) is not None:
            go(self.app, self._pages, ShowArticle(article.article_id))

    def action_pane(self) -> None:
        (self.table if self.articles.has_focus else self.articles).focus()

    def action_sort(self) -> None:
        def sort(key: str | None) -> None:
            for column in STORY_COLUMNS:
                if column.key == key:
                    self.table.sort(column)

        options = [(column.key, column.title) for column in STORY_COLUMNS]
        self.app.push_screen(PickScreen("Sort by", options, self.table.sorted_by.key), sort)

    def action_narrow(self) -> None:
        def narrow(text: str | None) -> None:
            if text is not None:
                self._narrow(text.strip())

        label = "Words that a title or an outlet has; empty for all"
        ask = AskScreen("Narrow the stories", label, self._narrowed, does="Narrow")
        self.app.push_screen(ask, narrow)

    def action_every(self) -> None:
        """Those of one article as well, or only those of several."""
        self._everything = not self._everything
        self._read()

    def action_filter(self) -> None:
        """Show all claims of the story in the table."""
        if (story := self.table.row) is not None:
            chosen = (identified(title_of(story), story.story),)
            back_to_table(self.app, ClaimQuery(stories=chosen))

    def action_copy_command(self) -> None:
        copy_command(self, self._engine, self._command())

    def _command(self) -> list[str] | None:
        key = self.table.sorted_by.key
        if self._narrowed or key not in COMMAND_SORTS:
            return None
        single = ["--all"] if self._everything and not self._query.everything else []
        order = f"{'-' if self.table.descending else ''}{key}"
        return ["stories", *filter_options(self._query), *single, "--sort", order]

    def action_leave(self) -> None:
        if self.articles.has_focus:
            self.table.focus()
        else:
            self.dismiss(None)
