"""A cue with its source and content."""

from __future__ import annotations

from claims.extraction.document.candidate import Candidate


def test_the_size_is_of_all_pieces_of_the_content() -> None:
    split = Candidate(4, "say", "verb", (4, 5), None, [(0, 3), (6, 10)])
    assert split.size == 7
