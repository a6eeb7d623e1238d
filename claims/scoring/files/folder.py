"""Gold folders: ``text/NAME.txt`` or ``.html`` with ``attributions/NAME_ANNOTATOR.ann``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claims.reading import ReadingError, read_article
from claims.scoring.files.errors import ScoringError
from claims.system_error import system_reason

_PLAIN: Final = ".txt"
_MARKUP: Final = frozenset({".html", ".htm", ".xhtml"})


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article of a gold folder and the annotation that counts for it."""

    path: Path
    annotation: Path

    @property
    def name(self) -> str:
        """The article's file name, by which predictions are found."""
        return self.path.name


def gold_articles(folder: Path) -> Iterator[GoldArticle]:
    """The folder's articles that have an annotation, by name, each with its first annotator's.

    Raises:
        ScoringError: The folder has no ``text`` folder.
    """
    texts = folder / "text"
    if not texts.is_dir():
        reason = "no folder named text in it" if folder.is_dir() else "no such folder"
        raise ScoringError(f"{folder}: {reason}")
    annotations: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rpartition("_")[0], path)
    for path in sorted(texts.iterdir()):
        if path.suffix in {_PLAIN, *_MARKUP} and path.stem in annotations:
            yield GoldArticle(path, annotations[path.stem])


def read_article_text(path: Path) -> str:
    """The text that an article's gold offsets point into: the file's own, or the page's body.

    Raises:
        ScoringError: The article cannot be read.
    """
    try:
        if path.suffix in _MARKUP:
            return read_article(path).text
        return path.read_bytes().decode("utf-8")
    except ReadingError as error:
        raise ScoringError(str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ScoringError(f"{path}: {system_reason(error)}") from error
