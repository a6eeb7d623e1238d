"""Paths and URLs: what is found there, and what is told where nothing can be."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import fsspec
import pytest
from fsspec.spec import AbstractBufferedFile, AbstractFileSystem

from claims.reading import Options, ReadingError
from claims.reading.formats.source import PassedOver
from claims.reading.locations import (
    Location,
    find_locations,
    from_root,
    is_url,
    open_location,
    size_of,
)
from claims.reading.pieces import PIECE, pieces_of, read_piece
from tests.claims.reading.formats.samples import by_kind


class Remote(AbstractFileSystem):  # type: ignore[misc]  # fsspec has no types
    """A store as those of the cloud are: folders are names, and fifty million bytes are fetched
    ahead of what is read unless it is told otherwise."""

    protocol = "remote"
    cachable = False
    objects: ClassVar[dict[str, bytes]] = {}
    fetched: ClassVar[list[int]] = []

    def info(self, path: str, **_: object) -> dict[str, object]:
        path = self._strip_protocol(path)
        if path in self.objects:
            return {"name": path, "type": "file", "size": len(self.objects[path])}
        if any(name.startswith(f"{path}/") for name in self.objects):
            return {"name": path, "type": "directory", "size": 0}
        raise FileNotFoundError(path)

    def ls(self, path: str, detail: bool = True, **_: object) -> list[object]:
        path = self._strip_protocol(path).rstrip("/")
        below = (name for name in self.objects if name.startswith(f"{path}/"))
        names = {path + "/" + name[len(path) + 1 :].partition("/")[0] for name in below}
        return [self.info(name) if detail else name for name in sorted(names)]

    def _open(self, path: str, mode: str = "rb", **how: object) -> AbstractBufferedFile:
        how["block_size"] = how["block_size"] or 50_000_000
        return RemoteFile(self, path, mode, **how)


class RemoteFile(AbstractBufferedFile):  # type: ignore[misc]  # likewise
    def _fetch_range(self, start: int, end: int) -> bytes:
        data = Remote.objects[self.path][start:end]
        Remote.fetched.append(len(data))
        return data


@pytest.fixture
def remote() -> type[Remote]:
    """A store at ``remote://`` with a folder of three files, one of them big."""
    fsspec.register_implementation("remote", Remote, clobber=True)
    rain = b"Rain fell on the harbor. " * 80
    lines = b"".join(b'{"text": "%d. %s"}\n' % (number, rain) for number in range(7_000))
    Remote.objects = {
        "desk/2024/a b.txt": b"Rain fell.",
        "desk/2024/deep/rain.jsonl": lines,
        "desk/2024/notes.exe": b"",
    }
    Remote.fetched = []
    return Remote


def test_a_folder_of_a_store_is_walked(remote: type[Remote]) -> None:
    names = ["remote://desk/2024/a b.txt", "remote://desk/2024/deep/rain.jsonl"]
    for url in ("remote://desk/2024", "remote://desk/2024/", "remote://desk"):
        assert found(url) == (names, {".exe": 1})
    assert found(names[0]) == ([names[0]], {})
    assert found("remote://desk/none")[0] == ["remote://desk/none: no such file or folder"]


def test_no_more_of_a_big_file_is_fetched_than_a_piece_needs(remote: type[Remote]) -> None:
    url = "remote://desk/2024/deep/rain.jsonl"
    pieces = list(pieces_of(url))
    assert pieces[0].size > 3 * PIECE
    told = list(read_piece(pieces[1], Options()))
    assert len(told) > PIECE / 2_100
    assert sum(remote.fetched) < 2 * PIECE


def found(*locations: str | Path) -> tuple[list[str], dict[str, int]]:
    passed_over: list[PassedOver] = []
    return [str(one) for one in find_locations(locations, passed_over.append)], by_kind(passed_over)


def test_a_url_is_told_from_a_path() -> None:
    urls = ("s3://desk/2024", "file:///srv/a.txt", "zip://*.txt::file:///a.zip", "memory://a")
    assert all(map(is_url, urls))
    paths: tuple[Location, ...] = (
        "articles/a.txt",
        "C:\\news",
        "a:b.txt",
        Path("s3:/desk"),
        "http:",
    )
    assert not any(map(is_url, paths))


def test_a_path_from_the_root_goes_neither_up_nor_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real" / "inner").mkdir(parents=True)
    (tmp_path / "linked").symlink_to(tmp_path / "real" / "inner")
    monkeypatch.chdir(tmp_path / "real")

    assert from_root("a.txt") == str(tmp_path / "real" / "a.txt")
    assert from_root("../real/a.txt") == str(tmp_path / "real" / "a.txt")
    assert from_root("../linked/../a.txt") == str(tmp_path / "real" / "a.txt")
    assert from_root("../linked") == str(tmp_path / "real" / "inner")
    assert from_root("s3://bucket/../a.txt") == "s3://bucket/../a.txt"


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
    for location in (path, f"file://{path}"):
        assert size_of(location) == 10
        with open_location(location) as stream:
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
    for act in (size_of, open_location):
        with pytest.raises(ReadingError, match=r"^file:///\S+: no such file or folder$"):
            act(missing)
