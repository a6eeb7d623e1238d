"""What is known of an article is kept with its document."""

from __future__ import annotations

from claims.extraction.components import QUOTATION
from claims.extraction.document.analysis import analysis
from claims.extraction.pipeline import DEFAULT_MODEL, build_pipeline


def test_all_parts_of_an_analysis_are_new_for_each_document() -> None:
    nlp = build_pipeline(DEFAULT_MODEL, None)
    one, other = nlp.make_doc("One."), nlp.make_doc("Two.")
    nlp.get_pipe(QUOTATION)(one)
    assert analysis(one) is analysis(one)
    assert analysis(one) is not analysis(other)
