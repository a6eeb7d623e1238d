"""An article read in the review: the queue goes on from claim to claim, through other articles."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from db.claims.article_page import ArticleRow
from tui.article.screen import ArticleScreen
from tui.core.page_cache import ArticlePages
from tui.keys import keymap


class ReviewArticleScreen(ArticleScreen):
    """The article of the claim that is to be reviewed; the review takes it along.

    Args:
        pages: Where articles are read from.
        article_id: Of the claim.
        claim: Its number.
        step: Has the review go to the next claim, or the one before.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.QUEUE_ARTICLE
    EXPECTED = ArticleScreen.EXPECTED | {"review", "again", "queue"}

    def __init__(
        self, pages: ArticlePages, article_id: str, claim: int, step: Callable[[int], None]
    ) -> None:
        super().__init__(pages, article_id, claim)
        self._step = step
        self._progress = ""

    def tell_progress(self, progress: str) -> None:
        """Say how far the review is."""
        self._progress = progress
        self.tell_article()

    def facts_of(self, article: ArticleRow, *, brief: bool) -> list[str]:
        return [f"Review: {self._progress}", *super().facts_of(article, brief=brief)]

    def action_queue(self, step: int) -> None:
        self._step(step)
