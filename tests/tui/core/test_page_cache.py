"""Pages read lately are kept."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.claims.view import open_view
from db.query.model import ClaimQuery, QueryError
from tui.core.page_cache import ArticlePages


def test_a_page_is_read_once_until_all_are_forgotten(archive: Engine) -> None:
    pages = ArticlePages(archive)
    row = open_view(archive, ClaimQuery()).rows(0, 1)[0]
    assert pages.kept(row.article_id) is None
    page = pages.read(row.article_id, row.id)
    assert pages.read(row.article_id) is pages.kept(row.article_id, row.id) is page
    pages.forget()
    assert pages.kept(row.article_id) is None


def test_an_article_that_is_gone_is_told(archive: Engine) -> None:
    with pytest.raises(QueryError, match="there is no article"):
        ArticlePages(archive).read("a000000000000")
