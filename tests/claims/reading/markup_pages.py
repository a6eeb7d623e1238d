"""Pages in HTML, read."""

from __future__ import annotations

from pathlib import Path

from claims.article import Article
from tests.claims.reading.samples import PARAGRAPHS, read_page

TITLE = "Two capitals haggle over a pipeline"

BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def read(folder: Path, body: str, head: str = "") -> Article:
    """Read a page with this in its body and its head."""
    markup = (
        f"<!DOCTYPE html><html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"
    )
    return read_page(folder, markup, "page.html")


def simple(folder: Path, head: str = "", above: str = "", byline: str = "") -> Article:
    """Read an article with an element above its heading and one below."""
    return read(folder, f"{above}<h1>{TITLE}</h1>{byline}{BODY}", head)
