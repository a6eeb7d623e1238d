"""Texts that are of no file."""

from __future__ import annotations

import pytest

from claims.reading import ReadingError
from claims.reading.standard_input import given_text, is_text_given
from tests.claims.reading.samples import BODY, PARAGRAPHS, texts


def test_a_text_is_read_as_a_file_is_and_known_by_its_hash() -> None:
    article = given_text(f"Talks stall\n\n{BODY}".encode())
    assert (article.title, texts(article)) == ("Talks stall", PARAGRAPHS)
    assert article.path == f"text:{article.sha256[:12]}"
    assert is_text_given(article.path)
    assert not is_text_given("talks.txt")


def test_under_a_title_that_is_told_the_first_line_is_text() -> None:
    first = "“We pay,” said Ann Ode, the mayor of Brell."
    article = given_text(f"{first}\n\n{BODY}".encode(), title="Ferries lose nine days")
    assert (article.title, texts(article)) == ("Ferries lose nine days", [first, *PARAGRAPHS])


def test_a_title_that_is_told_and_in_the_text_is_the_title_there() -> None:
    article = given_text(f"Talks stall\n\n{BODY}".encode(), title="Talks stall")
    assert (article.title, texts(article)) == ("Talks stall", PARAGRAPHS)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"a\0b"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError, match="standard input"):
        given_text(data)
