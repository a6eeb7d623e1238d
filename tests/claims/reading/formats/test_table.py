"""The table of formats."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.reading import FORMATS, ReadingError
from claims.reading.formats.table import ending_of, format_by_name
from tests.claims.reading.formats.samples import BODY, article, outcomes, written


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_each_format_has_a_reader(one: object) -> None:
    assert callable(one.load())  # type: ignore[attr-defined]


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


def test_a_bug_of_a_library_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ReadingError) as caught:
        outcomes(written(tmp_path, "a.parquet", b"PAR1 and nothing that follows from it PAR1"))
    assert "the Parquet cannot be read" in caught.value.reason
    assert "\n" not in str(caught.value)
