"""Chances fitted to what was right, and judged on articles that the weights did not see."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.extraction.speaker_confidence.confidence import levelled
from claims.logistic import probability
from claims.training.fit_speaker_confidence import Answer, learn, levels
from claims.training.logistic import Example
from tests.claims.training.answers import ANSWERS


def test_levels_never_fall_where_the_regression_says_more() -> None:
    # Of 100 answers each: right as said, then less often than said, then nearly always.
    shares = ((0.6, 6), (0.8, 5), (0.97, 10))
    told = [
        (Answer("name", Example({}, article % 10 < tenths, article)), said)
        for said, tenths in shares
        for article in range(100)
    ]
    found = levels([one for one, _ in told], [said for _, said in told])
    assert [said for said, _ in found] == sorted(said for said, _ in found)
    assert [right for _, right in found] == sorted(right for _, right in found)
    assert levelled(0.8, found) < 0.6
    assert levelled(0.97, found) > 0.9
    elsewhere = levels([one for one, _ in told], [said for _, said in told], -0.5)
    assert all(0 < low < high for (_, low), (_, high) in zip(elsewhere, found, strict=True))


def test_what_is_no_name_tells_nothing_of_how_often_names_are_right() -> None:
    answers = [Answer("name", Example({}, article % 10 < 8, article)) for article in range(100)]
    wrong = [Answer("name", Example({}, False, article), named=False) for article in range(100)]
    names = levels(answers, [0.8] * 100)
    assert levels([*answers, *wrong], [0.8] * 200) == names


def test_weights_are_written_for_names_and_affiliations(tmp_path: Path) -> None:
    as_well = [Answer("affiliation", one.example) for one in ANSWERS]
    learn([*ANSWERS, *as_well], tmp_path / "confidence.json")
    written = json.loads((tmp_path / "confidence.json").read_text(encoding="utf-8"))
    assert set(written) == {"name", "affiliation"}
    weights = written["name"]["weights"]
    assert probability([("name", 1.0)], weights) == pytest.approx(0.9, abs=0.03)
    assert probability([("guess", 1.0)], weights) == pytest.approx(0.5, abs=0.05)
