"""The fields of an article in a table, each with what columns that have it are usually called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "text": ("text", "body", "content", "articlebody", "article_text", "full_text",
             "content_text", "maintext", "content_html", "html"),
    "title": ("title", "headline", "name"),
    "outlet": ("outlet", "publisher", "publication", "source", "site", "newspaper"),
    "byline": ("byline", "author", "authors", "creator"),
    "published": ("published", "date", "date_published", "publish_date", "datepublished",
                  "published_at", "publication_date", "pubdate"),
    "url": ("url", "link", "href", "uri", "permalink"),
}  # fmt: skip
