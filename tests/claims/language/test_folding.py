"""Folding names to keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.language.folding import fold, fold_letters


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Mara Lindqvist", "mara lindqvist"),
        ("  MARA\tLINDQVIST ", "mara lindqvist"),
        ("Élise O’Neill-Łęcka", "elise o neill lecka"),
        ("Björn Ægir Þórsson", "bjorn aegir thorsson"),
        ("İpek Işık", "ipek isik"),
        ("Straße", "strasse"),
        ("ﬁnance №5", "finance no5"),
        ("Юрий Ёлкин", "юрии елкин"),
        ("習近平", "習近平"),
        ("हिन्दी", "हिन्दी"),
        ("ガス", "ガス"),
        ("김", "김"),
        ("--- ...", ""),
    ],
)
def test_a_name_is_folded(name: str, key: str) -> None:
    assert fold(name) == key


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_key_is_words_between_single_spaces(text: str) -> None:
    key = fold(text)
    assert key == " ".join(key.split())


@given(st.lists(st.text("abcdeéñüXYZ", min_size=1), min_size=1), st.sampled_from(" -.,’\t"))
def test_punctuation_and_spacing_make_no_difference(words: list[str], between: str) -> None:
    assert fold(between.join(words)) == fold(" ".join(words))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élise O’Neill-Łęcka", "elise o’neill-lecka"),
        ("Park Chan-su", "park chan-su"),
        ("U.S.", "us"),
        ("Björn Ægir Þórsson Jr.", "bjorn aegir thorsson jr"),
        ("ガス", "ガス"),
    ],
)
def test_letters_alone_are_folded(text: str, folded: str) -> None:
    assert fold_letters(text) == folded


@given(st.text())
def test_folded_letters_fold_to_themselves(text: str) -> None:
    assert fold_letters(fold_letters(text)) == fold_letters(text)
