"""Claims inside claims."""

from __future__ import annotations

from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import article
from tests.claims.extraction.attribution.predicted import joined, predicted
from tests.claims.extraction.runs import Claims


def test_a_claim_inside_a_claim_comes_from_the_rules(extractor: Extractor) -> None:
    text = "Ada Lund recalled that the mayor had said that the quarry was safe."
    doc = extractor.document(article(text))
    content = "that the mayor had said that the quarry was safe"
    marked = predicted(doc, "Ada Lund", "recalled", content)
    assert joined(extractor, doc, marked) == [
        ([content], "recalled", "Ada Lund", None),
        (["that the quarry was safe"], "had said", "the mayor", 0),
    ]


def test_a_clause_behind_a_conjunction_has_not_said_what_stands_before(
    extractor: Extractor,
) -> None:
    said = "‘They told us “after the holidays”, but they didn’t say which holidays,’"
    doc = extractor.document(article(f"{said} said a welder from the yard."))
    marked = predicted(doc, "a welder from the yard", "said", said)
    claims = joined(extractor, doc, marked)
    assert [content for content, cue, *_ in claims if "say" in cue] == [["which holidays"]]


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
