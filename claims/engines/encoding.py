"""Extraction with the vectors of what is found, where claims are to be compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from claims.article import Article
from claims.claim import Claim
from claims.comparison.meaning.article_statements import statements_of
from claims.comparison.meaning.statement import Text
from claims.comparison.meaning.vectors import Both, texts_of, vectors_of
from claims.extraction.parallel import prepare
from claims.extraction.pipeline import Extraction

_MOST: Final = 2_000
"""Texts of one article whose vectors are made with its claims, which takes some seconds of those
that extracting from it may take; of more, whoever stores them makes them."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """The claims of an article with vectors of the texts that they are compared by.

    Args:
        vectors: Packed, by text; those that are lacking were not made.
    """

    claims: tuple[Claim, ...]
    vectors: Mapping[Text, Both]


def prepare_encoding(
    model: str | None,
) -> tuple[tuple[str, str], Callable[[Any], list[Encoded | Exception]]]:
    """What a process does first: as for extraction, and it loads the encoder."""
    identity, outcomes = prepare(model)
    # Whatever the text: no article is charged with the loading.
    vectors_of([Text("")])

    def encoded(batch: Sequence[Article]) -> list[Encoded | Exception]:
        return [_encoded(*one) for one in zip(batch, outcomes(batch), strict=True)]

    return identity, encoded


def _encoded(article: Article, found: Extraction) -> Encoded | Exception:
    if isinstance(found, Exception):
        return found
    texts = texts_of(statements_of(article.text, found))
    return Encoded(found, vectors_of(texts) if len(texts) <= _MOST else {})
