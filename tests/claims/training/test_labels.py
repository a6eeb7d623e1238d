"""Gold to labels and targets: what is lost on the way is lost to every model."""

from __future__ import annotations

from claims.claim import Span
from claims.scoring import GoldAttribution
from claims.tagger.decoding import Surface, decode
from claims.tagger.parts import CUE, SOURCE
from claims.tagger.windows import Pieces
from claims.training.labels import IGNORED, NO_SOURCE, label
from claims.training.targets import window
from tests.claims.tagger.samples import certain, pieces_of
from tests.claims.tagger.samples import window as believed

TEXT = (
    "The mill will close, said Ada Lund. It was predicted that prices would rise.\n“No,” she said."
)


def spans(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


GOLD = (
    GoldAttribution("E1", spans("The mill will close"), spans("said"), spans("Ada Lund")),
    GoldAttribution("E2", spans("that prices would rise"), spans("was predicted"), ()),
    GoldAttribution("E3", spans("“No,”"), spans("said."), spans("she")),
)


def words(pieces: Pieces, run: tuple[int, int]) -> str:
    return pieces.text[pieces.offsets[run[0]][0] : pieces.offsets[run[1] - 1][1]]


def test_labels_decode_to_the_attributions_they_were_made_from() -> None:
    pieces = pieces_of(TEXT)
    labels = label(pieces.offsets, GOLD)
    cue_of = {at: to for at, to in enumerate(labels.cue_of) if to != IGNORED}
    source_of = {at: to for at, to in enumerate(labels.source_of) if to != IGNORED}
    ends = [TEXT[start:end] == "." for start, end in pieces.offsets]
    seen = Surface(ends, [False] * len(ends))
    found = decode([believed(certain(labels.tags, cue_of, source_of))], seen)
    assert [
        (
            [words(pieces, run) for run in one.content],
            words(pieces, one.cue),
            one.source and words(pieces, one.source),
        )
        for one in found
    ] == [
        (["The mill will close"], "said", "Ada Lund"),
        (["that prices would rise"], "was predicted", None),
        (["“No,”"], "said.", "she"),
    ]


def test_a_cue_inside_a_content_keeps_its_own_label() -> None:
    inner = GoldAttribution("E1", spans("mill will close, said Ada Lund"), spans("predicted"), ())
    outer = GoldAttribution("E2", spans("The"), spans("said"), spans("Ada Lund"))
    pieces = pieces_of(TEXT)
    labels = label(pieces.offsets, [inner, outer])
    at = [TEXT[start:end] for start, end in pieces.offsets].index("said")
    assert labels.tags[at] == CUE
    assert labels.cue_of[at] == IGNORED


def test_links_that_leave_their_window_are_no_target() -> None:
    labels = label(pieces_of(TEXT).offsets, GOLD)
    whole = window(labels, 0, len(labels.tags))
    assert whole.cue_of[0] == 1 + labels.cue_of[0]
    assert window(labels, 0, 4).cue_of == [IGNORED] * 4
    at = labels.source_of.index(NO_SOURCE)
    assert whole.source_of[at] == 0


def test_sources_are_labelled() -> None:
    labels = label(pieces_of(TEXT).offsets, GOLD)
    assert labels.tags.count(SOURCE) == 2
