"""Articles whose words are swapped for like ones, so that a network learns more than their words.

After the augmentation of Jiao et al. (2020), "TinyBERT: Distilling BERT for Natural Language
Understanding", with one piece for one piece, so that marks, parses and offsets stay as they are.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.tagger.syntax import POS
from claims.tagger.windows import Pieces

_OPEN = frozenset(
    number for number, name in enumerate(POS, start=1) if name[:2] in ("NN", "VB", "JJ", "RB")
)
_SHORTEST = 3


def can_be_swapped(piece: str) -> bool:
    """Whether a word piece of a vocabulary (``##`` where it goes on) is letters enough."""
    letters = piece.removeprefix("##")
    return len(letters) >= _SHORTEST and letters.isascii() and letters.isalpha()


def swapped(
    pieces: Pieces,
    start: int,
    end: int,
    near: Mapping[int, Sequence[int]],
    share: float,
    chance: random.Random,
) -> Pieces:
    """The pieces with some kinds of piece in a stretch swapped, each for the same one throughout.

    Only nouns, names, verbs, adjectives and adverbs are, so that the parse still holds.

    Args:
        pieces: Of an article, with its parse.
        start: First piece of the stretch.
        end: One past its last.
        near: The pieces that are most like each, by their numbers in the vocabulary.
        share: How many of the kinds, 0.0 to 1.0.
        chance: Chooses them.
    """
    ids = pieces.ids[start:end]
    closed = {i for i, pos in zip(ids, pieces.pos[start:end], strict=True) if pos not in _OPEN}
    new = {
        i: chance.choice(near[i])
        for i in sorted(set(ids) - closed)
        if near.get(i) and chance.random() < share
    }
    return replace(
        pieces,
        ids=_with(pieces.ids, start, end, new),
        heads=_with(pieces.heads, start, end, new),
    )


def _with(column: Sequence[int], start: int, end: int, new: Mapping[int, int]) -> list[int]:
    return [*column[:start], *(new.get(i, i) for i in column[start:end]), *column[end:]]
