"""What a cue says of its claim, whatever the cue is."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claims.claim import ClaimType
from claims.extraction.cues.component import add_cues
from claims.extraction.document.analysis import analysis
from claims.extraction.document.attribution import Attribution
from tests.claims.extraction.cues.marked import Reader


def test_an_unlisted_cue_has_a_lemma_and_no_class(read: Reader) -> None:
    cue = read("[The clerk] <zorped> {that the ferry was late}.")
    assert (cue.kind, cue.lemma is None) == (None, False)


def test_no_cue_has_neither(read: Reader) -> None:
    cue = read("{“The ferry will be late.”}")
    assert (cue.lemma, cue.kind, cue.prediction) == (None, None, True)


_WORDS = [
    "the mayor", "said", "no", "not", "never", "declined", "to", "comment", "“", "”", ",", ":",
    "has made", "clear", "—", "would", "will", "may", "“I think", "it rains", ".", "\n\n", "as",
    "according to", "call", "for", "İ", "\u200b", "’s", "going", "nor did",
]  # fmt: skip


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), parts=st.lists(st.sampled_from(_WORDS) | st.text(max_size=6), max_size=14))
def test_any_spans_of_any_text_are_read_and_nothing_else_is_touched(
    parser: Language, data: st.DataObject, parts: list[str]
) -> None:
    text = " ".join(parts)
    doc = parser(text)
    spans = st.builds(
        lambda start, length: (start, min(start + length, len(doc))),
        st.integers(0, max(len(doc) - 1, 0)),
        st.integers(1, 5),
    )
    some = st.lists(spans, max_size=2).map(lambda them: tuple(sorted(them)))
    kinds = st.sampled_from(ClaimType)
    found = data.draw(
        st.lists(st.builds(Attribution, kinds, some, some, some, st.none(), st.just(0.5)))
    )
    analysis(doc).attributions = found
    before = (doc.to_json(), list(found))
    cues = analysis(add_cues(doc)).cues
    assert len(cues) == len(found)
    assert all(cue.lemma is not None or cue.kind is None for cue in cues)
    assert (doc.to_json(), analysis(doc).attributions) == before
