"""Gold to labels, windows and back: what is lost on the way is lost to every model."""

from __future__ import annotations

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import Span
from claims.scoring import GoldAttribution
from claims.tagger.decoding import Beliefs, Found, best_tags, decode, find_runs
from claims.tagger.parts import CONTENT, CUE, LABELS, SOURCE
from claims.tagger.windows import Pieces, Shape, cut, shape
from claims.training.labels import IGNORED, NO_SOURCE, Labels, label
from claims.training.targets import window

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


def pieces_of(text: str) -> Pieces:
    offsets = [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]
    nothing = [0] * len(offsets)
    return Pieces(text, nothing, offsets, nothing, nothing)


def certain(labels: Labels) -> Beliefs:
    """A network that says exactly what the labels say."""
    size = len(labels.tags)
    tags = np.full((size, LABELS), -9.0, dtype=np.float32)
    cue = np.full((size, size), -9.0, dtype=np.float32)
    source = np.full((size, size + 1), -9.0, dtype=np.float32)
    for at, tag in enumerate(labels.tags):
        tags[at, tag] = 0.0
        if labels.cue_of[at] != IGNORED:
            cue[at, labels.cue_of[at]] = 0.0
        if labels.source_of[at] != IGNORED:
            target = labels.source_of[at]
            source[at, 0 if target == NO_SOURCE else target + 1] = 0.0
    return Beliefs(tags, cue, source)


def words(pieces: Pieces, run: tuple[int, int]) -> str:
    return pieces.text[pieces.offsets[run[0]][0] : pieces.offsets[run[1] - 1][1]]


def test_labels_decode_to_the_attributions_they_were_made_from() -> None:
    pieces = pieces_of(TEXT)
    labels = label(pieces.offsets, GOLD)
    ends = [TEXT[start:end] == "." for start, end in pieces.offsets]
    found = decode(certain(labels), ends)
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


def test_windows_end_where_paragraphs_or_sentences_do() -> None:
    pieces = pieces_of(TEXT)
    parts = [
        pieces.text[pieces.offsets[start][0] : pieces.offsets[end - 1][1]]
        for start, end in cut(pieces, 18)
    ]
    assert parts == [
        "The mill will close, said Ada Lund. It was predicted that prices would rise.",
        "“No,” she said.",
    ]
    assert cut(pieces, 12)[0] == (0, 9)


def test_links_that_leave_their_window_are_no_target() -> None:
    labels = label(pieces_of(TEXT).offsets, GOLD)
    whole = window(labels, 0, len(labels.tags))
    assert whole.cue_of[0] == 1 + labels.cue_of[0]
    assert window(labels, 0, 4).cue_of == [IGNORED] * 4
    at = labels.tags.index(CUE, 9)
    assert whole.source_of[at] == 0


def test_a_cue_without_content_takes_one_that_costs_little_elsewhere() -> None:
    tags = [CONTENT, CUE, CONTENT, CUE]
    labels = Labels(tags, [1, IGNORED, 1, IGNORED], [IGNORED, NO_SOURCE, IGNORED, NO_SOURCE])
    beliefs = certain(labels)
    beliefs.cue[2, 3] = -1.0
    assert decode(beliefs, [False] * 4) == [
        Found(((0, 1),), (1, 2), None),
        Found(((2, 3),), (3, 4), None),
    ]


@given(st.lists(st.lists(st.floats(-5, 0, width=32), min_size=LABELS, max_size=LABELS), min_size=1))
def test_no_part_begins_in_its_middle(rows: list[list[float]]) -> None:
    tags = best_tags(np.array(rows, dtype=np.float32))
    covered = sum(end - start for runs in find_runs(tags).values() for start, end in runs)
    assert covered == sum(tag != 0 for tag in tags)


@given(st.text(alphabet="ab .\n”", max_size=200), st.integers(1, 20), st.integers(1, 20))
def test_windows_cover_every_piece_once_and_are_never_too_long(
    text: str, size: int, first: int
) -> None:
    pieces = pieces_of(text)
    parts = cut(pieces, size, first)
    assert [at for start, end in parts for at in range(start, end)] == list(range(len(pieces.ids)))
    assert all(0 < end - start <= (size if at else first) for at, (start, end) in enumerate(parts))


def test_shapes() -> None:
    seen = [shape(word) for word in ("gas", "Gas", "A", "NATO", "2024", "”")]
    assert seen == [
        Shape.LOWER,
        Shape.TITLE,
        Shape.CAPITAL,
        Shape.CAPITALS,
        Shape.DIGITS,
        Shape.NO_WORD,
    ]


def test_sources_are_labelled() -> None:
    labels = label(pieces_of(TEXT).offsets, GOLD)
    assert labels.tags.count(SOURCE) == 2
