"""The stream through the pipeline: order, models, and input that is no article."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import spacy
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claims.article import Article, Segment, SegmentKind
from claims.extraction.pipeline import (
    DEFAULT_MODEL,
    Extractor,
    ModelError,
    build_pipeline,
    identity,
)
from claims.tagger.weights import SHIPPED
from tests.claims.extraction.articles import Noted, article


def check_spans(read: Article, extractor: Extractor) -> int:
    """Extract, and hold every claim against the text; gives the number of claims."""
    [(_, claims)] = extractor.extract([read])
    kinds = (SegmentKind.PARAGRAPH, SegmentKind.TITLE)
    spoken = [(s.start, s.end) for s in read.segments if s.kind in kinds]
    for at, claim in enumerate(claims):
        assert claim.content
        assert list(claim.content) == sorted(claim.content)
        for span in (*claim.content, *claim.cue, *claim.source):
            assert span.start < span.end
            assert any(start <= span.start and span.end <= end for start, end in spoken)
            assert read.text[span.start : span.end].strip()
        assert 0.0 <= claim.confidence <= 1.0
        assert claim.parent is None or (claim.parent != at and 0 <= claim.parent < len(claims))
    return len(claims)


def test_articles_come_out_in_order_with_their_claims(extractor: Extractor) -> None:
    articles = [article(f"Ruiz said dam number {n} was safe.", path=str(n)) for n in range(7)]
    found = list(extractor.extract(articles, batch_size=3))
    assert [read.path for read, _ in found] == [str(n) for n in range(7)]
    assert all(len(claims) == 1 for _, claims in found)


def test_the_stream_reads_no_further_ahead_than_a_batch(extractor: Extractor) -> None:
    taken = []

    def articles() -> Iterator[Article]:
        for n in range(10):
            taken.append(n)
            yield article("Ruiz said the dam was safe.")

    next(extractor.extract(articles(), batch_size=2))
    assert taken == [0, 1]


def test_model_and_version_are_told(extractor: Extractor) -> None:
    assert extractor.model_name == DEFAULT_MODEL
    assert extractor.model_version.startswith("3.8")


def test_the_model_multiplies_as_numpy_does_which_knows_most_processors() -> None:
    model: Any = build_pipeline(DEFAULT_MODEL, None).get_pipe("tok2vec")
    assert not any(layer.ops.use_blis for layer in model.model.walk())


def test_the_version_tells_the_rules_from_each_set_of_weights(extractor: Extractor) -> None:
    rules = Extractor(rules_only=True)
    assert rules.weights_version is None
    with_weights = f"{rules.model_version}+{extractor.weights_version}"
    expected = rules.model_version if extractor.weights_version is None else with_weights
    assert extractor.model_version == expected


def test_files_tell_the_version_without_being_loaded(extractor: Extractor, tmp_path: Path) -> None:
    assert identity() == (extractor.model_name, extractor.model_version)
    spacy.load(DEFAULT_MODEL).to_disk(tmp_path)
    assert identity(str(tmp_path)) == (str(tmp_path), extractor.model_version)


@pytest.mark.parametrize("model", ["no_such_model", "blank:en"])
def test_no_files_tell_the_version_of_what_cannot_be_used(model: str, tmp_path: Path) -> None:
    assert identity(model) is None
    spacy.blank("en").to_disk(tmp_path)
    assert identity(str(tmp_path)) is None


def test_a_missing_model_is_one_clear_line() -> None:
    with pytest.raises(ModelError, match=r"^language model 'no_such_model' is not installed$"):
        Extractor("no_such_model")


@pytest.mark.parametrize("given", ["model='no_such_model'", "weights=Path('no_such_folder')"])
def test_what_is_missing_is_told_before_spacy_is_imported(given: str) -> None:
    asking = """
        import sys
        from pathlib import Path
        from claims.extraction.pipeline import Extractor, ModelError
        try:
            Extractor({given})
        except ModelError as error:
            assert "no_such_" in str(error)
            assert "spacy" not in sys.modules
        else:
            raise AssertionError("it was found")
    """
    told = dedent(asking).format(given=given)
    subprocess.run([sys.executable, "-c", told], check=True)


def test_a_model_that_spacy_makes_of_nothing_lacks_what_is_needed() -> None:
    with pytest.raises(ModelError, match=r"^language model 'blank:en' has no lemmatizer, parser"):
        Extractor("blank:en")


def test_the_environment_names_the_model_unless_the_caller_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CLAIMS_MODEL", "no_such_model")
    with pytest.raises(ModelError, match="no_such_model"):
        Extractor()
    assert Extractor(DEFAULT_MODEL).model_name == DEFAULT_MODEL


def test_the_components_stand_in_order_and_what_the_model_does_is_all_done() -> None:
    first = ["claims_quotation", "claims_layout", "tok2vec", "tagger", "parser"]
    last = ["claims_tagging", "claims_linking", "claims_cues"]
    last += ["claims_mentions", "claims_affiliations", "claims_speakers", "claims_phrases"]
    names = [*first, "claims_morphology", "claims_network", *last]
    assert build_pipeline(DEFAULT_MODEL, SHIPPED).pipe_names == names
    names = [*first, "claims_morphology", "ner", *last]
    assert build_pipeline(DEFAULT_MODEL, None).pipe_names == names


ARTICLE = frozenset(
    {SegmentKind.TITLE, SegmentKind.DEK, SegmentKind.HEADING, SegmentKind.PARAGRAPH}
)


@pytest.mark.parametrize("kind", sorted(SegmentKind))
def test_only_what_is_article_holds_claims(extractor: Extractor, kind: SegmentKind) -> None:
    text = "“The dam is safe,” Ruiz said."
    page = Article("page.txt", text, segments=(Segment(kind, 0, len(text)),))
    ((_, claims),) = extractor.extract([page])
    assert bool(claims) is (kind in ARTICLE)


def test_a_caption_between_two_paragraphs_is_no_part_of_either(
    extractor: Extractor, claims_in: Callable[..., list[Noted]]
) -> None:
    parts = [
        (SegmentKind.PARAGRAPH, "“The dam is safe,” Ruiz said."),
        (SegmentKind.CAPTION, "Ms. Ruiz, who said the dam was old, in May"),
        (SegmentKind.PARAGRAPH, "“It will hold.”"),
    ]
    text, segments = "", []
    for kind, words in parts:
        segments.append(Segment(kind, len(text), len(text) + len(words)))
        text += words + "\n"
    page = Article("page.txt", text, segments=tuple(segments))
    [(_, [claim])] = extractor.extract([page])
    assert [text[s.start : s.end] for s in claim.content] == [
        "“The dam is safe,”",
        "“It will hold.”",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "1234 5678 -- !!! ... ;;; 90",
        "THE MAYOR SAID THE DAM WAS SAFE. “IT WILL HOLD,” SHE SAID.",
        "“The dam is safe, said Ruiz. " * 100,
        "He said that " * 250,
        "“ ‘ " * 200,
        '"' * 500,
        "a" * 20_000,
        "which according to, the plan according",
        "\x00 he said “no” \ud7ff \U0001f600",
    ],
)
def test_no_text_is_too_odd(extractor: Extractor, text: str) -> None:
    page = Article("odd.txt", text, segments=(Segment(SegmentKind.PARAGRAPH, 0, len(text)),))
    check_spans(page, extractor)


def test_broken_text_keeps_its_offsets(extractor: Extractor) -> None:
    page = article("x" * 1000 + ". “It is over,” Ruiz said.")
    [(_, claims)] = extractor.extract([page])
    assert [page.text[s.start : s.end] for claim in claims for s in claim.content] == [
        "“It is over,”"
    ]


SCRAPS = """
he Ruiz said warned that according to of the plan it is expected by and adding “ ” ‘ ’ " '
, . : — « » 's in a report “Wait,” she US
"""

words = st.sampled_from(SCRAPS.split())

soup = st.lists(words, max_size=40).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(soup | st.text(max_size=60), min_size=1, max_size=3))
@example(['" " said \'s', "he Ruiz said"])
def test_spans_are_verbatim_in_any_text(extractor: Extractor, paragraphs: list[str]) -> None:
    check_spans(article(*paragraphs), extractor)
