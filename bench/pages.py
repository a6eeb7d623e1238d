"""How web pages are read: bodies and speed against trafilatura's own, in one run.

``python -m bench.pages [FOLDER]`` reads the pages of a folder with gold, by default those of the
tests. A page's figure is the F1 of its body's words; the last column is ours less trafilatura's.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import fmean
from typing import Final

from trafilatura import bare_extraction
from trafilatura.settings import Document

from claims.reading import ReadingError, read_article
from claims.scoring.pages import GoldPage, body_of, gold_pages, token_f1

PAGES: Final = Path(__file__).parents[1] / "tests" / "gold" / "pages"
_ROUNDS: Final = 5


def ours(page: GoldPage) -> str:
    """The body as Claims reads it; empty where the page is refused."""
    try:
        return body_of(read_article(page.path))
    except ReadingError:
        return ""


def raw(page: GoldPage) -> str:
    """The body as trafilatura reads it by itself, and the metadata that we ask for too."""
    markup = page.path.read_text("utf-8")
    found = bare_extraction(markup, include_comments=False, with_metadata=True)
    return (found.text if isinstance(found, Document) else None) or ""


def main(folder: Path) -> None:
    """Print the figures of each page and of all."""
    pages = gold_pages(folder)
    rows = [[token_f1(read(page), "\n".join(page.body)) for read in (ours, raw)] for page in pages]
    for page, (own, theirs) in zip(pages, rows, strict=True):
        print(f"{page.path.name:32} {own:.3f} {theirs:.3f} {own - theirs:+.3f}")
    own, theirs = (fmean(column) for column in zip(*rows, strict=True))
    print(f"{'F1 of bodies, ours and raw':32} {own:.3f} {theirs:.3f} {own - theirs:+.3f}")
    times = [min(_seconds(read, pages) for _ in range(_ROUNDS)) for read in (ours, raw)]
    print(f"{'time, as a multiple of raw':32} {times[0] / times[1]:.2f}")


def _seconds(read: Callable[[GoldPage], str], pages: list[GoldPage]) -> float:
    start = time.process_time()
    for page in pages:
        read(page)
    return time.process_time() - start


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
