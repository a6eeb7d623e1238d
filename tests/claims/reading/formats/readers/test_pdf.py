"""PDF files: what Chromium and LaTeX printed, read as a reader would."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.article import Article, SegmentKind
from claims.reading import ReadingError
from tests.claims.reading.formats.samples import FILES, article, outcomes, texts, written


@pytest.fixture(scope="module")
def printed() -> Article:
    return article(FILES / "columns.pdf")


def test_title_byline_and_date_stand_above_the_text(printed: Article) -> None:
    assert printed.title == (
        "Aldmere will pay for its own ice rink, and for the roof that it forgot last time"
    )
    assert printed.byline == ("Marit Solheim",)
    assert str(printed.published.value) == "2023-05-03"


def test_who_stands_alone_under_the_title_wrote_it() -> None:
    found = article(FILES / "authors.pdf")
    assert found.title == "Ferry to Stop for Three Weeks While the Pier Is Mended"
    assert found.byline == ("Karl Ness", "Marta de la Cruz")
    assert str(found.published.value) == "2024-05-03"
    assert "University of Bergen Port Institute" in texts(found, SegmentKind.HEADING)


def test_columns_are_read_one_after_the_other(printed: Article) -> None:
    paragraphs = texts(printed)
    assert paragraphs[0].startswith("The town of Aldmere will pay for its own ice rink after all,")
    assert paragraphs[1].startswith("“A rink is not a luxury here")
    assert paragraphs[-1].startswith("Ward 14 will vote")
    assert texts(printed, SegmentKind.HEADING) == (
        "Letters from the schools",
        "What the wards will say",
    )
    assert all(one.endswith((".", "”")) for one in paragraphs)


def test_words_parted_at_the_end_of_a_line_are_whole_and_compounds_keep_their_hyphen(
    printed: Article,
) -> None:
    assert "two winters and a general election." in printed.text
    assert "called the plan a well-known trick." in printed.text


def test_running_headers_and_page_numbers_are_left_out(printed: Article) -> None:
    assert "GAZETTE" not in printed.text
    assert "Printed at" not in printed.text


def test_each_page_begins_where_its_first_words_stand(printed: Article) -> None:
    first, second = printed.page_starts
    assert first == 0
    assert printed.text[second:].startswith("Ward 9 will vote on its share")


def test_what_is_no_pdf_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="it is damaged, or no PDF"):
        outcomes(written(tmp_path, "a.pdf", b"Not a PDF at all, only a text of that name."))
