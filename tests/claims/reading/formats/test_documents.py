"""Paragraphs and what is known of them, as articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.article import SegmentKind
from claims.reading import ReadingError, doubt
from claims.reading.formats.documents import (
    Known,
    Part,
    article_of_markup,
    article_of_parts,
    article_of_text,
    parts_of_markup,
    unescaped,
)
from claims.reading.layout.titles import LONGEST_TITLE
from tests.claims.reading.formats.samples import BODY, TITLE, texts

PATH = Path("a.txt")


def test_offsets_point_into_the_text_that_is_kept() -> None:
    parts = [
        Part(BODY[0]),
        Part("What comes next", SegmentKind.HEADING),
        Part(BODY[1]),
        Part(BODY[2]),
    ]
    found = article_of_parts(PATH, parts, Known(title=TITLE))
    assert found.text == "\n\n".join([BODY[0], "What comes next", *BODY[1:]])
    assert texts(found) == BODY
    assert texts(found, SegmentKind.HEADING) == ("What comes next",)


def test_what_a_file_tells_of_a_part_counts() -> None:
    parts = [*(Part(one) for one in BODY), Part("He said it was quoted.", SegmentKind.COMMENT)]
    found = article_of_parts(PATH, parts, Known(title=TITLE))
    assert texts(found, SegmentKind.COMMENT) == ("He said it was quoted.",)


def test_a_text_stands_as_it_is() -> None:
    text = f"{BODY[0]}\r\n\r\n{BODY[1]}  \r\n\r\n{BODY[2]}"
    assert article_of_text(PATH, text, Known(title=TITLE)).text == text


def test_breaks_part_paragraphs_and_lists_have_marks() -> None:
    markup = f"{BODY[0]}<br><br>{BODY[1]}<br>and on<ul><li>one <b>point</b></li></ul><h2>Head</h2>"
    assert parts_of_markup(PATH, markup) == [
        Part(BODY[0]),
        Part(f"{BODY[1]} and on"),
        Part("- one point"),
        Part("Head", SegmentKind.HEADING),
    ]


def test_scripts_styles_and_what_is_no_article_are_left_out() -> None:
    body = "".join(f"<p>{one}</p>" for one in BODY)
    more = "<script>x()</script><style>p{}</style><aside>Read also: he said no.</aside>"
    assert texts(article_of_markup(PATH, body + more, Known(title=TITLE))) == BODY


def test_without_a_paragraph_there_is_no_article() -> None:
    with pytest.raises(ReadingError, match="there is no article in it, only Too short"):
        article_of_text(PATH, "Too short", Known(title=TITLE))


def test_a_title_is_cut_where_it_is_longer_than_any_is_and_that_is_told() -> None:
    found = article_of_parts(PATH, [Part(one) for one in BODY], Known(title="word " * 1000))
    assert found.title is not None
    assert len(found.title) <= LONGEST_TITLE + 2
    assert doubt(found) == "its title is longer than 500 characters and was cut"


def test_only_what_is_escaped_as_a_whole_is_made_markup() -> None:
    assert unescaped("&amp;lt;p&amp;gt;Ice.&amp;lt;/p&amp;gt;") == "<p>Ice.</p>"
    told = "<p>Write &lt;p&gt; and &lt;/p&gt; around it.</p>"
    assert unescaped(told) == told
    assert unescaped("3 &lt; 4 and 5 &gt; 4") == "3 &lt; 4 and 5 &gt; 4"
