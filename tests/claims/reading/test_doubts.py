"""Texts that stop in mid-sentence are told as doubtful, sound ones are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.reading import doubt
from tests.claims.reading.samples import P1, P2, P3, P4, PARAGRAPHS, read_page

CUT = [
    "The two governments said on Thursday that they would study the plan again before the",
    "The line would be built only if both sides shared the cost of the pipes, the fellow,",
    "An official in the capital, who asked not to be named by this newspaper, called that a",
]


def doubt_of(folder: Path, paragraphs: list[str]) -> str | None:
    return doubt(read_page(folder, "\n\n".join(["A title of its own", "By Ruth Aas", *paragraphs])))


def test_paragraphs_that_stop_in_mid_sentence_are_told(tmp_path: Path) -> None:
    assert doubt_of(tmp_path, [P1, CUT[0], P2, CUT[1], P3, CUT[2]]) == (
        "3 of 6 paragraphs stop in mid-sentence; parts of the text may be missing"
    )


@pytest.mark.parametrize(
    "paragraphs",
    [
        PARAGRAPHS,
        [*PARAGRAPHS, *CUT[:2]],
        [P1, *CUT, *PARAGRAPHS * 4],
        [f"- {line}" for line in CUT],
        [f"{line} told us this:" for line in CUT],
        ["Who pays first", P1, "What it costs", P2, "What comes next", P3, "What else", P4],
    ],
    ids=["sound", "two", "few", "a list", "colons", "headings"],
)
def test_sound_texts_are_not_doubted(tmp_path: Path, paragraphs: list[str]) -> None:
    assert doubt_of(tmp_path, paragraphs) is None
