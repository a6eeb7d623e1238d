"""Cues that a person sets are read by their words alone."""

from __future__ import annotations

import pytest

from claims.claim import CueClass
from claims.extraction.cues.from_words import ReadCue, read_cue


@pytest.mark.parametrize(
    ("cue", "lemma", "kind"),
    [
        ("warned", "warn", CueClass.STATEMENT),
        ("According to", "according to", CueClass.STATEMENT),
        ("has denied", "deny", CueClass.DENIAL),
        ("feared", "fear", CueClass.EMOTION),
    ],
)
def test_a_listed_cue_has_its_form_and_class(cue: str, lemma: str, kind: CueClass) -> None:
    assert read_cue(cue) == ReadCue(lemma, kind)


@pytest.mark.parametrize("cue", ["", "—", "zorped"])
def test_another_has_neither(cue: str) -> None:
    assert read_cue(cue) == ReadCue(None, None)
