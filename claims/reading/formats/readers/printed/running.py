"""What stands on every page of a printed file: headers, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from claims.reading.formats.readers.printed.lines import Line, middle

_DIGITS: Final = re.compile(r"\d+|\b[ivxl]+\b")
_PAGE_NUMBER: Final = re.compile(
    r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
_ROWS: Final = 2
"""From the top and the foot of a page in which running lines stand, however broad its margins."""

_Key = tuple[str, float, int]


def without_running(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The pages without what stands at the edge of several of them, page numbers apart."""
    keys = [{id(line): key for line, key in _at_edge(page)} for page in pages]
    counts = Counter(key for page in keys for key in set(page.values()))
    often = max(2, len(pages) // 3)

    def runs(line: Line, page: dict[int, _Key]) -> bool:
        key = page.get(id(line))
        return key is not None and (
            _PAGE_NUMBER.fullmatch(line.text) is not None or counts[key] >= often
        )

    return [
        [line for line in page if not runs(line, known)]
        for page, known in zip(pages, keys, strict=True)
    ]


def _at_edge(page: Sequence[Line]) -> Iterator[tuple[Line, _Key]]:
    """The lines at a page's edge with what those of other pages have in common if they run.

    Farther in, they also stand at the same height.
    """
    heights = sorted({round(middle(line)) for line in page})
    outer = {*heights[:_ROWS], *heights[-_ROWS:]}
    for line in page:
        height = round(middle(line))
        if line.edge or height in outer:
            text = _DIGITS.sub("0", line.text.casefold())
            yield line, (text, line.size, 0 if line.edge else height)
