"""The table of formats."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.reading import FORMATS, ReadingError
from claims.reading.formats.table import ending_of, format_by_name
from tests.claims.reading.formats.samples import (
    BODY,
    FILES,
    TITLE,
    article,
    articles,
    outcomes,
    written,
)

MADE = sorted(path for path in FILES.iterdir() if path.suffix != ".md")


def test_each_format_has_a_reader() -> None:
    assert [one.name for one in FORMATS if not callable(one.load())] == []


def test_no_ending_is_two_formats() -> None:
    endings = [ending for one in FORMATS for ending in one.endings]
    assert len(endings) == len(set(endings))


@pytest.mark.parametrize(
    ("name", "ending", "format_name"),
    [
        ("a.tar.gz", ".tar.gz", "tar"),
        ("a.2024.html.gz", ".gz", "compressed"),
        ("a.WARC.GZ", ".warc.gz", "WARC"),
        ("St. Ives.txt", ".txt", "text"),
        ("a.exe", ".exe", None),
        ("a", "", None),
    ],
)
def test_the_longest_known_ending_tells(name: str, ending: str, format_name: str | None) -> None:
    found = format_by_name(Path(name))
    assert ending_of(Path(name)) == ending
    assert (found and found.name) == format_name


def test_articles_know_their_format_and_language(tmp_path: Path) -> None:
    found = article(written(tmp_path, "a.md", "\n\n".join(["# Title of it", *BODY])))
    assert (found.format, found.language) == ("Markdown", "en")


def test_each_format_is_read_from_a_file_by_another_program() -> None:
    packed = {found.name for path in MADE if (found := format_by_name(path)) and found.packed}
    read = {one.format for path in MADE for one in articles(path)}
    assert packed | read == {one.name for one in FORMATS}


def test_a_story_is_the_same_in_whatever_file_a_program_puts_it() -> None:
    told = [one for path in MADE for one in articles(path) if one.title == TITLE]
    assert len(told) == 14
    for one in told:
        assert str(one.published.value) == "2023-05-03"
        assert all(paragraph in " ".join(one.text.split()) for paragraph in BODY)


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    for ending in {one for each in FORMATS for one in each.endings}:
        with pytest.raises(ReadingError, match="the file is empty"):
            outcomes(written(tmp_path, f"a{ending}", b""))


def test_a_bug_of_a_library_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ReadingError) as caught:
        outcomes(written(tmp_path, "a.parquet", b"PAR1 and nothing that follows from it PAR1"))
    assert "the Parquet cannot be read" in caught.value.reason
    assert "\n" not in str(caught.value)
