"""Texts cut into blocks."""

from __future__ import annotations

from pathlib import Path

from tests.claims.reading.samples import P1, P2, read_page, texts


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
