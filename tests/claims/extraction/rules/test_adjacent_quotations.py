"""Quotations that no clause of a cue covers."""

from __future__ import annotations

import pytest

from tests.claims.extraction.articles import Noted
from tests.claims.extraction.runs import Claims


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


def test_a_quotation_before_a_comma_waits_for_its_own_cue(ruled_in: Claims) -> None:
    found = ruled_in("“The dam held,” Ruiz said.", "“We were lucky this time,” Okafor said.")
    assert [(claim.source, claim.content) for claim in found] == [
        ("Ruiz", "“The dam held,”"),
        ("Okafor", "“We were lucky this time,”"),
    ]


def test_a_cue_in_its_own_paragraph_introduces_the_next(ruled_in: Claims) -> None:
    found = ruled_in("Ruiz continued:", "“The dam held through the whole night.”")
    assert [(claim.source, claim.cue) for claim in found] == [("Ruiz", "continued")]


def test_a_phrase_in_quotation_marks_is_not_given_to_the_next_verb(ruled_in: Claims) -> None:
    found = ruled_in("The two towns signed a “no tolls” pact in May, to warn the smugglers.")
    assert not any(claim.content.startswith("“no tolls”") for claim in found)


def test_the_cue_right_behind_a_quotation_takes_it(ruled_in: Claims) -> None:
    [claim] = ruled_in(
        "“Those cranes are ours,” said Jonas Berg, the mayor of Lund, as he pointed at them."
    )
    assert claim.cue == "said"
    assert claim.source is not None
    assert claim.source.startswith("Jonas Berg, the mayor of Lund")
