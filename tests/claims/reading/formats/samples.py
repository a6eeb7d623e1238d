"""Prose for the files of these tests, files made by hand, and how they are read."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from claims.article import Article, SegmentKind
from claims.reading import Options, PassedOver, ReadingError, read_articles
from claims.reading.formats.source import Outcome

FILES: Final = Path(__file__).with_name("files")
P1: Final = "The ferry board met on Monday and put off its vote on the new line until the autumn."
P2: Final = (
    "“Nobody has signed anything,” said Ilse Brandt, a fellow at the Harbour Institute in Oslo."
)
P3: Final = "Ms. Brandt said that the line would be built only if both towns shared the cost of it."
BODY: Final = (P1, P2, P3)
TITLE: Final = "Ferry Vote Put Off Until Autumn"


def written(folder: Path, name: str, data: bytes | str) -> Path:
    """A file with these bytes."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def zipped(files: dict[str, str | bytes]) -> bytes:
    """A ZIP archive of files by name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            # Always the same bytes: test processes compare the names of tests that have them.
            packed.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def outcomes(path: Path, options: Options | None = None) -> list[Outcome]:
    """All that lies in a file."""
    return list(read_articles(path, options or Options()))


def articles(path: Path, options: Options | None = None) -> list[Article]:
    """The articles in a file, in which nothing fails."""
    found = outcomes(path, options)
    assert not [one for one in found if isinstance(one, ReadingError)]
    return [one for one in found if isinstance(one, Article)]


def passed_over(path: Path) -> list[str]:
    """The kinds of what is passed over in a file."""
    return [one.kind for one in outcomes(path) if isinstance(one, PassedOver)]


def by_kind(told: Iterable[PassedOver]) -> dict[str, int]:
    """How many files of each kind were passed over."""
    found: Counter[str] = Counter()
    for one in told:
        found[one.kind] += one.files
    return found


def article(path: Path, options: Options | None = None) -> Article:
    """The one article in a file, whose segments lie in its text."""
    [found] = articles(path, options)
    for one in found.segments:
        assert found.text[one.start : one.end].strip() == found.text[one.start : one.end]
    return found


def texts(found: Article, *kinds: SegmentKind) -> tuple[str, ...]:
    """The texts of an article's segments of some kinds, paragraphs if none is given."""
    wanted = kinds or (SegmentKind.PARAGRAPH,)
    return tuple(found.text[one.start : one.end] for one in found.segments if one.kind in wanted)
