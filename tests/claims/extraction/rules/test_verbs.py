"""Verbs as cues, one example a construction."""

from __future__ import annotations

import pytest

from tests.claims.extraction.articles import Noted
from tests.claims.extraction.runs import Claims


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


def test_a_passive_without_an_agent_has_no_source(ruled_in: Claims) -> None:
    [claim] = ruled_in("The minister is expected to resign.")
    assert (claim.source, claim.cue) == (None, "is expected")


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
