"""A thread is called by a phrase that can be read alone."""

from __future__ import annotations

import pytest

from claims.comparison.threads.labels import MOST, label, shortened


def called(*contents: str, cue: str = "said") -> str:
    return label(contents, [cue] * len(contents), [0.9] * len(contents))


def test_what_has_the_words_that_most_share_stands_for_all() -> None:
    said = ["the weir", "the weir will cost us the harbour", "a weir at the price of the harbour"]
    assert called(*said) == said[1]


def test_of_those_that_have_as_many_the_most_typical_is_taken_then_the_shortest() -> None:
    said = ["the floodgates are to stay open", "the floodgates stay open"]
    assert label(said, ["said"] * 2, [0.9, 0.5]) == said[0]
    assert label(said, ["said"] * 2, [0.9, 0.9]) == said[1]


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        (["what her harbour tax would do", "the harbour tax would ruin fishermen"], 1),
        (["it would ruin the fishermen of Harrow", "fishermen of Harrow face ruin"], 1),
        (["fishermen are ruined by", "fishermen are ruined by storms"], 1),
    ],
)
def test_nothing_is_left_open(contents: list[str], expected: int) -> None:
    assert called(*contents) == contents[expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("that the weir leaks badly", "the weir leaks badly"),
        ("as a leaking weir, may cost votes", "a leaking weir, may cost votes"),
        ("his harbour levy on fishermen", "harbour levy on fishermen"),
        ("what they call harbour levies", "harbour levies"),
        ("On Monday; the weir leaks at both ends", "the weir leaks at both ends"),
        (
            "the ferry, while not new, is still the pride of every fisherman on the northern coast "
            "of the island",
            "the ferry is still the pride of every fisherman",
        ),
    ],
)
def test_what_joins_it_to_its_cue_is_left_out(content: str, expected: str) -> None:
    assert called(content) == expected


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("has promised", "to close the floodgates"),
        ("tried to cast", "itself as a friend of fishermen"),
        ("accused", "the mayor of selling the ferry"),
        ("urged", "Lotte Brenner to resign as harbour master"),
    ],
)
def test_what_is_no_sentence_without_its_cue_has_it(cue: str, content: str) -> None:
    assert called(content, cue=cue) == f"{cue} {content}"


def test_one_of_several_sentences_may_stand_for_all() -> None:
    said = "The ferry has sunk. Nobody on the island knew how old the hull was, and who was to pay?"
    assert called(said, "the ferry has sunk") == "The ferry has sunk"


def test_a_quotation_is_not_left_open() -> None:
    said = (
        "the “worst ferry in all of the north of the island, of the coast, in many years of gales”"
    )
    assert "“" not in called(said, "the worst ferry in the north")


def test_what_somebody_is_accused_of_is_no_sentence() -> None:
    accused = "the mayor of selling the ferry"
    assert (
        called(accused, "the mayor means to sell the ferry") == "the mayor means to sell the ferry"
    )


def test_a_long_content_is_cut_between_words() -> None:
    cut = shortened("the harbour is far too small, " * 5)
    assert len(cut) <= MOST + 1
    assert cut.endswith(("small…", "too…", "far…", "is…", "harbour…", "the…"))


def test_marks_around_all_of_it_are_left_out() -> None:
    assert shortened("“The gates\n stay open,”") == "The gates stay open"
    assert shortened("a “no limits” bond") == "a “no limits” bond"
