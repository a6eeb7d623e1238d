"""A made up extraction that does at once with any article but one, which it never has done.

How fast a machine is decides nothing then: no limit is high enough for the one, and the others
take no time at all. The processes that do it are real, and so is what watches them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from claims.article import Article
from claims.claim import Claim, ClaimType, Span

HOSTILE: Final = "The gate swings without end."
"""What the hostile article has."""


def prepare(model: str | None) -> tuple[tuple[str, str], Callable[[Any], list[tuple[Claim, ...]]]]:
    """What an extracting process does first, in place of loading a model."""
    return ("made up", "1"), _outcomes


def prepare_patient(
    model: str | None,
) -> tuple[tuple[str, str], Callable[[Any], list[tuple[Claim, ...]]]]:
    """The same before it became endless."""
    return ("made up", "0"), lambda batch: [_claims(article) for article in batch]


def _outcomes(batch: Sequence[Article]) -> list[tuple[Claim, ...]]:
    while any(HOSTILE in article.text for article in batch):
        pass
    return [_claims(article) for article in batch]


def _claims(article: Article) -> tuple[Claim, ...]:
    """One claim, which is the first letter."""
    return (Claim(type=ClaimType.INDIRECT, content=(Span(0, 1),), cue=(), source=(), speakers=()),)
