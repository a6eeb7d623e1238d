"""The trained network says something of every piece."""

from __future__ import annotations

from itertools import pairwise

from claims.tagger.encoding import encode
from claims.tagger.session import Tagger


def test_windows_cover_a_text_and_each_piece_has_a_label() -> None:
    tagger = Tagger(threads=1)
    pieces = encode(tagger.tokenizer, "Ann Tarrant said the dam held. " * 40)
    answer = tagger.believe(pieces)
    bounds = [(window.start, window.end) for window in answer.windows]
    assert bounds[0][0] == 0
    assert bounds[-1][1] == len(pieces.ids)
    assert all(before[1] == after[0] for before, after in pairwise(bounds))
    assert len(answer.entities) == len(pieces.ids)
    for window in answer.windows:
        size = window.end - window.start
        assert window.beliefs.tags.shape[0] == size
        assert window.beliefs.cue.shape == (size, size)
