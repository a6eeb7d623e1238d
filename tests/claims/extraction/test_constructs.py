"""One example a construct: what a reader takes from the sentence is what is extracted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.claims.extraction.articles import Noted

Claims = Callable[..., list[Noted]]


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        pytest.param(
            "The harbour master said that the ferry would leave at dawn.",
            "The harbour master", "said", "that the ferry would leave at dawn",
            id="a that-clause after the verb",
        ),
        pytest.param(
            "The ferry would leave at dawn, the harbour master said.",
            "the harbour master", "said", "The ferry would leave at dawn",
            id="a clause before the verb",
        ),
        pytest.param(
            "The ferry, the harbour master said, would leave at dawn.",
            "the harbour master", "said", "The ferry … would leave at dawn",
            id="the cue inside what it reports",
        ),
        pytest.param(
            "The harbour would freeze by Friday, said Ana Ruiz, director of the Lake Institute.",
            "Ana Ruiz, director of the Lake Institute", "said",
            "The harbour would freeze by Friday",
            id="inversion with an apposition",
        ),
        pytest.param(
            "According to the coast guard, two boats were missing.",
            "the coast guard", "According to", "two boats were missing",
            id="according to before",
        ),
        pytest.param(
            "Two boats were missing, according to the coast guard.",
            "the coast guard", "according to", "Two boats were missing",
            id="according to after",
        ),
        pytest.param(
            "The union has accused the owners of hiding the accident.",
            "The union", "has accused", "the owners of hiding the accident",
            id="object and preposition",
        ),
        pytest.param(
            "The council called on the owners to repair the crane.",
            "The council", "called on", "the owners to repair the crane",
            id="an appeal",
        ),
        pytest.param(
            "The senator criticized the new tariff.",
            "The senator", "criticized", "the new tariff",
            id="a noun phrase as content",
        ),
        pytest.param(
            "The president vowed to rebuild the port.",
            "The president", "vowed", "to rebuild the port",
            id="an infinitive as content",
        ),
        pytest.param(
            "The minister declined to comment on the talks.",
            "The minister", "declined", "to comment on the talks",
            id="a refusal",
        ),
        pytest.param(
            "The mayor warned of severe floods.",
            "The mayor", "warned of", "severe floods",
            id="a preposition as part of the cue",
        ),
        pytest.param(
            "The plan was criticized by two ministers.",
            "two ministers", "was criticized", "The plan",
            id="a passive with its agent",
        ),
        pytest.param(
            "The inspector’s warning that the dam could fail was ignored.",
            "The inspector’s", "warning", "that the dam could fail",
            id="a noun with its owner",
        ),
        pytest.param(
            "A new poll found that most voters oppose the bridge.",
            "A new poll", "found", "that most voters oppose the bridge",
            id="a document",
        ),
        pytest.param(
            "The report, which was published on Monday, says the dam is safe.",
            "The report, which was published on Monday,", "says", "the dam is safe",
            id="a source with a relative clause",
        ),
    ],
)  # fmt: skip
def test_indirect(ruled_in: Claims, sentence: str, source: str, cue: str, content: str) -> None:
    found = ruled_in(sentence)
    assert Noted(source.rstrip(","), cue, content, "indirect") in found


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        pytest.param(
            "“The ice is too thin,” said Ana Ruiz, who runs the station.",
            "Ana Ruiz, who runs the station", "said", "“The ice is too thin,”",
            id="cue after",
        ),
        pytest.param(
            "Ruiz added: “The ice is too thin.”",
            "Ruiz", "added", "“The ice is too thin.”",
            id="cue before, with a colon",
        ),
        pytest.param(
            "“Even if the ice holds,” said Ana Ruiz, a glacier expert, “the road will not.”",
            "Ana Ruiz, a glacier expert", "said", "“Even if the ice holds,” … “the road will not.”",
            id="split by the cue",
        ),
        pytest.param(
            "“The ice is thin,” Ruiz said. “It has never been this thin.”",
            "Ruiz", "said", "“The ice is thin,” … “It has never been this thin.”",
            id="a second sentence after the cue",
        ),
        pytest.param(
            "‘The ice is thin,’ Ruiz said. ‘It has never been this thin.’",
            "Ruiz", "said", "‘The ice is thin,’ … ‘It has never been this thin.’",
            id="single marks outside",
        ),
        pytest.param(
            "\"The ice is thin,\" Ruiz said.",
            "Ruiz", "said", "\"The ice is thin,\"",
            id="straight marks",
        ),
        pytest.param(
            "“The ice was thin last year.”― Ana Ruiz",
            "Ana Ruiz", "―", "“The ice was thin last year.”",
            id="a signature right behind the quotation",
        ),
        pytest.param(
            "“The ice is thin this year.” — Ana Ruiz",
            "Ana Ruiz", "—", "“The ice is thin this year.”",
            id="signed with a dash",
        ),
        pytest.param(
            "Ana Ruiz: “The ice is thin this year.”",
            "Ana Ruiz", ":", "“The ice is thin this year.”",
            id="a name and a colon",
        ),
        pytest.param(
            "``The ice is thin,'' Ruiz said.",
            "Ruiz", "said", "``The ice is thin,''",
            id="doubled marks",
        ),
    ],
)  # fmt: skip
def test_direct(ruled_in: Claims, sentence: str, source: str, cue: str, content: str) -> None:
    assert ruled_in(sentence) == [Noted(source, cue, content, "direct")]


def test_partly_quoted_content_is_mixed(ruled_in: Claims) -> None:
    assert ruled_in("Ruiz said the thaw was “a gift to nobody” and would last.") == [
        Noted("Ruiz", "said", "the thaw was “a gift to nobody” and would last", "mixed")
    ]


def test_a_quotation_over_paragraphs_is_one_claim(ruled_in: Claims) -> None:
    [claim] = ruled_in(
        "“The dam held through the night,” Ruiz said. “We were lucky.",
        "“But luck does not build dams.",
        "“Money does.”",
    )
    assert claim.content.count(" … ") == 3
    assert claim.source == "Ruiz"


def test_a_floating_quotation_belongs_to_who_was_quoted_before(ruled_in: Claims) -> None:
    [claim] = ruled_in(
        "“The dam held through the night,” Ruiz said.",
        "“Nobody slept in the village below it.”",
    )
    assert claim.content.endswith("“Nobody slept in the village below it.”")


def test_a_quotation_before_a_comma_waits_for_its_own_cue(ruled_in: Claims) -> None:
    found = ruled_in("“The dam held,” Ruiz said.", "“We were lucky this time,” Okafor said.")
    assert [(claim.source, claim.content) for claim in found] == [
        ("Ruiz", "“The dam held,”"),
        ("Okafor", "“We were lucky this time,”"),
    ]


def test_a_cue_in_its_own_paragraph_introduces_the_next(ruled_in: Claims) -> None:
    found = ruled_in("Ruiz continued:", "“The dam held through the whole night.”")
    assert [(claim.source, claim.cue) for claim in found] == [("Ruiz", "continued")]


def test_coordinated_verbs_make_two_claims_of_one_speaker(ruled_in: Claims) -> None:
    found = ruled_in("The minister said the trip was needless and warned that it would cost votes.")
    assert [(claim.source, claim.cue, claim.content) for claim in found] == [
        ("The minister", "said", "the trip was needless"),
        ("The minister", "warned", "that it would cost votes"),
    ]


def test_a_participle_goes_on_with_the_same_speaker(ruled_in: Claims) -> None:
    found = ruled_in("Ruiz told reporters that the dam was safe, adding that repairs would follow.")
    assert [(claim.source, claim.cue, claim.content) for claim in found] == [
        ("Ruiz", "told", "that the dam was safe"),
        ("Ruiz", "adding", "that repairs would follow"),
    ]


def test_a_finite_verb_after_an_apposition_keeps_its_subject(ruled_in: Claims) -> None:
    found = ruled_in(
        "Poland’s No. 2 minister, Jan Kowal, decried taxes against farmers and urged greater "
        "support “working against floods” last week at the forum."
    )
    assert [(claim.source, claim.cue) for claim in found] == [
        ("Poland’s No. 2 minister, Jan Kowal", "decried"),
        ("Poland’s No. 2 minister, Jan Kowal", "urged"),
    ]


def test_of_two_readings_the_one_that_says_more_is_taken(ruled_in: Claims) -> None:
    [claim] = ruled_in("The league has been described by some observers as a “club of the North.”")
    assert claim.content == "The league … as a “club of the North.”"


def test_a_passive_without_an_agent_has_no_source(ruled_in: Claims) -> None:
    [claim] = ruled_in("The minister is expected to resign.")
    assert (claim.source, claim.cue) == (None, "is expected")


def test_another_speaker_inside_a_claim_is_nested(ruled_in: Claims) -> None:
    found = ruled_in("Ruiz said the mayor had promised that the bridge would open in May.")
    assert [(claim.source, claim.cue, claim.parent) for claim in found] == [
        ("Ruiz", "said", None),
        ("the mayor", "had promised", "said"),
    ]


def test_a_relayed_quotation_is_nested_in_who_relays_it(ruled_in: Claims) -> None:
    found = ruled_in("“The pipeline is safe,” the president said, according to state television.")
    assert {(claim.source, claim.parent) for claim in found} == {
        ("state television", None),
        ("the president", "according to"),
    }


def test_a_speaker_talking_of_himself_is_not_nested(ruled_in: Claims) -> None:
    [claim] = ruled_in("“I think the dam is safe and I hope it stays so,” Ruiz said.")
    assert (claim.source, claim.parent) == ("Ruiz", None)


def test_a_transcript_line_is_attributed_to_its_name(ruled_in: Claims) -> None:
    found = ruled_in("RUIZ: We never closed the gate. The water came over the wall.")
    assert (
        Noted("RUIZ", ":", "We never closed the gate. The water came over the wall", "indirect")
        in found
    )


def test_a_transcript_may_be_quoted_as_a_whole(ruled_in: Claims) -> None:
    found = ruled_in('"RUIZ: We never closed the gate.', '"ITO: Who did, then?"')
    assert [(claim.source, claim.content, claim.parent) for claim in found] == [
        ("RUIZ", "We never closed the gate.", None),
        ("ITO", "Who did, then?", None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "His “old friend” arrived on Tuesday with two suitcases.",
        "She appeared on “Morning Table” twice in March.",
        "The river rose two metres in the night.",
    ],
)
def test_what_nobody_says_is_no_claim(ruled_in: Claims, sentence: str) -> None:
    assert ruled_in(sentence) == []
