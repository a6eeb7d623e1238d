"""The articles of a training folder: of a gold folder, or of one that has only texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claims.scoring import GoldAttribution, gold_articles, read_article_text, read_gold


@dataclass(frozen=True, slots=True)
class Text:
    """An article to learn from; ``annotation`` is None where nobody marked it."""

    path: Path
    annotation: Path | None = None

    @property
    def name(self) -> str:
        """The file name, by which names, parses and beliefs are found."""
        return self.path.name

    def read(self) -> str:
        """The text that offsets point into."""
        return read_article_text(self.path)

    def gold(self) -> tuple[GoldAttribution, ...] | None:
        """The attributions that were marked."""
        return None if self.annotation is None else read_gold(self.annotation)


def texts(folder: Path) -> Iterator[Text]:
    """The articles of a gold folder; without a folder ``attributions``, all of ``text``.

    Args:
        folder: With ``text/NAME.txt`` and, if it is gold, ``attributions/NAME_ANNOTATOR.ann``.
    """
    if (folder / "attributions").is_dir():
        yield from (Text(one.path, one.annotation) for one in gold_articles(folder))
    else:
        yield from map(Text, sorted((folder / "text").glob("*.txt")))
