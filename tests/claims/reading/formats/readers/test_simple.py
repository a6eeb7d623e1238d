"""Files that are one text or page."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.reading import Options, ReadingError
from tests.claims.reading.formats.samples import BODY, article, outcomes, written

PAGE = "<html><head><title>Le café</title></head><body>{}</body></html>"


def test_the_encoding_that_is_told_counts(tmp_path: Path) -> None:
    text = "\n\n".join([*BODY, "Блок"])
    path = written(tmp_path, "a.txt", text.encode("utf-8"))
    assert article(path, Options(encoding="utf-8")).text == text
    cyrillic = written(tmp_path, "b.txt", "Паром не пойдёт до осени.".encode("koi8-r"))
    assert article(cyrillic, Options(encoding="KOI8-R")).text == "Паром не пойдёт до осени."
    with pytest.raises(ReadingError, match="it is to be read as an unknown encoding"):
        outcomes(path, Options(encoding="utf-8-sig-none"))


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    for name in ("a.txt", "a.html", "a.md", "a.json"):
        with pytest.raises(ReadingError):
            outcomes(written(tmp_path, name, b""))


@pytest.mark.slow
def test_pictures_within_a_page_do_not_count_for_its_size(tmp_path: Path) -> None:
    picture = '<img src="data:image/png;base64,' + "iVBORw0KGgo" * 1_000_000 + '">'
    markup = picture + "".join(f"<p>{one}</p>" for one in BODY)
    found = article(written(tmp_path, "saved.html", PAGE.format(markup)))
    assert found.text == "\n".join(BODY)
    words = PAGE.format("<p>" + "word " * 2_100_000)
    with pytest.raises(ReadingError, match=r"the file is too large \(10\.5 MB, limit 10 MB\)"):
        outcomes(written(tmp_path, "long.html", words))
