"""Article pages read lately, kept, since the claims of one article often follow each other."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Engine
from textual.cache import LRUCache

from db.claims.article_page import ArticlePage, read_page

KEPT_PAGES: Final = 16


class ArticlePages:
    """Reads and keeps pages; safe in any thread."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._kept: LRUCache[str, ArticlePage] = LRUCache(KEPT_PAGES)

    def kept(self, article_id: str, claim: int | None = None) -> ArticlePage | None:
        """The page, if it is here; with a claim, the page of the text that the claim stands in."""
        page = self._kept.get(article_id)
        if page is None or claim is None or page.claim(claim) is not None:
            return page
        return self._kept.get(f"{article_id} {claim}")

    def read(self, article_id: str, claim: int | None = None) -> ArticlePage:
        """The page, as with `kept`, read from the database if need be.

        Raises:
            QueryError: The article is gone.
            ArchiveError: The database cannot be read.
        """
        page = self.kept(article_id, claim)
        if page is None:
            page = read_page(self.engine, article_id)
            self._kept[article_id] = page
            if claim is not None and page.claim(claim) is None:
                page = read_page(self.engine, article_id, claim)
                self._kept[f"{article_id} {claim}"] = page
        return page

    def forget(self) -> None:
        """Read everything anew from now on."""
        self._kept.clear()
