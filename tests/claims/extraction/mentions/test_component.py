"""The names of an article, whole, and who bears them."""

from __future__ import annotations

from claims.extraction.document.analysis import analysis
from claims.extraction.mentions.component import add_mentions
from tests.claims.extraction.scenes import prepared


def test_names_are_kept_with_the_document_in_text_order() -> None:
    doc = prepared("Ann Tarrant met Norbank in Oslo. Ms. Tarrant left early.")
    named = analysis(add_mentions(doc)).named
    texts = [mention.text for mention in named.clusters.mentions]
    assert texts[0] == "Ann Tarrant"
    assert texts[-1] == "Tarrant"
    assert len(named.tokens) == len(doc)
    first, last = named.clusters.mentions[0], named.clusters.mentions[-1]
    assert named.clusters.cluster_of(first) is named.clusters.cluster_of(last)
