"""Reading within limits: one page that takes too long is refused, and the next is read."""

from __future__ import annotations

import json
import multiprocessing
import zipfile
from pathlib import Path

import pytest

from claims.article import Article
from claims.processes.limits import Limits
from claims.reading import BoundedReader, ReadingError, read_article, read_articles
from claims.reading.bounded import WATCHED_FROM

SENTENCE = "The harbour office said on Monday that the old quay would be closed in March."


def page(path: Path, paragraphs: int) -> Path:
    body = "".join(f"<p>{SENTENCE} It gave reason {one}.</p>" for one in range(paragraphs))
    path.write_text(
        f"<html><head><title>The quay closes</title></head><body><article>{body}</article></body>"
    )
    return path


def test_a_long_page_is_read_as_a_short_one_is(tmp_path: Path) -> None:
    path = page(tmp_path / "long.html", 3000)
    assert path.stat().st_size > WATCHED_FROM
    with BoundedReader() as reader:
        assert list(reader.read(path)) == [read_article(path)]
        assert len(multiprocessing.active_children()) == 1
    assert multiprocessing.active_children() == []


def test_a_short_page_needs_no_process(tmp_path: Path) -> None:
    path = page(tmp_path / "short.html", 10)
    with BoundedReader() as reader:
        assert list(reader.read(path)) == [read_article(path)]
        assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        (
            Limits(seconds=0.05),
            "cannot be read: it takes more than the limit of 0.05 s of processor",
        ),
        (Limits(megabytes=5), "cannot be read: it takes more than the limit of 5 MB of memory"),
    ],
)
def test_a_page_over_a_limit_is_refused_alone(tmp_path: Path, limits: Limits, told: str) -> None:
    with BoundedReader(limits) as reader:
        for _ in range(2):
            with pytest.raises(ReadingError, match=told):
                list(reader.read(page(tmp_path / "endless.html", 20_000)))
            [short] = reader.read(page(tmp_path / "short.html", 10))
            assert isinstance(short, Article)
            assert short.text.startswith(SENTENCE)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("name", ["box.zip", "rows.jsonl"])
def test_what_follows_on_an_error_in_a_file_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "rows.jsonl":
        good = json.dumps({"title": "The quay closes", "text": SENTENCE})
        path.write_text(f"{good}\nno json\n{good}\n")
    else:
        with zipfile.ZipFile(path, "w") as packed:
            for one, text in (("a.txt", SENTENCE), ("b.txt", ""), ("c.txt", SENTENCE)):
                packed.writestr(one, text)
    with BoundedReader() as reader:
        found = list(reader.read(path))
    assert [type(one).__name__ for one in found] == ["Article", "ReadingError", "Article"]


@pytest.mark.slow
def test_a_long_file_that_is_no_article_says_so_itself(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text("<html><body>" + "<br>" * (WATCHED_FROM // 4))
    with BoundedReader() as reader, pytest.raises(ReadingError, match="no article was found"):
        list(reader.read(path))


def test_each_article_of_a_file_is_read_within_the_limits(tmp_path: Path) -> None:
    path = tmp_path / "box.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for name in ("a.html", "b.html"):
            packed.write(page(tmp_path / name, 10), name)
        packed.writestr("c.png", b"")
    with BoundedReader() as reader:
        assert list(reader.read(path)) == list(read_articles(path))
        assert [type(one).__name__ for one in reader.read(path)] == [
            "Article", "Article", "PassedOver",
        ]  # fmt: skip
