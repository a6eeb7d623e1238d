"""How web pages are read: bodies, metadata and speed beside other libraries, in one run.

``python -m bench.quality.pages [FOLDER] [--claims] [--furnished]`` reads the pages of a folder with
gold, by default those of the tests; ``--furnished`` puts each among the menus, cards and scripts of
a large site, as most real pages are. A page's figure is the F1 of its body's words; trafilatura is
asked by itself, and readability-lxml and newspaper4k too where they are installed (``pip install
readability-lxml newspaper4k``). ``--claims`` extracts from the pages, and counts the claims that
are no article's.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from math import inf
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from typing import Final

from lxml import html as lxml_html
from trafilatura import bare_extraction
from trafilatura.settings import Document

from bench.made_up.page_parts import furnished
from claims.article import Article
from claims.reading import ReadingError, read_article
from claims.scoring.pages import GoldPage, body_of, gold_pages, token_f1

PAGES: Final = Path(__file__).parents[2] / "tests" / "gold" / "pages"
_ROUNDS: Final = 10

Read = Callable[[GoldPage], str]


def article_of(page: GoldPage) -> Article | None:
    """The page as Claims reads it; None where it is refused."""
    try:
        return read_article(page.path)
    except ReadingError:
        return None


def ours(page: GoldPage) -> str:
    """The body as Claims reads it; empty where the page is refused."""
    article = article_of(page)
    return body_of(article) if article else ""


def raw(page: GoldPage) -> str:
    """The body as trafilatura reads it by itself, and the metadata that we ask for too."""
    markup = page.path.read_text("utf-8")
    found = bare_extraction(markup, include_comments=False, with_metadata=True)
    return (found.text if isinstance(found, Document) else None) or ""


def readability(page: GoldPage) -> str:
    """The body as readability-lxml reads it."""
    # Imported late: it is hardly ever installed.
    from readability import Document as Readable  # type: ignore[import-not-found]

    summary = Readable(page.path.read_text("utf-8")).summary()
    return str(lxml_html.fromstring(summary).text_content())


def newspaper(page: GoldPage) -> str:
    """The body as newspaper4k reads it."""
    # Imported late: it is hardly ever installed.
    from newspaper import article  # type: ignore[import-not-found]

    found = article("https://page.example/", input_html=page.path.read_text("utf-8"))
    return str(found.text)


def readers() -> dict[str, Read]:
    """What reads pages here, by name, ours first."""
    found: dict[str, Read] = {"ours": ours, "raw": raw}
    others: dict[str, Read] = {"readability": readability, "newspaper": newspaper}
    return found | {name: read for name, read in others.items() if find_spec(name) is not None}


def main(folder: Path, *, claims: bool) -> None:
    """Print the figures of each page and of all."""
    pages, by_name = gold_pages(folder), readers()
    print(f"{'F1 of bodies':32} {' '.join(f'{name:>11}' for name in by_name)}")
    rows = []
    for page in pages:
        gold = "\n".join(page.body)
        rows.append([token_f1(read(page), gold) for read in by_name.values()])
        print(f"{page.path.name:32} {' '.join(f'{one:11.3f}' for one in rows[-1])}")
    means = [fmean(column) for column in zip(*rows, strict=True)]
    print(f"{'all':32} {' '.join(f'{one:11.3f}' for one in means)}")
    print_metadata(pages)
    if claims:
        print_junk(pages)
    print(f"{'time, as a multiple of raw':32} {times_raw(pages):11.2f}")


def times_raw(pages: list[GoldPage]) -> float:
    """How many times as long as trafilatura by itself we take.

    Of each page the shortest of some rounds count, in which the two take turns: a machine that
    slows down does so for both.
    """
    shortest = {read: dict.fromkeys(range(len(pages)), inf) for read in (ours, raw)}
    for _ in range(_ROUNDS):
        for number, page in enumerate(pages):
            for read, times in shortest.items():
                times[number] = min(times[number], _seconds(read, page))
    return sum(shortest[ours].values()) / sum(shortest[raw].values())


def print_metadata(pages: list[GoldPage]) -> None:
    """Print how many titles, bylines and dates are right, and what was invented."""
    right = {"title": 0, "byline": 0, "date": 0}
    invented = wrong = 0
    for page in pages:
        article = article_of(page)
        if article is None:
            continue
        day = article.published.value
        published = day.isoformat() if day else None
        right["title"] += article.title == page.title
        right["byline"] += article.byline == page.byline
        right["date"] += published == page.published
        invented += bool(set(article.byline) - set(page.byline))
        wrong += published is not None and published != page.published
    for name, number in right.items():
        print(f"{name + ' right':32} {number / len(pages):11.3f}")
    print(f"{'bylines with an invented person':32} {invented:11}")
    print(f"{'dates that are wrong':32} {wrong:11}")


def print_junk(pages: list[GoldPage]) -> None:
    """Print how many claims there are, and how many of them are in what is no article."""
    # Imported late: only --claims waits for it.
    from claims.extraction.pipeline import Extractor

    total = junk = 0
    by_path = {str(page.path): page for page in pages}
    articles = [article for page in pages if (article := article_of(page)) is not None]
    for article, found in Extractor().extract(articles):
        page = by_path[article.path]
        body = "\n".join((page.title, *page.body))
        for one in found:
            total += 1
            words = [article.text[piece.start : piece.end] for piece in one.content]
            junk += any(text not in body for text in words)
    print(f"{'claims':32} {total:11}")
    print(f"{'claims that are no article’s':32} {junk / max(total, 1):11.4f}")


def _seconds(read: Read, page: GoldPage) -> float:
    start = time.process_time()
    read(page)
    return time.process_time() - start


def furnish(folder: Path, made: Path) -> Path:
    """Copies of the pages of a folder, each among what a large site puts around."""
    for page in gold_pages(folder):
        (made / page.path.name).write_text(furnished(page.path.read_text("utf-8")), "utf-8")
        gold = page.path.with_suffix(".json")
        (made / gold.name).write_bytes(gold.read_bytes())
    return made


if __name__ == "__main__":
    given = [one for one in sys.argv[1:] if not one.startswith("--")]
    pages = Path(given[0]) if given else PAGES
    with TemporaryDirectory() as made:
        pages = furnish(pages, Path(made)) if "--furnished" in sys.argv else pages
        main(pages, claims="--claims" in sys.argv)
