"""Which column has which field."""

from __future__ import annotations

from claims.reading import Options
from claims.reading.formats.fields import columns_of, has_text_column, has_text_key


def test_usual_names_are_known_in_any_case() -> None:
    found = columns_of(["Headline", "BODY", "other", "Link"], Options())
    assert found == {"text": "BODY", "title": "Headline", "url": "Link"}


def test_a_name_that_is_told_counts_alone() -> None:
    options = Options(columns={"text": "story"})
    assert columns_of(["body", "story"], options) == {"text": "story"}
    assert columns_of(["body"], options) == {}


def test_a_table_is_told_by_its_first_line() -> None:
    assert has_text_column(b"title;text\r\na;b", Options())
    assert not has_text_column(b"title,views\n", Options())
    assert not has_text_column(b"", Options())


def test_json_is_told_by_the_names_in_it() -> None:
    assert has_text_key(b'{"title": "a", "body": "b"}', Options())
    assert not has_text_key(b'{"title": "a", "body": ["b"]}', Options())
    assert not has_text_key(b'[{"article": "a.txt", "text": "b"}]', Options())
    assert has_text_key(b'{"id": 1, "text": "b"}', Options())
    assert has_text_key(b'[{"words": "b"}]', Options(columns={"text": "words"}))
