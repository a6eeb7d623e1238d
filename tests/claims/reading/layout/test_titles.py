"""Titles, and the site's name behind them."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.reading.layout.titles import LONGEST_TITLE
from tests.claims.reading.samples import BODY, PARAGRAPHS, read_page, texts


def test_a_line_of_any_length_is_no_title(tmp_path: Path) -> None:
    """Though it has few words."""
    longest = "Harbour " + "g" * (LONGEST_TITLE - 8)
    assert read_page(tmp_path, f"{longest}\n\n{BODY}").title == longest
    assert read_page(tmp_path, f"{longest}g\n\n{BODY}").title is None
    labelled = read_page(tmp_path, f"World\n\nThe new {longest}g\n\n{BODY}")
    assert labelled.title == "World"


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
