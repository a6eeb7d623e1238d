"""An article as read."""

from __future__ import annotations

import pytest

from claims.article import Article, shown_title


@pytest.mark.parametrize(
    ("title", "path", "shown"),
    [
        ("A wall", "news/wall.html", "A wall"),
        (None, "news/wall.html", "wall.html"),
        ("", "news\\wall.html", "wall.html"),
    ],
)
def test_an_article_without_title_is_called_by_its_file(
    title: str | None, path: str, shown: str
) -> None:
    assert shown_title(title, path) == shown


def test_its_hash_is_that_of_its_text() -> None:
    one, copied = Article("a.txt", "The dam held."), Article("b.txt", "The dam held.")
    assert one.sha256 == copied.sha256 != Article("a.txt", "The dam fell.").sha256
