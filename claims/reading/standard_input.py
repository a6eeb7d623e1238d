"""Texts that are of no file: what is pasted or piped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from claims.article import Article
from claims.reading.plain import read_text
from claims.reading.text.language import language_of

_PREFIX: Final = "text:"
_NAME: Final = Path("standard input")


def given_text(data: bytes, encoding: str | None = None, title: str | None = None) -> Article:
    """An article whose text was handed over; its hash stands for the path of a file.

    Args:
        data: The text.
        encoding: What it is to be read as; None to find out.
        title: Of the article; None where the text may begin with it.

    Raises:
        ReadingError: It is empty or binary.
    """
    article = read_text(_NAME, data, encoding, title)
    return replace(
        article,
        path=f"{_PREFIX}{article.sha256[:12]}",
        language=language_of(article.text),
    )


def is_text_given(path: str) -> bool:
    """Whether the path of an article is none of a file."""
    return path.startswith(_PREFIX)
