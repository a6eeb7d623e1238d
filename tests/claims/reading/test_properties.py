"""What holds for any text and any bytes."""

from __future__ import annotations

import itertools
import string
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.article import Article
from claims.reading import ReadingError, read_article
from tests.claims.reading.samples import P1, P2

LINES = st.sampled_from(
    [
        P1,
        P2,
        "",
        "By",
        "By Ruth Aas",
        "Talks Stall Again",
        "May 3, 2021",
        "Wednesday, 12/06/2024",
        "Image",
        "Credit…Ole Berg/EPA",
        "2 Comments",
        "Related Articles",
        "#one #two",
        "OSLO (AP) — " + P1,
        "—",
        "#",
        "  ",
        "| a | b |",
        "12.",
        "…",
    ]
)
PAGES = st.lists(LINES | st.text(max_size=40), max_size=30).map("\n".join) | st.text(max_size=400)


def read(data: bytes, name: str) -> Article | ReadingError:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            return read_article(path)
        except ReadingError as error:
            return error


def check_segments(article: Article) -> None:
    """Segments are ordered, disjoint, within bounds and cover all that is not white space."""
    for segment in article.segments:
        assert 0 <= segment.start < segment.end <= len(article.text)
        assert article.text[segment.start : segment.end].strip()
    for one, following in itertools.pairwise(article.segments):
        assert one.end <= following.start
    covered = "".join(article.text[s.start : s.end] for s in article.segments)
    body = article.text.removeprefix("\ufeff")
    assert "".join(covered.split()) == "".join(body.split())


@pytest.mark.slow
@given(PAGES)
@settings(max_examples=300, deadline=None)
def test_segments_partition_any_text(page: str) -> None:
    result = read(page.encode("utf-8", "replace"), "page.txt")
    if isinstance(result, Article):
        assert result.text == page.encode("utf-8", "replace").decode()
        check_segments(result)
    else:
        assert "\n" not in str(result)


@pytest.mark.slow
@given(st.binary(max_size=300) | st.text(string.printable, max_size=300).map(str.encode))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_an_article_or_a_reading_error(data: bytes) -> None:
    for name in ("page.txt", "page.html"):
        result = read(data, name)
        if isinstance(result, Article):
            check_segments(result)
            result.sha256  # noqa: B018 - fails on text that cannot be stored
        else:
            assert result.reason


MARKUP = st.lists(
    st.sampled_from(
        [
            "<article>", "</article>", "<p>", "</p>", "<div class='comments'>", "</div>", "<br>",
            "<h1>Talks stall again</h1>", "<time datetime='", "2021-05-03", "'>", "<li>", "<table>",
            "<tr><td>", "<script type='application/ld+json'>", "{\"datePublished\":", "\"2021\"",
            "}", "</script>", "<meta charset=", "utf-16", "hex", ">", "<!--", "-->", "&#xD800;",
            "&#0;", "<meta property='article:published_time' content='", "<figure>", P1, P2,
        ]
    )
    | st.text(max_size=20),
    max_size=40,
).map("".join)  # fmt: skip


@pytest.mark.slow
@given(MARKUP)
@settings(max_examples=200, deadline=None)
def test_any_markup_gives_an_article_or_a_reading_error(markup: str) -> None:
    result = read(markup.encode("utf-8", "replace"), "page.html")
    if isinstance(result, Article):
        check_segments(result)
        result.sha256  # noqa: B018 - fails on text that cannot be stored
