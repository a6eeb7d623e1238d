"""Quotations without a cue of their own."""

from __future__ import annotations

from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import article
from tests.claims.extraction.attribution.predicted import joined, predicted
from tests.claims.extraction.runs import Claims


def test_a_floating_quotation_goes_on_with_the_networks_claim(extractor: Extractor) -> None:
    doc = extractor.document(article("“The quarry is shut,” said Ada Lund. “It will stay shut.”"))
    marked = predicted(doc, "Ada Lund", "said", "“The quarry is shut,”")
    assert joined(extractor, doc, marked) == [
        (["“The quarry is shut,”", "“It will stay shut.”"], "said", "Ada Lund", None)
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
