"""Datelines at the beginning of a paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.article import SegmentKind
from tests.claims.reading.layout.lines import TITLE
from tests.claims.reading.samples import BODY, PARAGRAPHS, read_page, texts


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO —",
        "OSLO (AP) —",
        "OSLO, May 3 (Reuters) -",
        "KYIV, Ukraine –",
        "NEW YORK, May 3, 2021 (UPI) —",
        "Oslo (AFP) –",
        "SÃO PAULO, Brazil —",
        "HONG KONG—",
    ],
)
def test_a_dateline_is_cut_off_its_paragraph(tmp_path: Path, dateline: str) -> None:
    space = "" if dateline.endswith("G—") else " "
    article = read_page(tmp_path, f"{TITLE}\n\n{dateline}{space}{BODY}")
    assert texts(article, SegmentKind.DATELINE) == [dateline]
    assert texts(article) == PARAGRAPHS


@pytest.mark.parametrize(
    "opening", ["AFL-CIO leaders", "A 5-year-old girl", "F-16 jets", "The EU - once keen -"]
)
def test_a_hyphen_makes_no_dateline(tmp_path: Path, opening: str) -> None:
    lead = f"{opening} said on Thursday that they would study the plan again before autumn."
    assert texts(read_page(tmp_path, f"{TITLE}\n\n{lead}\n\n{BODY}"))[0] == lead
