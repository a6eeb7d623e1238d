"""Constructs that the parse or the marks tell wrongly: where contents end, and whose they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import Noted, article

Claims = Callable[..., list[Noted]]


def test_a_conjunction_parsed_into_the_report_goes_on_with_the_speaker(ruled_in: Claims) -> None:
    found = ruled_in(
        "Ruiz predicted that the talks would last two more years and urged the council not to "
        "borrow money."
    )
    assert [(claim.source, claim.cue, claim.content) for claim in found] == [
        ("Ruiz", "predicted", "that the talks would last two more years"),
        ("Ruiz", "urged", "the council not to borrow money"),
    ]


def test_of_two_subjects_the_nearer_one_speaks(ruled_in: Claims) -> None:
    [claim] = ruled_in("The ships ordered in Oslo, Mr Ruiz added, ‘will be sold by May’.")
    assert (claim.source, claim.cue) == ("Mr Ruiz", "added")
    assert claim.content == "The ships ordered in Oslo … ‘will be sold by May’"


def test_a_paragraph_left_open_belongs_to_who_closes_it(ruled_in: Claims) -> None:
    found = ruled_in(
        "The council said the dam was “safe.”",
        "“I have watched this dam for nine years.",
        "“It will not hold,” Ruiz wrote.",
    )
    assert [(claim.source, claim.content) for claim in found] == [
        ("The council", "the dam was “safe.”"),
        ("Ruiz", "“I have watched this dam for nine years. … “It will not hold,”"),
    ]


def test_a_phrase_in_quotation_marks_is_not_given_to_the_next_verb(ruled_in: Claims) -> None:
    found = ruled_in("The two towns signed a “no tolls” pact in May, to warn the smugglers.")
    assert not any(claim.content.startswith("“no tolls”") for claim in found)


def test_a_quotation_before_its_cue_is_not_the_previous_speakers(ruled_in: Claims) -> None:
    found = ruled_in(
        "“The dam held,” the mayor said.",
        "“I have watched this river for nine years.",
        "It took two bridges in April.",
        "It will take a third this year,” Ana Ruiz, an engineer, wrote.",
    )
    assert [(claim.source, claim.content.count(" … ")) for claim in found] == [
        ("the mayor", 0),
        ("Ana Ruiz, an engineer", 2),
    ]


def test_a_paragraph_that_points_back_keeps_a_quotation_from_the_speaker_before(
    ruled_in: Claims,
) -> None:
    found = ruled_in(
        "“The dam held,” the mayor said.",
        "“I have watched this river for nine years. It will take a third bridge.”",
        "So wrote Ana Ruiz in her diary in March.",
    )
    assert Noted("the mayor", "said", "“The dam held,”", "direct") in found


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        (
            "The bank denied reports that accounts “linked to smugglers in the north” would be "
            "frozen.",
            "The bank",
            "reports that accounts “linked to smugglers in the north” would be frozen",
        ),
        (
            "Norway’s Arctic harbours could be, he conceded, ‘collateral’ in a longer war.",
            "he",
            "Norway’s Arctic harbours could be … ‘collateral’ in a longer war",
        ),
        (
            "The plan, Ruiz (an engineer) contends, will fail within a year.",
            "Ruiz (an engineer)",
            "The plan … will fail within a year",
        ),
        (
            "Ruiz said the leaders’ ‘shared dream’ of the north was over.",
            "Ruiz",
            "the leaders’ ‘shared dream’ of the north was over",
        ),
    ],
    ids=["head taken for a verb", "aside", "brackets", "plural possessive"],
)
def test_content_keeps_the_words_before_its_quotation(
    ruled_in: Claims, sentence: str, source: str, content: str
) -> None:
    assert (source, content) in [(claim.source, claim.content) for claim in ruled_in(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "“The Frozen Gate”, a report by the Lake Institute, says that trade will fall.",
        "The author of “The Frozen Gate”, a history of the port, argues that trade will fall.",
        "In “The Frozen Gate,” a new book, Ana Ruiz argues that trade will fall.",
    ],
)
def test_a_title_is_no_content(ruled_in: Claims, sentence: str) -> None:
    assert [claim.content for claim in ruled_in(sentence)] == ["that trade will fall"]


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        (
            "The ministry denied sending boats and accuses the north of smuggling.",
            "The ministry", "accuses", "the north of smuggling",
        ),
        (
            "Ruiz confirmed that the boats were sold but would not discuss the price.",
            "Ruiz", "confirmed", "that the boats were sold",
        ),
        (
            "Ruiz refused to discuss the loan and praised the new bridge.",
            "Ruiz", "praised", "the new bridge",
        ),
    ],
)  # fmt: skip
def test_a_joined_verb_is_its_own_speakers(
    ruled_in: Claims, sentence: str, source: str, cue: str, content: str
) -> None:
    assert Noted(source, cue, content, "indirect") in ruled_in(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "“Those cranes are ours,” said Jonas Berg, the mayor of Lund, as he pointed at them.",
        "“Those cranes? Ours,” said Jonas Berg, the mayor of Lund, as he pointed at them.",
    ],
)
def test_the_cue_right_behind_a_quotation_takes_it(ruled_in: Claims, sentence: str) -> None:
    [claim] = ruled_in(sentence)
    assert claim.cue == "said"
    assert claim.source is not None
    assert claim.source.startswith("Jonas Berg, the mayor of Lund")


@pytest.mark.parametrize(
    ("sentence", "source", "cue"),
    [
        ("Ruiz believes that the ice will last.", "Ruiz", "believes"),
        ("The council intends to sell the bridge.", "The council", "intends"),
        ("The mayor begged the council not to sell the bridge.", "The mayor", "begged"),
        ("The bridge, Ruiz pointed out, was never sold.", "Ruiz", "pointed out"),
        ("The mayor took issue with the report’s findings.", "The mayor", "took issue with"),
        ("The sales have raised fears that the harbour will close.", "The sales", "raised fears"),
        ("In the opinion of Ana Ruiz, the ice will last.", "Ana Ruiz", "In the opinion of"),
        ("The lake is, in his words, “a bathtub with ships.”", "his", "words"),
        ("The drought is blamed for the fall in trade.", None, "is blamed"),
    ],
)
def test_rarer_cues(ruled_in: Claims, sentence: str, source: str | None, cue: str) -> None:
    assert (source, cue) in [(claim.source, claim.cue) for claim in ruled_in(sentence)]


def test_a_thing_is_less_likely_to_speak_than_a_person(rules: Extractor) -> None:
    def confidence(sentence: str) -> float:
        [(_, claims)] = rules.extract([article(sentence)])
        return max((claim.confidence for claim in claims), default=0.0)

    assert confidence("The minister blamed the frost for the losses.") > confidence(
        "The weather blamed the frost for the losses."
    )
