"""Whom a pronoun refers to, among those whom the article has in focus."""

from __future__ import annotations

from tests.claims.extraction.scenes import speakers


def test_two_leaders_are_the_two_persons_of_the_article() -> None:
    found = speakers(
        "Xi Jinping met Vladimir V. Putin on Tuesday. Mr. Xi smiled. Mr. Putin did not.",
        "[[The two leaders]] vowed to meet again. Earlier, [[they]] had promised the same.",
    )
    assert found == [("Xi Jinping", "Vladimir V. Putin")] * 2


def test_whoever_spoke_last_goes_on_in_a_pronoun() -> None:
    found = speakers(
        "Peter Osei wants a bigger boat, [[Carl Brandt]] said. The boat, [[he]] said, is slow."
    )
    assert found[-1] == ("Carl Brandt",)


def test_a_name_only_inside_the_quotation_is_not_who_speaks() -> None:
    found = speakers(
        "[[Carl Brandt]] came home on Monday.",
        "“Peter Osei sold the boat. Peter Osei lied,” [[he]] said.",
    )
    assert found[-1] == ("Carl Brandt",)


def test_an_unnamed_speaker_is_not_one_of_the_two_leaders() -> None:
    found = speakers(
        "Ann Tarrant met Carl Brandt. [[A spokesman for the port]] said it was shut.",
        "[[The two leaders]] said they would meet again.",
    )
    assert found[-1] == ("Ann Tarrant", "Carl Brandt")


def test_a_pronoun_that_opens_a_clause_is_likely_its_subject() -> None:
    found = speakers(
        "[[Peter Osei]] said the boat was slow.",
        "Despite [[his]] dislike of ferries, Carl Brandt wants the port to open.",
    )
    assert found[-1] == ("Carl Brandt",)
