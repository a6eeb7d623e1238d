"""The name that somebody may have meant."""

from __future__ import annotations

from claims.language.nearest import nearest

NAMES = ("Ilya Morozov", "Ana Ruiz", "Béa Holm")


def test_each_word_is_like_one_of_the_name() -> None:
    assert nearest("moroz0v", NAMES) == "Ilya Morozov"
    assert nearest("bea holn", NAMES) == "Béa Holm"
    assert nearest("ana holm", NAMES) is None
    assert nearest("", NAMES) is None
