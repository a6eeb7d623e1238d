"""Which paths are articles, and what is said of those that are not."""

from __future__ import annotations

import os
import socket
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.reading import READABLE, PassedOver, ReadingError, find_articles, read_article
from tests.claims.reading.formats.samples import by_kind

PROSE = "The harbour board met on Monday and put off its vote on the new ferry line until autumn.\n"


def write(path: Path, content: str | bytes = PROSE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(ReadingError) as caught:
        read_article(path)
    assert caught.value.path == str(path)
    assert str(caught.value) == f"{path}: {caught.value.reason}"
    assert "\n" not in str(caught.value)
    return caught.value.reason


def test_a_folder_gives_its_articles_in_sorted_order_at_every_depth(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "deep/er/c.htm", "d.text", "e.xhtml", "UPPER.TXT"):
        write(tmp_path / name)
    for name in ("a.exe", "gold.ann", "speakers.json", ".hidden.txt", ".git/x.txt", "noending"):
        write(tmp_path / name)
    found = [
        path.relative_to(tmp_path) for path in find_articles([tmp_path]) if isinstance(path, Path)
    ]
    assert [str(path) for path in found] == [
        "UPPER.TXT", "a.html", "b.txt", "d.text", "deep/er/c.htm", "e.xhtml",
    ]  # fmt: skip


def test_an_empty_name_is_not_the_folder_one_is_in() -> None:
    [refused] = find_articles([""])
    assert str(refused) == '"": an empty name names no file'


def test_what_is_passed_over_in_folders_is_counted_by_ending(tmp_path: Path) -> None:
    for name in ("a.txt", "b.exe", "deep/c.EXE", "d.json", "noending", ".hidden.exe", ".git/x"):
        write(tmp_path / name)
    for name in ("news.archive", "copy.db"):
        sqlite3.connect(tmp_path / name).execute("CREATE TABLE claim (id)").connection.close()
    write(tmp_path / "news.archive-wal")
    write(tmp_path / "other-wal")
    (tmp_path / "gone.exe").symlink_to(tmp_path / "nowhere.exe")
    passed_over: list[PassedOver] = []
    article, error = find_articles([tmp_path, tmp_path / "b.exe"], passed_over.append)
    assert article == tmp_path / "a.txt"
    assert isinstance(error, ReadingError)  # named, so not passed over
    assert by_kind(passed_over) == {".exe": 2, ".json without articles": 1, "without an ending": 2}
    assert passed_over[1] == PassedOver(str(tmp_path / "d.json"), ".json without articles")


@pytest.mark.parametrize(
    "name",
    ["README", "README.md", "readme.txt", "Licence.md", "LICENSE-MIT", "CHANGELOG.html", "COPYING"],
)
def test_what_tells_of_a_folder_is_no_article_unless_it_is_named(tmp_path: Path, name: str) -> None:
    told = write(tmp_path / name)
    story = write(tmp_path / "copying-machines.txt")
    passed_over: list[PassedOver] = []
    assert list(find_articles([tmp_path], passed_over.append)) == [story]
    assert by_kind(passed_over) == {name.upper().partition(".")[0].partition("-")[0]: 1}
    if told.suffix:
        assert list(find_articles([told])) == [told]


@pytest.mark.parametrize(
    "name", ["readmeister.txt", "security.txt", "Changes.md", "license-plates.html"]
)
def test_titles_that_begin_so_are_articles(tmp_path: Path, name: str) -> None:
    assert list(find_articles([tmp_path, write(tmp_path / name)])) == [tmp_path / name] * 2


def test_what_a_browser_puts_beside_a_page_is_a_part_of_it(tmp_path: Path) -> None:
    page = write(tmp_path / "story.html")
    write(tmp_path / "story_files/frame.html")
    write(tmp_path / "story_files/ads/script.js")
    text = write(tmp_path / "notes_files/a.txt")
    passed_over: list[PassedOver] = []
    assert list(find_articles([tmp_path], passed_over.append)) == [text, page]
    parts = PassedOver(str(tmp_path / "story_files"), "parts of saved pages", 2)
    assert passed_over == [parts]


def test_files_come_in_the_order_given(tmp_path: Path) -> None:
    second, first = write(tmp_path / "2.txt"), write(tmp_path / "1.txt")
    assert list(find_articles([second, str(first)])) == [second, first]


def test_a_bad_path_leaves_the_rest_of_the_batch(tmp_path: Path) -> None:
    good = write(tmp_path / "good.txt")
    (tmp_path / "empty").mkdir()
    items = list(find_articles([tmp_path / "gone.txt", tmp_path / "empty", good]))
    assert [str(item) for item in items if isinstance(item, ReadingError)] == [
        f"{tmp_path}/gone.txt: no such file or folder",
        f"{tmp_path}/empty: the folder holds nothing to read ({' '.join(sorted(READABLE))})",
    ]
    assert items[-1] == good


def test_a_link_back_to_a_folder_above_is_walked_once(tmp_path: Path) -> None:
    write(tmp_path / "news" / "a.txt")
    (tmp_path / "news" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "news" / "self").symlink_to("self")
    assert list(find_articles([tmp_path])) == [tmp_path / "news" / "a.txt"]


def test_a_message_of_outlook_is_refused_with_a_way_out(tmp_path: Path) -> None:
    reason = "messages of Outlook (.msg) are not supported; save them as .eml"
    assert reason in refusal(write(tmp_path / "a.msg"))


@pytest.mark.parametrize("name", ["program.exe", "notes.rst", "noending"])
def test_other_kinds_of_files_are_refused_by_name(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name)
    assert f"not supported, only {' '.join(sorted(READABLE))}" in refusal(path)
    [item] = find_articles([path])
    assert isinstance(item, ReadingError)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n\xc2\xa0", "the file holds only white space"),
        (b"\xef\xbb\xbf\n", "the file holds only white space"),
        (b"Text\0with a NUL byte", "it is a binary file (it holds NUL bytes), not text"),
        (
            bytes(range(1, 32)) * 20,
            "it is a binary file (it is full of control characters), not text",
        ),
        (b"%PDF-1.7\n", "it is a PDF file, not text"),
        (b"PK\x03\x04rest", "it is a ZIP archive or an office document, not text"),
    ],
)
def test_content_that_is_no_text_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    assert refusal(write(tmp_path / "bad.txt", content)) == reason


def test_ten_megabytes_are_too_many(tmp_path: Path) -> None:
    reason = refusal(write(tmp_path / "huge.txt", b"word " * 2_000_000))
    assert reason == "the file is too large (10.0 MB, limit 10 MB)"


@pytest.mark.slow
def test_a_large_file_below_the_limit_is_read(tmp_path: Path) -> None:
    assert len(read_article(write(tmp_path / "large.txt", PROSE * 20_000)).segments) == 20_000


def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe.txt", tmp_path / "link.txt"
    os.mkfifo(pipe)
    link.symlink_to(tmp_path / "gone.txt")
    (tmp_path / "folder.txt").mkdir()
    with socket.socket(socket.AF_UNIX) as listener:
        os.chdir(tmp_path)  # addresses of sockets are short
        listener.bind("socket.txt")
        assert "no regular file" in refusal(tmp_path / "socket.txt")
    assert "no regular file" in refusal(pipe)
    assert refusal(link) == "it is a link to a file that does not exist"
    assert refusal(tmp_path / "gone.txt") == "no such file or folder"
    assert refusal(tmp_path / "folder.txt") == "it is a folder, not a file"


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Take root's rights away for a test; root may read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_without_permission_is_refused(unprivileged: None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "secret.txt")
        path.chmod(0)
        assert refusal(path) == "no permission to read it"


def test_a_name_that_is_no_utf8_can_still_be_printed_and_stored(tmp_path: Path) -> None:
    path = write(Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")))
    article = read_article(path)
    assert article.path == f"{tmp_path}/caf\\xe9.txt"
    article.path.encode("utf-8")
