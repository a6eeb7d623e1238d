"""Vectors of texts as an archive keeps them; the same is said again and again, and read once."""

from __future__ import annotations

from collections.abc import Container, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from claims.comparison.meaning.contents import says_something
from claims.comparison.meaning.statement import Statement, Text
from claims.comparison.meaning.storage import packed

# Imported late: the inference runtime, for which only what makes vectors is to wait.
if TYPE_CHECKING:
    from claims.comparison.meaning.encoder import Encoder

_REMEMBERED: Final = 10_000
"""Texts whose vectors are kept in memory."""


Both = tuple[bytes, bytes]
"""The packed vectors of a text: of the whole and of its content."""


def texts_of(statements: Iterable[Statement], made: Container[Text] = ()) -> list[Text]:
    """The texts of statements whose vectors are compared, each once; those that say nothing are
    not.

    Args:
        statements: Whose.
        made: Texts whose vectors are made already: they say something.
    """
    return list(
        dict.fromkeys(
            text for said in statements if (text := said.text) in made or says_something(said.bare)
        )
    )


def vectors_of(texts: Iterable[Text], threads: int = 1) -> dict[Text, Both]:
    """The packed vectors of each text.

    Args:
        texts: Whose.
        threads: How many make them at once.
    """
    distinct = list(dict.fromkeys(texts))
    if threads == 1 or len(distinct) < 2:
        return {text: _both(text) for text in distinct}
    # Before the threads begin, as each would load the weights.
    _both(distinct[0])
    with ThreadPoolExecutor(threads) as several:
        return dict(zip(distinct, several.map(_both, distinct), strict=True))


def nearness(one: Text, other: Text) -> float:
    """How near two contents are in matter, whether they say the same, another number or the
    opposite: their cosine by the weights as published."""
    return float(_of_matter(one) @ _of_matter(other))


@lru_cache(_REMEMBERED)
def _of_matter(text: Text) -> NDArray[np.float32]:
    [(_, content)] = _encoder(published=True).encode([text])
    vector: NDArray[np.float32] = content
    return vector


@lru_cache(_REMEMBERED)
def _both(text: Text) -> Both:
    [vectors] = _encoder().encode([text])
    whole, content = packed(vectors)
    return whole, content


@cache
def _encoder(*, published: bool = False) -> Encoder:
    # Imported late: as above.
    from claims.comparison.meaning.encoder import PUBLISHED, SHIPPED, Encoder

    # One thread, as whoever wants more makes several texts at once.
    return Encoder(PUBLISHED if published else SHIPPED, threads=1)
