"""Extraction with the weights that come with the package, on prose of our own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.article import Article, Segment, SegmentKind
from claims.claim import ClaimType
from claims.extraction.pipeline import Extractor, ModelError
from tests.claims.extraction.articles import Noted, article

Claims = Callable[..., list[Noted]]


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        (
            "The harbour master said that the ferry would leave at dawn.",
            "The harbour master",
            "that the ferry would leave at dawn",
        ),
        (
            "“The ice is thinner every year,” said Ana Ruiz, who runs the Lake Institute.",
            "Ana Ruiz, who runs the Lake Institute",
            "“The ice is thinner every year,”",
        ),
        (
            "Critics accused the port authority of hiding the accident for weeks.",
            "Critics",
            "the port authority of hiding the accident for weeks",
        ),
        (
            "According to the coast guard, two boats were missing on Sunday.",
            "the coast guard",
            "two boats were missing on Sunday",
        ),
        (
            "The minister vowed to reopen the mine before winter.",
            "The minister",
            "to reopen the mine before winter",
        ),
        (
            "Villagers fear that the dam could burst.",
            "Villagers",
            "that the dam could burst",
        ),
    ],
)
def test_who_says_what(claims_in: Claims, sentence: str, source: str, content: str) -> None:
    [claim] = claims_in(sentence)
    assert claim.source == source
    assert claim.content.strip("“”,.") in (content.strip("“”,."), f"that {content}".strip("“”,."))


def test_british_marks_and_verbs_before_names(claims_in: Claims) -> None:
    claims = claims_in(
        "‘We shall not be moved from this quay,’ said Margaret Oduya, the union’s convenor. "
        "‘Nobody asked us, and nobody will.’"
    )
    assert [(claim.source, claim.type) for claim in claims] == [
        ("Margaret Oduya, the union’s convenor", "direct")
    ]
    assert "Nobody asked us" in claims[0].content


def test_a_quotation_never_loses_its_second_sentence(claims_in: Claims) -> None:
    quotation = (
        "“The levy was a mistake. It cost us the summer trade, and nobody has measured how much. "
        "I said so in March.”"
    )
    [claim] = claims_in(f"Tom Rask, who owns the inn, told the council: {quotation}")
    assert claim.content.strip(" “”.") == quotation.strip("“”.")


def test_confidence_tells_clear_cases_from_doubtful_ones(extractor: Extractor) -> None:
    clear = article("“The bridge will close on Monday,” Mayor Lena Ortiz said.")
    doubtful = article("The report, a study in caution, makes for the view of a harder year.")
    [(_, [sure])] = extractor.extract([clear])
    [(_, unsure)] = extractor.extract([doubtful])
    assert sure.confidence > 0.9
    assert all(claim.confidence < 0.9 for claim in unsure)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("— 14.3 … 2,001 %% ### --- ***", id="no letters"),
        pytest.param("MAYOR SAYS BRIDGE WILL CLOSE, BLAMES RAIN FOR DELAY", id="capitals"),
        pytest.param("Item\tPrice\tShare\nRye\t14\t3 %\nOats\t9\t11 %", id="a table"),
        pytest.param("- milk\n- eggs\n- what the mayor said\n- bread", id="a list"),
        pytest.param("“We never closed, the mayor said. It is open. She left.", id="never closed"),
        pytest.param("said said said said said said", id="cues only"),
        pytest.param("“” “” ‘’ \" ' «»", id="marks only"),
        pytest.param("مرحبا 你好 שלום привет 🏔️🏔️ e\u0301\u200b\u202e", id="other scripts"),
    ],
)
def test_odd_texts_give_sensible_claims_or_none(extractor: Extractor, text: str) -> None:
    [(read, claims)] = extractor.extract([article(*text.split("\n"))])
    for claim in claims:
        for span in (*claim.content, *claim.cue, *claim.source):
            assert read.text[span.start : span.end].strip()


def test_a_sentence_of_two_hundred_words(claims_in: Claims) -> None:
    clauses = ", and that ".join(f"the {n}th pier had been sold to a cousin" for n in range(24))
    claims = claims_in(f"Ruiz told the inquiry that {clauses}.")
    assert claims
    assert {claim.source for claim in claims} == {"Ruiz"}


def test_a_transcript(claims_in: Claims) -> None:
    claims = claims_in(
        "ORTIZ: Will the bridge close before the summer?",
        "RASK: It will close on Monday. There is no other day.",
        "ORTIZ: Thank you.",
    )
    assert [claim.source for claim in claims][:2] == ["ORTIZ", "RASK"]
    assert "There is no other day" in claims[1].content


def test_a_title_holds_claims_and_a_caption_does_not(extractor: Extractor) -> None:
    words = "Mayor says bridge will close on Monday"
    for kind, found in ((SegmentKind.TITLE, 1), (SegmentKind.CAPTION, 0), (SegmentKind.JUNK, 0)):
        page = Article("page.txt", words, segments=(Segment(kind, 0, len(words)),))
        [(_, claims)] = extractor.extract([page])
        assert len(claims) == found


@given(st.text(max_size=300))
def test_no_text_breaks_it(extractor: Extractor, text: str) -> None:
    [(read, claims)] = extractor.extract([article(text)])
    for claim in claims:
        assert claim.content
        assert 0.0 <= claim.confidence <= 1.0
        assert claim.type in ClaimType
        for span in (*claim.content, *claim.cue, *claim.source):
            assert 0 <= span.start < span.end <= len(read.text)


def test_weights_that_cannot_be_read_are_named_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"^trained weights in \S+ cannot be used: .*$"):
        Extractor(weights=tmp_path)
