"""Article pages read lately, kept, since the claims of one article often follow each other."""

from __future__ import annotations

from sqlalchemy import Engine
from textual.cache import LRUCache

from db.reader import ArticlePage, read_page

KEPT_PAGES = 16


class ArticlePages:
    """Reads and keeps pages; safe in any thread."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._kept: LRUCache[str, ArticlePage] = LRUCache(KEPT_PAGES)

    def kept(self, article_id: str) -> ArticlePage | None:
        """The page, if it is here."""
        return self._kept.get(article_id)

    def read(self, article_id: str) -> ArticlePage:
        """The page, read from the database if need be.

        Raises:
            ArchiveError: The database cannot be read, or the article is gone.
        """
        page = self._kept.get(article_id)
        if page is None:
            page = read_page(self.engine, article_id)
            self._kept[article_id] = page
        return page

    def forget(self) -> None:
        """Read everything anew from now on."""
        self._kept.clear()
