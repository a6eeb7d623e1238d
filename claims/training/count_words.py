"""Count how common words are in news: ``python -m claims.training.count_words FOLDER`` writes
``claims/language/words/comparison/common.txt``, and ``even.txt`` beside it.

FOLDER holds articles as text files; the shipped list was counted on the training articles of
PolNeAR (Newell, Margolin, Ruths, LREC 2018). What is kept are words by how many articles they
stand in, no text: section k has those of about one article in 2 to the power of k. The other list
has rare words that stand in about as many articles as if they fell on them by chance (residual
inverse document frequency, Church and Gale 1995): "circumstance" is what no article is about.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from pathlib import Path
from typing import Final

from claims.comparison.rarity import RAREST
from claims.comparison.words import words_of

TABLE: Final = Path(__file__).parents[1] / "language" / "words" / "comparison" / "common.txt"

_HEADER: Final = """\
# Words of news by how common they are: section k has those of about one article in 2^k.
# A word that is missing is rarer than any here; names are left out, as they are of their time.
# Made by "python -m claims.training.count_words".
"""

EVEN: Final = TABLE.with_name("even.txt")

_EVEN_HEADER: Final = """\
# Words that are rare in news and yet no topic: they stand in any article, once, as chance has it.
# Made by "python -m claims.training.count_words".
"""
_FEWEST: Final = 8
"""Articles that a word stands in at least for anything to be said of how."""

_RARE: Final = 6
"""The step of rarity from which a word is a topic by itself, unless it is even."""

_CHANCE: Final = 0.2
"""Bits by which a word is in fewer articles than by chance, of words that are even."""


def table(texts: list[str]) -> str:
    """The list as text, words by alphabet."""
    counted = Counter(word for text in texts for word in _words(text))
    sections: dict[int, list[str]] = {step: [] for step in range(RAREST)}
    for word, count in sorted(counted.items()):
        step = round(math.log2(len(texts) / count))
        if step < RAREST:
            sections[step].append(word)
    return _HEADER + "".join(f"\n[{step}]\n{_lines(found)}" for step, found in sections.items())


def even(texts: list[str]) -> str:
    """The rare words that are spread evenly, as text, by alphabet."""
    articles, occurrences, forms = Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        keys = [word.key for word in words_of(text)]
        small = _words(text)
        occurrences.update(map(_singular, keys))
        articles.update(set(map(_singular, keys)))
        forms.update(small)
    found = [
        word
        for word in sorted(set(map(_singular, forms)))
        if word.isalpha()
        and articles[word] >= _FEWEST
        and round(math.log2(len(texts) / max(forms[word], 1))) >= _RARE
        and _beyond_chance(articles[word], occurrences[word], len(texts)) < _CHANCE
    ]
    return f"{_EVEN_HEADER}{_lines(found)}"


def _beyond_chance(articles: int, occurrences: int, of: int) -> float:
    """By how many bits a word is in fewer articles than by chance."""
    return math.log2(of / articles) + math.log2(1 - math.exp(-occurrences / of))


def _singular(key: str) -> str:
    """The singular of a word, about."""
    if key.endswith("ies"):
        return f"{key.removesuffix('ies')}y"
    if key.endswith(("sses", "shes", "ches", "xes")):
        return key.removesuffix("es")
    return key if key.endswith(("ss", "us", "is")) else key.removesuffix("s")


def _words(text: str) -> set[str]:
    """The words that stand in small letters somewhere: names are of their time and not counted."""
    return {word.key for word in words_of(text) if text[word.start : word.end].islower()}


def _lines(words: list[str]) -> str:
    return "".join(" ".join(words[at : at + 12]) + "\n" for at in range(0, len(words), 12))


if __name__ == "__main__":
    counted_on = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    TABLE.write_text(table(counted_on), encoding="utf-8")
    EVEN.write_text(even(counted_on), encoding="utf-8")
