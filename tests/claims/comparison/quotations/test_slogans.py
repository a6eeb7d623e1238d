"""Slogans tell nothing of who took them from whom."""

from __future__ import annotations

from claims.comparison import (
    align,
    is_slogan,
    quoted,
    shared_keys,
    speakers_of_rarest,
)


def test_a_slogan_is_in_many_mouths_with_all_its_words() -> None:
    keys = shared_keys(
        align(quoted("Keep our river clean"), quoted("keep our river clean, keep it"))
    )

    assert len(keys) == 2
    assert is_slogan(keys, dict.fromkeys(keys, 9))
    assert not is_slogan(keys, dict(zip(sorted(keys), (9, 1), strict=True)))
    assert speakers_of_rarest([], {}) == 0
