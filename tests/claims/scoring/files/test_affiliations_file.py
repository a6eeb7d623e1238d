"""Affiliations files: what they say, and that ours is whole."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from claims.scoring import ScoringError, read_speakers
from claims.scoring.files.affiliations_file import read_affiliations

GOLD = Path(__file__).parents[3] / "gold"
OURS = {
    "polnear-train-affiliations.json": {"learn": 31, "test": 18},
    "polnear-train-affiliations-2.json": {"learn": 42},
    "polnear-train-affiliations-3.json": {"learn": 180, "test": 80},
}
TEXT = "Ann Tarrant, pilot of the Tide Forum, came."


def entries(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((GOLD / name).read_bytes())
    return loaded


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_offsets_become_words(corpus: Path) -> None:
    stated = [
        {"role": [13, 18], "organization": [26, 36]},
        {"role": None, "organization": [26, 36]},
    ]
    people = [{"name": "Ann Tarrant", "speaks": True, "affiliations": stated}]
    entry = {"article": "a.txt", "annotation": "a.ann", "use": "learn", "people": people}
    (corpus / "stated.json").write_text(json.dumps([entry]), encoding="utf-8")
    [found] = read_affiliations(corpus / "stated.json", corpus)
    [speaker] = found.stated.speakers
    assert (found.use, set(found.speaking)) == ("learn", {"Ann Tarrant"})
    words = [(one.role, one.organization) for one in speaker.affiliations]
    assert words == [("pilot", "Tide Forum"), (None, "Tide Forum")]
    assert speaker.affiliations[0].evidence.start == 13


def test_a_file_of_another_shape_is_named(corpus: Path) -> None:
    (corpus / "stated.json").write_text('[{"article": "a.txt"}]', encoding="utf-8")
    with pytest.raises(ScoringError, match=r"stated\.json: not an affiliations file"):
        read_affiliations(corpus / "stated.json", corpus)


def test_a_missing_article_is_named(tmp_path: Path) -> None:
    (tmp_path / "stated.json").write_text('[{"article": "a.txt"}]', encoding="utf-8")
    with pytest.raises(ScoringError, match=r"a\.txt"):
        read_affiliations(tmp_path / "stated.json", tmp_path)


def test_no_article_of_our_files_is_in_another() -> None:
    articles = Counter(entry["article"] for name in OURS for entry in entries(name))
    for name in ("polnear-train-speakers.json", "polnear-train-speakers-2.json"):
        articles.update(one.article for one in read_speakers(GOLD / name))
    assert set(articles.values()) == {1}


@pytest.mark.parametrize(("name", "uses"), OURS.items())
def test_our_files_are_whole(name: str, uses: dict[str, int]) -> None:
    assert Counter(entry["use"] for entry in entries(name)) == uses
    for entry in entries(name):
        for person in entry["people"]:
            for stated in person["affiliations"]:
                spans = [span for span in stated.values() if span is not None]
                assert spans, person["name"]
                assert all(0 <= start < end for start, end in spans)
