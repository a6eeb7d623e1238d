"""A thread is called by a phrase that can be read alone."""

from __future__ import annotations

import pytest

from claims.comparison.threads.labels import MOST, Worded, label, shortened


def called(*contents: str, cue: str = "said") -> str:
    return label([Worded(content, cue) for content in contents], [0.9] * len(contents))


def test_what_has_the_words_that_most_share_stands_for_all() -> None:
    said = ["the weir", "the weir will cost us the harbour", "a weir at the price of the harbour"]
    assert called(*said) == said[1]


def test_of_those_that_have_as_many_the_most_typical_is_taken_then_the_shortest() -> None:
    said = ["the floodgates are to stay open", "the floodgates stay open"]
    claims = [Worded(content, "said") for content in said]
    assert label(claims, [0.9, 0.5]) == said[0]
    assert label(claims, [0.9, 0.9]) == said[1]


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


@pytest.mark.parametrize(
    ("cue", "lemma", "content", "expected"),
    [
        ("praised", "praise", "the harbour levy", "praised the harbour levy"),
        ("to ban", "ban", "trawlers from the bay", "ban trawlers from the bay"),
        ("has touted", "tout", "her brother's weir", "has touted her brother's weir"),
        # A clause says it by itself, and so does what another cue says.
        ("rejected the idea", "reject", "that the weir leaks badly", "the weir leaks badly"),
        ("said", "say", "the harbour levy ruins fishermen", "the harbour levy ruins fishermen"),
        # Where the cue stands elsewhere in the sentence, its base form is not given.
        ("was praised by", "", "the harbour levy", "the harbour levy"),
    ],
)
def test_a_thing_has_what_is_said_of_it_before_it(
    cue: str, lemma: str, content: str, expected: str
) -> None:
    assert label([Worded(content, cue, lemma)], [0.9]) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("''Fishermen pay for the harbour,''", "Fishermen pay for the harbour"),
        ("the levy is a ''tax on gales'' at sea", 'the levy is a "tax on gales" at sea'),
        ("Levies Are ‘The Ruin Of Harrow", "Levies Are ‘The Ruin Of Harrow’"),
        ("deep shame’ about the harbour", "‘deep shame’ about the harbour"),
        ("the trawlers’ strike is over", "the trawlers’ strike is over"),
        ("the harbour master’s ‘long nights’ at sea", "the harbour master’s ‘long nights’ at sea"),
        ("the levy is “gaining on fishermen", "the levy is “gaining on fishermen”"),
    ],
)
def test_marks_of_quotations_are_in_pairs(content: str, expected: str) -> None:
    assert called(content) == expected


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
