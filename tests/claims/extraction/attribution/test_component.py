"""What the network marks and what the rules add: one list of claims."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from claims.article import Segment, SegmentKind
from claims.claim import Span
from claims.extraction.attribution.component import tagging
from claims.extraction.attribution.linking import linking
from claims.extraction.document.analysis import analysis
from claims.extraction.document.prediction import Prediction
from claims.extraction.document.ranges import Door, Range, holds
from claims.extraction.pipeline import Extractor
from claims.tagger.decoding import Signs
from tests.claims.extraction.articles import article

SURE = Signs(0, 0, 0, 0, 0, 0, 1, 0, 1)
Words = tuple[list[str], str, str | None, int | None]


def predicted(doc: Doc, source: str | None, cue: str, *content: str, after: int = 0) -> Prediction:
    """An attribution of the network's whose parts are the first places with these words.

    Args:
        doc: The article.
        source: Its words, like all others.
        cue: Those of the cue.
        content: Of each part of it.
        after: The code point from which on to look.
    """
    door = Door(doc)

    def span(words: str) -> Range:
        start = doc.text.index(words, after)
        return door.tokens(Span(start, start + len(words)))

    return Prediction(
        tuple(map(span, content)), span(cue), span(source) if source else None, SURE, 0.9
    )


def joined(extractor: Extractor, doc: Doc, *marked: Prediction) -> list[Words]:
    analysis(doc).predictions = list(marked)
    found = analysis(linking(tagging(doc))).attributions

    def words(part: Range) -> str:
        return doc[slice(*part)].text

    return [
        (
            [words(span) for span in one.content],
            words(one.cue[0]),
            words(one.source[0]) if one.source else None,
            one.parent,
        )
        for one in found
    ]


def test_what_the_network_marks_becomes_a_claim(extractor: Extractor) -> None:
    doc = extractor.document(article("The quarry, Ada Lund insisted, was never safe."))
    marked = predicted(doc, "Ada Lund", "insisted", "The quarry", "was never safe")
    assert joined(extractor, doc, marked) == [
        (["The quarry", "was never safe"], "insisted", "Ada Lund", None)
    ]


def test_what_only_the_rules_see_in_prose_is_no_claim(extractor: Extractor) -> None:
    doc = extractor.document(article("The mayor said that the quarry was safe."))
    assert joined(extractor, doc) == []


def test_a_claim_inside_a_claim_comes_from_the_rules(extractor: Extractor) -> None:
    text = "Ada Lund recalled that the mayor had said that the quarry was safe."
    doc = extractor.document(article(text))
    content = "that the mayor had said that the quarry was safe"
    marked = predicted(doc, "Ada Lund", "recalled", content)
    assert joined(extractor, doc, marked) == [
        ([content], "recalled", "Ada Lund", None),
        (["that the quarry was safe"], "had said", "the mayor", 0),
    ]


def test_the_lines_of_a_transcript_come_from_the_rules(extractor: Extractor) -> None:
    doc = extractor.document(
        article("LUND: Did the quarry open again last spring?", "RASK: It never closed at all.")
    )
    marked = predicted(doc, "LUND", ":", "Did the quarry open again last spring", "It never closed")
    assert joined(extractor, doc, marked) == [
        (["Did the quarry open again last spring?"], ":", "LUND", None),
        (["It never closed at all"], ":", "RASK", None),
    ]


def test_a_floating_quotation_goes_on_with_the_networks_claim(extractor: Extractor) -> None:
    doc = extractor.document(article("“The quarry is shut,” said Ada Lund. “It will stay shut.”"))
    marked = predicted(doc, "Ada Lund", "said", "“The quarry is shut,”")
    assert joined(extractor, doc, marked) == [
        (["“The quarry is shut,”", "“It will stay shut.”"], "said", "Ada Lund", None)
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


def test_a_content_that_breaks_off_goes_on_as_the_rules_read_it(extractor: Extractor) -> None:
    text = "Ada Lund questioned the health of the miners who had worked in the quarry."
    doc = extractor.document(article(text))
    marked = predicted(doc, "Ada Lund", "questioned", "the health of the miners who")
    [(content, *_)] = joined(extractor, doc, marked)
    assert content == ["the health of the miners who had worked in the quarry"]


def test_a_content_never_takes_its_cue_in(extractor: Extractor) -> None:
    doc = extractor.document(article("The diplomat declined to say why, when she was asked."))
    marked = predicted(doc, "The diplomat", "declined to say", "why")
    assert joined(extractor, doc, marked) == [(["why"], "declined to say", "The diplomat", None)]


def test_a_content_that_ends_inside_a_quotation_goes_to_its_mark(extractor: Extractor) -> None:
    doc = extractor.document(article("Ada Lund launched the “War on Dust,” and then retired."))
    marked = predicted(doc, "Ada Lund", "launched", "the “War on")
    [(content, *_)] = joined(extractor, doc, marked)
    assert content == ["the “War on Dust,”"]


def test_a_content_does_not_end_before_a_claim_that_it_holds(extractor: Extractor) -> None:
    text = "Ada Lund said the mayor was “quite right” when he said that the quarry was shut."
    doc = extractor.document(article(text))
    outer = predicted(doc, "Ada Lund", "said", "the mayor was “quite right”")
    inner = predicted(doc, "he", "said", "that the quarry was shut", after=text.index("he said"))
    assert joined(extractor, doc, outer, inner) == [
        (
            ["the mayor was “quite right” when he said that the quarry was shut"],
            "said",
            "Ada Lund",
            None,
        ),
        (["that the quarry was shut"], "said", "he", 0),
    ]


def test_a_quotation_that_goes_on_with_its_sentence_has_the_beginning(
    extractor: Extractor,
) -> None:
    text = "When the quarry closed last spring, Ada Lund said, “we were all relieved.”"
    doc = extractor.document(article(text))
    marked = predicted(doc, "Ada Lund", "said", "“we were all relieved.”")
    [(content, *_)] = joined(extractor, doc, marked)
    assert content == ["When the quarry closed last spring", "“we were all relieved.”"]


def test_a_quotation_at_the_end_of_a_paragraph_is_not_the_next_ones(extractor: Extractor) -> None:
    doc = extractor.document(
        article(
            "Ada Lund called it a success. “It held all winter.”",
            "The quarry was a mess, Bo Rask said.",
        )
    )
    one = predicted(doc, "Ada Lund", "called", "it a success")
    two = predicted(doc, "Bo Rask", "said", "“It held all winter.”", "The quarry was a mess")
    assert joined(extractor, doc, one, two) == [
        (["it a success", "“It held all winter.”"], "called", "Ada Lund", None),
        (["The quarry was a mess"], "said", "Bo Rask", None),
    ]


def test_straight_marks_are_no_part_of_what_stands_in_curly_ones(extractor: Extractor) -> None:
    doc = extractor.document(
        article(
            "The Herald reports:",
            '"The quarry shut years ago. Nobody minded much.',
            "“It was never safe,” Ada Lund said. “Never at all.”",
        )
    )
    block = '"The quarry shut years ago. Nobody minded much.'
    own = ("“It was never safe,”", "“Never at all.”")
    marked = predicted(doc, "Ada Lund", "said", block, *own)
    assert (list(own), "said", "Ada Lund", None) in joined(extractor, doc, marked)


def test_a_quotation_belongs_to_the_cue_right_behind_it(extractor: Extractor) -> None:
    doc = extractor.document(
        article("Her joy is recorded in detail:", "“It held,” Ada Lund said. “It really held.”")
    )
    one = predicted(doc, "Her", "is recorded", "“It held,”")
    two = predicted(doc, "Ada Lund", "said", "“It really held.”")
    assert joined(extractor, doc, one, two) == [
        (["“It held,”", "“It really held.”"], "said", "Ada Lund", None)
    ]


def test_what_the_writer_tells_on_is_not_said(extractor: Extractor) -> None:
    doc = extractor.document(article("“Are you coming?” said Ada Lund, but Bo had fallen asleep."))
    marked = predicted(doc, "Ada Lund", "said", "“Are you coming?”", "but Bo had fallen asleep")
    [(content, *_)] = joined(extractor, doc, marked)
    assert content == ["“Are you coming?”"]


def test_what_is_told_behind_a_quotation_is_not_said(extractor: Extractor) -> None:
    doc = extractor.document(article("The miners shouted, “Shut it down!” as they had all week."))
    marked = predicted(doc, "The miners", "shouted", "“Shut it down!” as they had all week")
    [(content, *_)] = joined(extractor, doc, marked)
    assert content == ["“Shut it down!”"]


def test_words_far_from_a_claim_are_not_its_content(extractor: Extractor) -> None:
    doc = extractor.document(
        article(
            "Ada Lund talks about the dust in the quarry.",
            "However, it was in the last ten years that it spread.",
        )
    )
    marked = predicted(
        doc,
        "Ada Lund",
        "talks about",
        "the dust in the quarry",
        "it was in the last ten years",
    )
    [(content, *_)] = joined(extractor, doc, marked)
    assert content == ["the dust in the quarry"]


def test_who_speaks_in_a_quotation_is_quoted_in_it(extractor: Extractor) -> None:
    said = "“The mayor told us, ‘It will never open again,’ and we went home.”"
    doc = extractor.document(article(f"{said[:-1]}” Ada Lund said."))
    marked = predicted(doc, "Ada Lund", "said", said)
    assert joined(extractor, doc, marked) == [
        ([said], "said", "Ada Lund", None),
        (["‘It will never open again,’"], "told", "The mayor", 0),
    ]


def test_a_clause_behind_a_conjunction_has_not_said_what_stands_before(
    extractor: Extractor,
) -> None:
    said = "‘They told us “after the holidays”, but they didn’t say which holidays,’"
    doc = extractor.document(article(f"{said} said a welder from the yard."))
    marked = predicted(doc, "a welder from the yard", "said", said)
    claims = joined(extractor, doc, marked)
    assert [content for content, cue, *_ in claims if "say" in cue] == [["which holidays"]]


def test_a_name_before_a_participle_speaks_inside_a_claim(extractor: Extractor) -> None:
    text = "The film ends with Mary Smith saying at a meeting last week, “That makes me proud.”"
    doc = extractor.document(article(text))
    content = "Mary Smith saying at a meeting last week, “That makes me proud.”"
    marked = predicted(doc, "The film", "ends with", content)
    assert joined(extractor, doc, marked) == [
        ([content], "ends with", "The film", None),
        (["“That makes me proud.”"], "saying", "Mary Smith", 0),
    ]


def test_a_subject_beside_its_verb_is_nearer_than_a_source_far_off(extractor: Extractor) -> None:
    doc = extractor.document(
        article("The inspector came in May.", "It was dust the engineer said is no danger at all.")
    )
    marked = predicted(doc, "The inspector", "said", "is no danger at all")
    [(_, _, source, _)] = joined(extractor, doc, marked)
    assert source == "the engineer"


def test_a_work_named_beside_a_quotation_is_not_said(extractor: Extractor) -> None:
    doc = extractor.document(
        article("After the hymn ''A Stone Will Fall,'' she added the words, ''Save the quarry.''")
    )
    marked = predicted(doc, "she", "added", "''A Stone Will Fall,''", "''Save the quarry.''")
    [(content, *_)] = joined(extractor, doc, marked)
    assert content == ["''Save the quarry.''"]


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
