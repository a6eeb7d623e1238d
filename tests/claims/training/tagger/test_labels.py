"""Gold to labels and targets: what is lost on the way is lost to every model."""

from __future__ import annotations

from claims.scoring import GoldAttribution
from claims.tagger.decoding import Surface, decode
from claims.tagger.parts import CUE, SOURCE
from claims.training.tagger.labels import IGNORED, label
from tests.claims.tagger.samples import certain, pieces_of
from tests.claims.tagger.samples import window as believed
from tests.claims.training.tagger.marked import GOLD, TEXT, spans, words


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


def test_sources_are_labelled() -> None:
    labels = label(pieces_of(TEXT).offsets, GOLD)
    assert labels.tags.count(SOURCE) == 2
