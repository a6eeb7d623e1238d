"""WARC as Wget writes it, and WACZ."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.article import Article
from claims.reading import ReadingError
from tests.claims.reading.formats.samples import FILES, articles, outcomes, written, zipped


def test_pages_that_were_found_are_articles_with_address_and_date_of_the_copy() -> None:
    night, storm = articles(FILES / "pages.warc.gz")
    assert night.title == "Why the night trains are full"
    assert night.url == "http://127.0.0.1:8766/night.html"
    assert night.path.endswith("pages.warc.gz#127.0.0.1:8766/night.html")
    assert str(night.fetched.value) == "2026-11-29"
    assert storm.title is not None
    assert storm.title.startswith("Storm Edda live")


def test_a_wacz_holds_them_too(tmp_path: Path) -> None:
    packed = zipped(
        {"datapackage.json": "{}", "archive/data.warc.gz": (FILES / "pages.warc.gz").read_bytes()}
    )
    found = articles(written(tmp_path, "crawl.wacz", packed))
    plain = articles(FILES / "pages.warc.gz")
    assert [one.text for one in found] == [one.text for one in plain]


def test_what_is_damaged_says_so_after_what_could_be_read(tmp_path: Path) -> None:
    data = (FILES / "pages.warc.gz").read_bytes()
    path = written(tmp_path, "cut.warc.gz", data[: len(data) * 2 // 3])
    assert [one for one in outcomes(path) if isinstance(one, Article)]
    with pytest.raises(ReadingError, match="it is no WARC file"):
        outcomes(written(tmp_path, "no.warc", b"This is a letter, not an archive.\n" * 20))
