"""Affiliations files: what they say, and that ours is whole."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from claims.scoring import ScoringError, read_speakers
from claims.scoring.files.affiliations_file import read_affiliations

GOLD = Path(__file__).parents[3] / "gold"
TEXT = "Ann Tarrant, pilot of the Tide Forum, came."


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


def test_our_file_is_whole_and_of_articles_in_no_other() -> None:
    entries = json.loads((GOLD / "polnear-train-affiliations.json").read_bytes())
    articles = Counter(entry["article"] for entry in entries)
    for name in ("polnear-train-speakers.json", "polnear-train-speakers-2.json"):
        articles.update(one.article for one in read_speakers(GOLD / name))
    assert set(articles.values()) == {1}
    assert Counter(entry["use"] for entry in entries) == {"learn": 31, "test": 18}
    for entry in entries:
        for person in entry["people"]:
            for stated in person["affiliations"]:
                spans = [span for span in stated.values() if span is not None]
                assert spans, person["name"]
                assert all(0 <= start < end for start, end in spans)
