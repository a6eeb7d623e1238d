"""Plain text: offsets, title, byline, outlet and address of pages as scraped."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.article import SegmentKind
from claims.reading.layout.titles import LONGEST_TITLE
from tests.claims.reading.pages import BODY, P1, P2, P3, P4, PARAGRAPHS, read_page, texts


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_are_kept_as_they_are(tmp_path: Path, newline: str) -> None:
    page = f"Pipeline Talks Stall\n\n{BODY}\n".replace("\n", newline)
    article = read_page(tmp_path, page)
    assert article.text == page
    assert texts(article) == PARAGRAPHS
    assert article.encoding == "utf-8"
    assert not article.html


def test_a_byte_order_mark_stays_in_the_text_but_in_no_segment(tmp_path: Path) -> None:
    article = read_page(tmp_path, b"\xef\xbb\xbf" + f"Pipeline Talks Stall\n\n{BODY}".encode())
    assert article.text[0] == "\ufeff"
    assert article.segments[0].start == 1
    assert article.title == "Pipeline Talks Stall"
    assert article.encoding == "utf-8-sig"


def test_a_hard_wrapped_paragraph_is_one_segment(tmp_path: Path) -> None:
    wrapped = (
        "The two governments said on Thursday that they would\n"
        "study the plan again before autumn, and that no money\n"
        "had been set aside for it."
    )
    second = "“Nobody has signed anything,” said Ilse Brandt, who has\nwatched the talks for years."
    article = read_page(tmp_path, f"PIPELINE TALKS STALL\n\n{wrapped}\n\n{second}\n")
    assert texts(article) == [wrapped, second]


def test_wrapped_paragraphs_without_blank_lines_end_at_their_short_lines(tmp_path: Path) -> None:
    first = (
        "The two governments said on Thursday that they would\n"
        "study the plan again before autumn, and that no money\n"
        "had been set aside for it."
    )
    second = (
        "“Nobody has signed anything,” said Ilse Brandt, a fellow\n"
        "who has watched the talks for years and hopes that they\n"
        "go on."
    )
    assert texts(read_page(tmp_path, f"{first}\n{second}\n")) == [first, second]


def test_a_paragraph_that_a_scraper_broke_at_its_links_is_one_segment(tmp_path: Path) -> None:
    broken = "The plan was drawn up by\nthe port authority\n, which has no money of its own left."
    article = read_page(tmp_path, f"Pipeline Talks Stall\n\n{P1}\n\n{broken}\n\n{P2}")
    assert texts(article) == [P1, broken, P2]


def test_a_text_without_title_is_all_body(tmp_path: Path) -> None:
    article = read_page(tmp_path, BODY)
    assert article.title is None
    assert texts(article) == PARAGRAPHS


def test_a_line_of_any_length_is_no_title(tmp_path: Path) -> None:
    """Though it has few words."""
    longest = "Harbour " + "g" * (LONGEST_TITLE - 8)
    assert read_page(tmp_path, f"{longest}\n\n{BODY}").title == longest
    assert read_page(tmp_path, f"{longest}g\n\n{BODY}").title is None
    labelled = read_page(tmp_path, f"World\n\nThe new {longest}g\n\n{BODY}")
    assert labelled.title == "World"


def test_a_first_sentence_that_quotes_somebody_is_no_title(tmp_path: Path) -> None:
    lead = "“It is over,” the minister said."
    assert texts(read_page(tmp_path, f"{lead}\n\n{BODY}")) == [lead, *PARAGRAPHS]


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ruth Aas", ("Ruth Aas",)),
        ("BY RUTH AAS AND PIET VOS", ("Ruth Aas", "Piet Vos")),
        ("By Ruth Aas in Oslo and Piet van der Vos in The Hague", ("Ruth Aas", "Piet van der Vos")),
        ("By Ruth Aas, Staff Writer", ("Ruth Aas",)),
        ("By\nRuth Aas in Oslo", ("Ruth Aas",)),
        (
            "By Ruth Aas, Piet Vos and Liv O’Hara | Nordic Press",
            ("Ruth Aas", "Piet Vos", "Liv O’Hara"),
        ),
        ("Ruth Aas\nMay 3, 2021", ("Ruth Aas",)),
        ("By Ruth Aas • May 3, 2021 • 5 min read", ("Ruth Aas",)),
        ("The Evening Courier\nMay 3, 2021", ()),
    ],
)
def test_bylines_name_persons(tmp_path: Path, byline: str, names: tuple[str, ...]) -> None:
    article = read_page(tmp_path, f"Pipeline Talks Stall Again\n{byline}\n\n{BODY}")
    assert article.byline == names
    assert texts(article) == PARAGRAPHS


def test_a_sentence_that_opens_with_by_is_body(tmp_path: Path) -> None:
    lead = "By Tuesday Mr. Vos had left the city."
    article = read_page(tmp_path, f"Pipeline Talks Stall\n\n{lead}\n\n{BODY}")
    assert texts(article) == [lead, *PARAGRAPHS]
    assert article.byline == ()


@pytest.mark.parametrize(
    ("top", "title", "outlet"),
    [
        ("Talks stall again - Fjord Stew\n\nTalks stall again", "Talks stall again", "Fjord Stew"),
        ("Talks stall again | The Evening Courier", "Talks stall again", "The Evening Courier"),
        ("Talks stall - Oslo shrugs", "Talks stall - Oslo shrugs", None),
        ("Talks stall — again", "Talks stall — again", None),
        ("Evening Courier\n\nTalks stall again here", "Talks stall again here", "Evening Courier"),
        ("World\n\nTalks stall again in Oslo", "Talks stall again in Oslo", None),
        ("Home | World | Europe\n\nTalks stall again", "Talks stall again", None),
    ],
)  # fmt: skip
def test_the_site_is_told_from_the_title(
    tmp_path: Path, top: str, title: str, outlet: str | None
) -> None:
    article = read_page(tmp_path, f"{top}\n\n{BODY}")
    assert (article.title, article.outlet) == (title, outlet)
    assert texts(article) == PARAGRAPHS


def test_an_address_on_a_line_of_its_own_is_the_articles(tmp_path: Path) -> None:
    url = "https://courier.example/2021/05/talks"
    article = read_page(tmp_path, f"Talks Stall Again\n\n{BODY}\n\nSource: {url}")
    assert article.url == url
    assert texts(article) == PARAGRAPHS


def test_a_dek_stands_between_title_and_byline(tmp_path: Path) -> None:
    dek = "Neither side wants to pay first"
    article = read_page(tmp_path, f"Talks Stall Again\n{dek}\nBy Ruth Aas\n{P1}\n{P2}\n{P3}\n{P4}")
    assert texts(article, SegmentKind.DEK) == [dek]
    assert texts(article) == PARAGRAPHS
