"""Targets of one window."""

from __future__ import annotations

from claims.training.tagger.labels import IGNORED, NO_SOURCE, label
from claims.training.tagger.targets import window_targets
from tests.claims.tagger.samples import pieces_of
from tests.claims.training.tagger.marked import GOLD, TEXT


def test_links_that_leave_their_window_are_no_target() -> None:
    labels = label(pieces_of(TEXT).offsets, GOLD)
    whole = window_targets(labels, 0, len(labels.tags))
    assert whole.cue_of[0] == 1 + labels.cue_of[0]
    assert window_targets(labels, 0, 4).cue_of == [IGNORED] * 4
    at = labels.source_of.index(NO_SOURCE)
    assert whole.source_of[at] == 0
