"""What stands on every page."""

from __future__ import annotations

from claims.reading.formats.readers.printed.lines import Line
from claims.reading.formats.readers.printed.running import without_running


def line(text: str, height: float, page: int, size: float = 10) -> Line:
    return Line(text, (50, height, 500, height + size), size, page, edge=height > 750)


def body(page: int) -> list[Line]:
    name = ("one", "two", "three")[page]
    return [line(f"Row {row} of page {name}", 600 - 12 * row, page) for row in range(9)]


def kept(*pages: list[Line]) -> list[str]:
    found = [one.text for page in without_running(pages) for one in page]
    return [text for text in found if not text.startswith("Row")]


def test_headers_and_page_numbers_are_left_out_however_broad_the_margin() -> None:
    pages = [
        [line(f"The Gazette, page {page}", 690, page), *body(page), line(f"{page}", 90, page)]
        for page in range(3)
    ]
    assert kept(*pages) == []


def test_a_title_that_a_header_repeats_in_small_stays() -> None:
    pages = [[line("A ferry stays", 780, page, size=8), *body(page)] for page in range(3)]
    pages[0].insert(1, line("A ferry stays", 755, 0, size=28))
    assert kept(*pages) == ["A ferry stays"]


def test_lines_that_only_open_pages_alike_stay() -> None:
    pages = [[line("He said so.", 700 - 30 * page, page), *body(page)] for page in range(3)]
    assert kept(*pages) == ["He said so."] * 3
