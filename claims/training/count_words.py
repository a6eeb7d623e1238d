"""Count how common words are in news: ``python -m claims.training.count_words FOLDER`` writes
``claims/language/words/comparison/common.txt``.

FOLDER holds articles as text files; the shipped list was counted on the training articles of
PolNeAR (Newell, Margolin, Ruths, LREC 2018). What is kept are words by how many articles they
stand in, no text: section k has those of about one article in 2 to the power of k.
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


def table(texts: list[str]) -> str:
    """The list as text, words by alphabet."""
    counted = Counter(word for text in texts for word in _words(text))
    sections: dict[int, list[str]] = {step: [] for step in range(RAREST)}
    for word, count in sorted(counted.items()):
        step = round(math.log2(len(texts) / count))
        if step < RAREST:
            sections[step].append(word)
    return _HEADER + "".join(f"\n[{step}]\n{_lines(found)}" for step, found in sections.items())


def _words(text: str) -> set[str]:
    """The words that stand in small letters somewhere: names are of their time and not counted."""
    return {word.key for word in words_of(text) if text[word.start : word.end].islower()}


def _lines(words: list[str]) -> str:
    return "".join(" ".join(words[at : at + 12]) + "\n" for at in range(0, len(words), 12))


if __name__ == "__main__":
    counted_on = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    TABLE.write_text(table(counted_on), encoding="utf-8")
