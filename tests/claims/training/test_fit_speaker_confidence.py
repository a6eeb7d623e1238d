"""Chances fitted to what was right, and judged on articles that the weights did not see."""

from __future__ import annotations

import json
from pathlib import Path

from claims.extraction.speaker_confidence.confidence import levelled
from claims.training.fit_speaker_confidence import Example, cross_validated, fit, learn, levels
from tests.claims.training.answers import ANSWERS


def test_chances_are_as_often_right_as_they_say() -> None:
    confidence = fit(ANSWERS)
    assert abs(confidence.chance({"name": 1.0}) - 0.9) < 0.03
    assert abs(confidence.chance({"guess": 1.0}) - 0.5) < 0.05


def test_each_article_is_judged_by_weights_that_did_not_see_it() -> None:
    told = [Example("name", number, {"of one": float(number == 3)}, True) for number in range(4)]
    told.append(Example("name", 4, {}, False))
    without = fit([one for one in told if one.article != 3])
    assert cross_validated(told)[3] == without.chance({})


def test_levels_never_fall_where_the_regression_says_more() -> None:
    # Of 100 answers each: right as said, then less often than said, then nearly always.
    shares = ((0.6, 6), (0.8, 5), (0.97, 10))
    told = [
        (Example("name", article, {}, article % 10 < tenths), said)
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


def test_weights_are_written_for_names_and_affiliations(tmp_path: Path) -> None:
    as_well = [Example("affiliation", one.article, one.signs, one.right) for one in ANSWERS]
    learn([*ANSWERS, *as_well], tmp_path / "confidence.json")
    written = json.loads((tmp_path / "confidence.json").read_text(encoding="utf-8"))
    assert written["name"]["weights"]["name"] > written["name"]["weights"]["guess"]
    assert set(written) == {"name", "affiliation"}
