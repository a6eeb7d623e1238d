"""Captions and credits of pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.reading.layout.lines import page
from tests.claims.reading.samples import PARAGRAPHS, kinds, read_page, texts


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_words_between_a_picture_marker_and_a_credit_are_a_caption(
    tmp_path: Path, gap: str
) -> None:
    caption = "Crews at the northern terminal, where the first ship came in"
    article = read_page(tmp_path, page(among=f"Image{gap}{caption}{gap}Credit…Ole Berg/EPA"))
    assert kinds(article)[caption] == "caption"
    assert texts(article) == PARAGRAPHS


def test_a_copy_of_a_caption_is_a_caption(tmp_path: Path) -> None:
    words = "Crews at the northern terminal, where the first ship came in."
    article = read_page(tmp_path, page(among=f"{words}\n\n{words} Credit…Ole Berg/EPA"))
    assert kinds(article)[words] == "caption"
    assert texts(article) == PARAGRAPHS


def test_a_paragraph_before_a_lone_credit_stays_body(tmp_path: Path) -> None:
    article = read_page(tmp_path, page(among="Credit: Ole Berg/EPA"))
    assert texts(article) == PARAGRAPHS
