"""Files, and names of what lies in them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from claims.reading import ReadingError
from claims.reading.formats.source import ArticlePaths, Source, within


def test_articles_are_named_by_what_identifies_them_each_of_its_own() -> None:
    names = ArticlePaths(Path("feed.xml"))
    told = ("https://a.example/x/", None, "a.example/x", "<b@c>")
    assert [str(names.name(one)) for one in told] == [
        "feed.xml#a.example/x", "feed.xml#2", "feed.xml#a.example/x~3", "feed.xml#b@c",
    ]  # fmt: skip


def test_so_are_files_of_one_name_in_an_archive() -> None:
    names = ArticlePaths(Path("a.zip"))
    told = ("one.txt", "./one.txt", "one.txt~2", "b/one.txt")
    assert [str(names.of_file(one)) for one in told] == [
        "a.zip#one.txt", "a.zip#one.txt~2", "a.zip#one.txt~2~2", "a.zip#b/one.txt",
    ]  # fmt: skip


def test_many_files_of_one_name_are_each_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(path: Path, name: str) -> Path:
        made.append(name)
        return within(path, name)

    monkeypatch.setattr("claims.reading.formats.source.within", counted)
    names = ArticlePaths(Path("a.zip"))
    assert len({names.of_file("page.html") for _ in range(300)}) == 300
    assert len(made) < 3 * 300


def test_no_name_leads_out_of_a_file() -> None:
    assert within(Path("a.zip"), "../../etc/./passwd\\x") == Path("a.zip#etc/passwd/x")


def test_what_lies_in_a_file_can_be_read_again() -> None:
    source = Source(Path("a.zip#b"), io.BytesIO(b"0123456789"))
    assert source.head() == source.data() == b"0123456789"
    with pytest.raises(ReadingError, match="the file is too large"):
        source.data(10)
