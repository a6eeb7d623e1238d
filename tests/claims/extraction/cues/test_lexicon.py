"""The word lists of cues."""

from __future__ import annotations

from collections import Counter

from claims.claim import CueClass
from claims.language.word_lists import words


def test_each_word_has_one_class() -> None:
    counted = Counter(word for kind in CueClass for word in words(f"cue_classes/{kind.value}"))
    assert [word for word, times in counted.items() if times > 1] == []
