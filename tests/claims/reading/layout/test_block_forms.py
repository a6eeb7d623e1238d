"""The forms of blocks."""

from __future__ import annotations

import pytest

from claims.reading.layout import block_forms as forms


@pytest.mark.parametrize(
    ("text", "ends"),
    [("It held.", True), ("“It held.”", True), ("It held (once!)", True), ("It held", False)],
)
def test_a_sentence_ends_whatever_marks_stand_behind_it(text: str, ends: bool) -> None:
    assert forms.ends_sentence(text) is ends


def test_prose_is_long_or_ended() -> None:
    words = " ".join(["word"] * 12)
    assert not forms.is_prose(words)
    assert forms.is_prose(f"{words}.")
    assert forms.is_prose(" ".join(["word"] * 20))
    assert forms.is_sentence("It held on.")
    assert not forms.is_sentence("It held.")


def test_a_list_follows_a_colon() -> None:
    assert forms.leads_list("She said three things:")
    assert not forms.leads_list("She said three things.")


def test_a_text_fits_the_script_of_most_of_its_letters() -> None:
    assert forms.main_script(["Ships wait", "Ships", "мост"]) == "LATIN"
    assert forms.main_script(["12", "!"]) is None
    assert forms.fits("Ships, мост", "LATIN")
    assert not forms.fits("следите за нами", "LATIN")


def test_case_and_punctuation_make_no_other_words() -> None:
    assert forms.same_words("Talks Stall!", "talks – stall")
    assert not forms.same_words("Talks stall", "Talks stalled")


def test_a_quotation_with_a_verb_of_reporting_reports() -> None:
    assert forms.reports("“No,” she said")
    assert not forms.reports("she said no")
