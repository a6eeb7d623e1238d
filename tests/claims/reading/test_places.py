"""Paths and URLs: what is found there, and what is told where nothing can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.reading import ReadingError
from claims.reading.places import Place, find_places, is_url, open_place, size_of


def found(*places: str | Path) -> tuple[list[str], dict[str, int]]:
    passed_over: dict[str, int] = {}
    return [str(one) for one in find_places(places, passed_over)], passed_over


def test_a_url_is_told_from_a_path() -> None:
    urls = ("s3://desk/2024", "file:///srv/a.txt", "zip://*.txt::file:///a.zip", "memory://a")
    assert all(map(is_url, urls))
    paths: tuple[Place, ...] = ("articles/a.txt", "C:\\news", "a:b.txt", Path("s3:/desk"), "http:")
    assert not any(map(is_url, paths))


def test_a_folder_at_a_url_is_walked_like_one_here(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "deep/c.jsonl", "d.exe", "README", ".hidden/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Rain fell on the harbor.")
    url = f"file://{tmp_path}"
    names = ["a.html", "b.txt", "deep/c.jsonl"]
    assert found(url) == ([f"{url}/{name}" for name in names], {".exe": 1, "README": 1})
    assert found(tmp_path) == ([str(tmp_path / name) for name in names], {".exe": 1, "README": 1})
    assert found(f"{url}/d.exe") == ([f"{url}/d.exe"], {})


def test_the_size_and_the_bytes_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Rain fell.")
    for place in (path, f"file://{path}"):
        assert size_of(place) == 10
        with open_place(place) as stream:
            stream.seek(5)
            assert stream.read() == b"fell."


def test_what_cannot_be_read_is_one_line_with_the_url(tmp_path: Path) -> None:
    missing = f"file://{tmp_path}/none.txt"
    assert found(missing)[0] == [f"{missing}: no such file or folder"]
    (tmp_path / "empty").mkdir()
    [told] = found(f"file://{tmp_path}/empty")[0]
    assert told.startswith(f"file://{tmp_path}/empty: the folder holds nothing to read (")
    [told] = found("tapes://desk/a.txt")[0]
    assert told.startswith("tapes://desk/a.txt: ")
    assert "\n" not in told
    for act in (size_of, open_place):
        with pytest.raises(ReadingError, match=r"^file:///\S+: no such file or folder$"):
            act(missing)
