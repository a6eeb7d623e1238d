"""Named entities to labels of pieces and back."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claims.tagger.entities import KINDS, Entity, entity_labels, find_entities
from tests.claims.tagger.samples import pieces_of

TEXT = "Ada Lund of the Harbour Board met Tom Rask Ada Lund in Oslo."


def found(*entities: tuple[str, str]) -> list[Entity]:
    at, out = 0, []
    for words, kind in entities:
        start = TEXT.index(words, at)
        at = start + len(words)
        out.append((start, at, kind))
    return out


def test_labels_tell_neighbours_apart() -> None:
    entities = found(
        ("Ada Lund", "PERSON"),
        ("the Harbour Board", "ORG"),
        ("Tom Rask", "PERSON"),
        ("Ada Lund", "PERSON"),
        ("Oslo", "GPE"),
    )
    offsets = pieces_of(TEXT).offsets
    assert find_entities(offsets, entity_labels(offsets, entities)) == entities


@given(st.data())
def test_any_entities_of_whole_pieces_survive(data: st.DataObject) -> None:
    offsets = pieces_of(TEXT).offsets
    cuts = sorted(data.draw(st.sets(st.integers(0, len(offsets)), min_size=2)))
    entities = [
        (offsets[low][0], offsets[high - 1][1], data.draw(st.sampled_from(KINDS)))
        for low, high in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    assert find_entities(offsets, entity_labels(offsets, entities)) == entities


@given(st.lists(st.integers(0, 2 * len(KINDS)), min_size=14, max_size=14))
def test_any_labels_give_entities_that_do_not_overlap(labels: list[int]) -> None:
    offsets = pieces_of(TEXT).offsets
    assert len(offsets) == 14
    spans = [(start, end) for start, end, _ in find_entities(offsets, labels)]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
