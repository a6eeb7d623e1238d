"""Chances fitted to what was right, and judged on articles that the weights did not see."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.claim import Affiliation, Span, SpeakerKind
from claims.extraction.speaker_confidence.confidence import levelled
from claims.extraction.speakers.ranker import shipped_ranker
from claims.logistic import probability
from claims.scoring.files.speakers_file import GoldSpeaker, GoldSpeakers
from claims.training.fit_speaker_confidence import (
    Answer,
    Marked,
    answers_of,
    learn,
    levels,
)
from claims.training.logistic import Example
from tests.claims.extraction.scenes import prepared
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


def test_a_sign_that_few_answers_have_gets_no_weight(tmp_path: Path) -> None:
    few = [Answer("affiliation", Example({"head: bard": 1.0}, True, one)) for one in range(9)]
    many = [Answer("affiliation", Example({"head: mayor": 1.0}, True, one)) for one in range(10)]
    as_well = [Answer("affiliation", one.example) for one in ANSWERS]
    learn([*ANSWERS, *as_well, *few, *many], tmp_path / "confidence.json")
    written = json.loads((tmp_path / "confidence.json").read_text(encoding="utf-8"))
    assert "head: mayor" in written["affiliation"]["weights"]
    assert "head: bard" not in written["affiliation"]["weights"]


def test_an_affiliation_is_right_if_gold_tells_it_or_more_and_unknown_of_whom_gold_does_not() -> (
    None
):
    text = "Senator Ada Lund met Bo Ray, a retired welder. Di Poe, the mayor of Riga, left."
    more = Affiliation("junior Harbor Party senator", None, Span(0, 7))
    ada = GoldSpeaker("Ada Lund", SpeakerKind.PERSON, (), (more,))
    bo = GoldSpeaker("Bo Ray", SpeakerKind.PERSON, (), ())
    known = GoldSpeakers("harbor.txt", "harbor.ann", (ada, bo), ())
    article = Marked("gold.json", known, prepared(text))
    found = list(answers_of(article, lambda _: (), 7, shipped_ranker()))
    heads = {
        sign: one.example.right
        for one in found
        for sign in one.example.signs
        if sign.startswith("head")
    }
    assert heads == {"head: senator": True, "head: welder": False}
    assert {(one.kind, one.file, one.example.article) for one in found} == {
        ("affiliation", "gold.json", 7)
    }
