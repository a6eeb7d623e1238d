"""Pages that a browser saved in one file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from claims.reading import ReadingError, read_article
from tests.claims.reading.formats.samples import FILES, article, outcomes, written


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page.html"])
def test_the_page_is_read_whatever_the_file_is_called(tmp_path: Path, name: str) -> None:
    shutil.copy(FILES / "page.mhtml", tmp_path / name)
    found = article(tmp_path / name)
    page = read_article(FILES.parents[3] / "gold" / "pages" / "dek-is-description.html")
    assert (found.title, found.text, found.byline) == (page.title, page.text, page.byline)
    assert found.url == "https://continental-post.example/2024/07/night-trains"
    assert found.fetched.value is not None


def test_a_file_without_a_page_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, "a.mhtml", "MIME-Version: 1.0\nContent-Type: image/png\n\nx")
    with pytest.raises(ReadingError, match="there is no page in it"):
        outcomes(path)
