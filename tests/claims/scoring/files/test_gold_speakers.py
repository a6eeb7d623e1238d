"""The speakers of corpus articles are whole: every id resolves, and no article is in two sets."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from claims.claim import SpeakerKind
from claims.scoring import read_speakers

GOLD = Path(__file__).parents[3] / "gold"
SETS = tuple(f"polnear-train-speakers{part}.json" for part in ("", "-2", "-3", "-4"))
WAYS = {"name", "title_surname", "pronoun", "definite_np", "collective", "implicit"}

each_set = pytest.mark.parametrize("name", SETS)


def entries(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((GOLD / name).read_bytes())
    return loaded


def test_no_article_is_annotated_twice() -> None:
    articles = Counter(entry.article for name in SETS for entry in read_speakers(GOLD / name))
    assert set(articles.values()) == {1}


@each_set
def test_every_speaker_is_known_and_speaks(name: str) -> None:
    for entry in entries(name):
        known = [speaker["id"] for speaker in entry["speakers"]]
        assert len(set(known)) == len(known)
        speaking = {row["speaker"] for row in entry["attributions"]}
        assert speaking - {None} == set(known), entry["article"]


@each_set
def test_each_attribution_is_resolved_once_in_a_known_way(name: str) -> None:
    for entry in read_speakers(GOLD / name):
        events = Counter(speech.event for speech in entry.speeches)
        assert set(events.values()) == {1}, entry.article
        for speech in entry.speeches:
            assert speech.resolved_by in WAYS
            assert speech.speaker or speech.resolved_by in ("implicit", "pronoun"), entry.article


@each_set
def test_affiliations_say_something_and_are_shown_once(name: str) -> None:
    for entry in read_speakers(GOLD / name):
        for speaker in entry.speakers:
            assert speaker.kind is not SpeakerKind.DOCUMENT or not speaker.affiliations
            for stated in speaker.affiliations:
                assert stated.role or stated.organization, speaker.name
                assert 0 <= stated.evidence.start < stated.evidence.end
            shown = Counter(
                (p.role, p.organization, p.evidence.start) for p in speaker.affiliations
            )
            assert set(shown.values()) <= {1}, speaker.name
