"""What the network marks and what the rules add: one list of claims."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.article import Segment, SegmentKind
from claims.claim import Span
from claims.extraction.attribution.component import tagging
from claims.extraction.attribution.linking import linking
from claims.extraction.document.analysis import analysis
from claims.extraction.document.prediction import Prediction
from claims.extraction.document.ranges import Door, holds
from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import article
from tests.claims.extraction.attribution.predicted import SURE, joined, predicted


def test_what_the_network_marks_becomes_a_claim(extractor: Extractor) -> None:
    doc = extractor.document(article("The quarry, Ada Lund insisted, was never safe."))
    marked = predicted(doc, "Ada Lund", "insisted", "The quarry", "was never safe")
    assert joined(extractor, doc, marked) == [
        (["The quarry", "was never safe"], "insisted", "Ada Lund", None)
    ]


def test_what_only_the_rules_see_in_prose_is_no_claim(extractor: Extractor) -> None:
    doc = extractor.document(article("The mayor said that the quarry was safe."))
    assert joined(extractor, doc) == []


def test_the_lines_of_a_transcript_come_from_the_rules(extractor: Extractor) -> None:
    doc = extractor.document(
        article("LUND: Did the quarry open again last spring?", "RASK: It never closed at all.")
    )
    marked = predicted(doc, "LUND", ":", "Did the quarry open again last spring", "It never closed")
    assert joined(extractor, doc, marked) == [
        (["Did the quarry open again last spring?"], ":", "LUND", None),
        (["It never closed at all"], ":", "RASK", None),
    ]


def test_titles_hold_claims_and_captions_do_not(extractor: Extractor) -> None:
    text = "Quarry is safe, mayor says\nLund says it is not, in a picture taken in May"
    at = text.index("\n")
    segments = (
        Segment(SegmentKind.TITLE, 0, at),
        Segment(SegmentKind.CAPTION, at + 1, len(text)),
    )
    doc = extractor.document(article(text))
    analysis(doc).segments = segments
    marked = [
        predicted(doc, "mayor", "says", "Quarry is safe"),
        predicted(doc, "Lund", "says", "it is not", after=at),
    ]
    assert joined(extractor, doc, *marked) == [(["Quarry is safe"], "says", "mayor", None)]


def test_a_source_that_ends_before_its_noun_is_made_whole(extractor: Extractor) -> None:
    doc = extractor.document(article("The two engineers warned that the quarry was unsafe."))
    marked = predicted(doc, "The", "warned", "that the quarry was unsafe")
    [(_, _, source, _)] = joined(extractor, doc, marked)
    assert source == "The two engineers"


def test_what_crosses_paragraphs_is_cut_at_their_ends(extractor: Extractor) -> None:
    doc = extractor.document(article("Lund said the quarry was safe", "and would stay open"))
    marked = predicted(doc, "Lund", "said", doc.text[doc.text.index("the quarry") :])
    [(content, *_)] = joined(extractor, doc, marked)
    assert content == ["the quarry was safe", "and would stay open"]


def test_who_signs_a_paragraph_says_all_of_it_however_its_marks_pair(extractor: Extractor) -> None:
    said = "“The pier is closed. As Lund put it ‘boats need water.” So they do, “as all know’.”"
    doc = extractor.document(article("The council has promised repairs.", f"{said} — Ana Ruiz"))
    marked = predicted(doc, "The council", "has promised", said)
    assert joined(extractor, doc, marked) == [([said], "—", "Ana Ruiz", None)]


def test_a_content_never_takes_its_cue_in(extractor: Extractor) -> None:
    doc = extractor.document(
        article("The diplomat declined to say why she left, when she was asked.")
    )
    marked = predicted(doc, "The diplomat", "declined to say", "why she left")
    assert joined(extractor, doc, marked) == [
        (["why she left"], "declined to say", "The diplomat", None)
    ]


def test_a_subject_beside_its_verb_is_nearer_than_a_source_far_off(extractor: Extractor) -> None:
    doc = extractor.document(
        article("The inspector came in May.", "It was dust the engineer said is no danger at all.")
    )
    marked = predicted(doc, "The inspector", "said", "is no danger at all")
    [(_, _, source, _)] = joined(extractor, doc, marked)
    assert source == "the engineer"


PIECES = ["Ada Lund", "said", "that", "“", "”", '"', "‘no’", "Wait,", "asking", "who", ".", "\n\n"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(PIECES), min_size=6, max_size=40),
    st.lists(st.lists(st.integers(0, 39), min_size=4, max_size=8, unique=True), max_size=4),
)
def test_whatever_is_marked_claims_have_contents_in_the_text(
    extractor: Extractor, pieces: list[str], marks: list[list[int]]
) -> None:
    paragraphs = [one for one in " ".join(["Here:", *pieces]).split("\n\n") if one.strip()]
    doc = extractor.document(article(*paragraphs))
    marked = []
    for ends in marks:
        places = sorted(end * len(doc.text) // 40 for end in ends)
        spans = (Span(a, b) for a, b in zip(places[::2], places[1::2], strict=False))
        cue, *content = map(Door(doc).tokens, spans)
        if all(doc[slice(*one)].text.strip() for one in (cue, *content)):
            marked.append(Prediction(tuple(content), cue, None, SURE, 0.9))
    analysis(doc).predictions = sorted(marked, key=lambda one: one.cue)
    found = analysis(linking(tagging(doc))).attributions
    for claim in found:
        assert claim.content
        around = claim.content if claim.parent is None else found[claim.parent].content
        for part in claim.content:
            assert holds(list(around), part)
        assert all(0 <= start < end <= len(doc) for start, end in claim.content)
