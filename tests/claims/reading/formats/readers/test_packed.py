"""Packed files, and what is packed to do harm."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import warnings
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import pytest
import zstandard

from claims.reading import ReadingError
from claims.reading.formats.readers import packed
from tests.claims.reading.formats.samples import (
    BODY,
    FILES,
    articles,
    outcomes,
    passed_over,
    written,
    zipped,
)

STORY = "\n\n".join(BODY)

PACKERS: Final[dict[str, Callable[[bytes], bytes]]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.compress,
}


def names(path: Path) -> list[str]:
    return [one.path.removeprefix(f"{path}") for one in articles(path)]


def test_files_in_an_archive_are_articles_of_their_own(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a/one.txt": STORY,
        "two.md": f"# Title of two\n\n{STORY}",
        "photo.png": b"\x89PNG",
        "table.csv": "a,b\n1,2\n",
        "README.md": STORY,
        ".hidden.txt": STORY,
        "__MACOSX/a/._one.txt": b"\0",
    }
    path = written(tmp_path, "box.zip", zipped(files))
    assert names(path) == ["#a/one.txt", "#two.md"]
    assert passed_over(path) == [".png", ".csv without articles", "README"]


def packed_twice(folder: Path, ending: str, stories: Sequence[str]) -> Path:
    """An archive in which all files have one name."""
    path = folder / f"box{ending}"
    if ending == ".tar":
        with tarfile.open(path, "w") as tar:
            for story in stories:
                member = tarfile.TarInfo("day/one.txt")
                member.size = len(story.encode())
                tar.addfile(member, io.BytesIO(story.encode()))
        return path
    with zipfile.ZipFile(path, "w") as box, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for story in stories:
            box.writestr("day/one.txt", story)
    return path


@pytest.mark.parametrize("ending", [".zip", ".tar"])
def test_several_files_of_one_name_are_articles_of_their_own(tmp_path: Path, ending: str) -> None:
    stories = (STORY, f"{STORY}\n\n{STORY}", BODY[0])
    path = packed_twice(tmp_path, ending, stories)
    found = ["#day/one.txt", "#day/one.txt~2", "#day/one.txt~3"]
    assert names(path) == names(path) == found
    assert tuple(one.text for one in articles(path)) == stories


def test_names_in_utf_8_need_not_be_said_to_be(tmp_path: Path) -> None:
    """As the zip of Unix writes them."""
    box = zipped({"Bxxt.txt": STORY}).replace(b"Bxxt", "Båt".encode())
    path = written(tmp_path, "box.zip", box)
    assert names(path) == ["#Båt.txt"]


def test_what_tar_zstd_and_bzip2_wrote_is_read() -> None:
    assert [one.title for one in articles(FILES / "story.tar.zst")] == [
        "Five things the flood inquiry heard",
        "Storm Edda live: Coast road closed as waves top sea wall",
    ]
    [found] = articles(FILES / "story.html.bz2")
    assert found.path == str(FILES / "story.html.bz2")
    assert found.title == "Five things the flood inquiry heard"


def test_an_archive_may_lie_in_one_other(tmp_path: Path) -> None:
    inner = zipped({"one.txt": STORY})
    once = zipped({"inner.zip": inner})
    assert names(written(tmp_path, "once.zip", once)) == ["#inner.zip#one.txt"]
    [error] = outcomes(written(tmp_path, "twice.zip", zipped({"once.zip": once})))
    assert "twice.zip#once.zip#inner.zip: it lies too deep" in str(error)


@pytest.mark.parametrize("name", ["one.txt.gz", "one.txt.bz2", "one.txt.xz", "one.txt.zst"])
def test_a_compressed_file_may_lie_in_an_archive(tmp_path: Path, name: str) -> None:
    data = PACKERS[Path(name).suffix](STORY.encode())
    assert names(written(tmp_path, "box.zip", zipped({name: data}))) == [f"#{name}"]


@pytest.mark.parametrize("name", ["one.txt.gz", "one.txt.bz2", "one.txt.xz", "one.txt.zst"])
def test_a_compressed_file_that_was_cut_off_is_not_read_in_part(tmp_path: Path, name: str) -> None:
    lines = "".join(f"{number} boats came in, said Marit Solheim.\n" for number in range(60_000))
    data = PACKERS[Path(name).suffix](lines.encode())
    with pytest.raises(ReadingError, match="it is damaged"):
        outcomes(written(tmp_path, name, data[: len(data) * 3 // 4]))


def test_links_and_ways_out_of_a_tar_archive_are_not_followed(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as tar:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
        story = tarfile.TarInfo("../../out.txt")
        story.size = len(STORY.encode())
        tar.addfile(story, io.BytesIO(STORY.encode()))
    path = written(tmp_path, "box.tgz", buffer.getvalue())
    assert names(path) == ["#out.txt"]
    assert list(tmp_path.iterdir()) == [path]


def test_what_grows_too_much_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "SMALL", 1_000_000)
    bomb = gzip.compress(b" " * 5_000_000)
    for name, data in (
        ("bomb.txt.gz", bomb),
        ("bomb.zip", zipped({"a.txt": b" " * 5_000_000})),
    ):
        with pytest.raises(ReadingError, match="unpacked it would be far too large"):
            outcomes(written(tmp_path, name, data))


def test_too_many_files_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MOST_MEMBERS", 2)
    path = written(tmp_path, "many.zip", zipped({f"{n}.png": b"x" for n in range(3)}))
    with pytest.raises(ReadingError, match="more than 2 files are packed in it"):
        outcomes(path)


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.txt.gz", "a.txt.bz2", "a.txt.zst"])
def test_what_is_damaged_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadingError, match=r"damaged|not compressed"):
        outcomes(written(tmp_path, name, b"\x1f\x8b\x08\0no archive whatever its name may say"))


def test_a_bad_file_in_an_archive_fails_alone(tmp_path: Path) -> None:
    path = written(tmp_path, "box.zip", zipped({"a.pdf": b"no pdf", "b.txt": STORY}))
    error, story = outcomes(path)
    assert isinstance(error, ReadingError)
    assert error.path == f"{path}#a.pdf"
    assert not isinstance(story, ReadingError)
