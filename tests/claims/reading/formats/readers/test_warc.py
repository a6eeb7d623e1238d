"""WARC as Wget writes it, and WACZ."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from claims.article import Article
from claims.reading import ReadingError, read_articles
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
    found = read_articles(path)
    assert isinstance(next(found), Article)
    with pytest.raises(ReadingError, match="it ends in the middle of a record"):
        list(found)
    with pytest.raises(ReadingError, match="it is no WARC file"):
        outcomes(written(tmp_path, "no.warc", b"This is a letter, not an archive.\n" * 20))


def test_an_archive_that_is_cut_off_says_so(tmp_path: Path) -> None:
    data = (FILES / "pages.warc.gz").read_bytes()
    starts = [at for at in range(len(data)) if data.startswith(b"\x1f\x8b\x08", at)]
    assert len(starts) > 5
    for at in starts[1:]:
        outcomes(written(tmp_path, "whole.warc.gz", data[:at]))
        with pytest.raises(ReadingError, match="it ends in the middle of a record"):
            outcomes(written(tmp_path, "cut.warc.gz", data[: at + 8]))


def test_a_page_that_is_cut_off_is_no_article(tmp_path: Path) -> None:
    with gzip.open(FILES / "pages.warc.gz") as packed:
        data = packed.read()
    assert len(articles(written(tmp_path, "whole.warc", data))) == 2
    middle = data.index(b"<article") + 500
    *_, last = outcomes(written(tmp_path, "cut.warc", data[:middle]))
    assert isinstance(last, ReadingError)
    assert last.reason == "the file ends in the middle of this page"


def test_records_that_a_library_stumbles_on_say_so(tmp_path: Path) -> None:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:u"
    with pytest.raises(ReadingError, match="it ends in the middle of a record"):
        outcomes(written(tmp_path, "cut.warc", head))
    with pytest.raises(ReadingError, match="it is a damaged WACZ file"):
        outcomes(written(tmp_path, "cut.wacz", b"PK\x03\x04 and no more"))
