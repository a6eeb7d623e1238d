"""What stands around a cue that makes an attribution more or less likely, as short names."""

from __future__ import annotations

from claims.extraction.pieces import Piece
from claims.extraction.subjects import is_stranded
from claims.extraction.tree import Tree

_PRONOUNS = {
    "i": "first",
    "we": "first",
    "me": "first",
    "us": "first",
    "my": "first",
    "our": "first",
    "you": "second",
    "your": "second",
    "it": "thing",
    "this": "thing",
    "that": "relative",
    "which": "relative",
    "who": "relative",
    "there": "thing",
}
_HELPERS = frozenset({"aux", "auxpass", "neg", "mark"})
_LONGEST = 6


def context(tree: Tree, piece: Piece) -> list[str]:
    """Names of what holds of a candidate, for the lexicon to weigh.

    The construction; what kind of word the source is; the cue's form and place in its sentence
    with its auxiliaries, negation and conjunction; the content's length, by doubling.
    """
    head = piece.head
    found = [
        f"construction:{piece.construction}",
        f"source:{_source(tree, piece)}",
        f"form:{tree.tag[head]}",
        f"place:{'conj' if is_stranded(tree, head) else tree.dep[head]}",
        f"size:{min(_LONGEST, sum(b - a for a, b in piece.content).bit_length())}",
    ]
    for kid in tree.kids[head]:
        if tree.dep[kid] in _HELPERS:
            found.append(f"{tree.dep[kid]}:{tree.lower[kid]}")
    return found


def _source(tree: Tree, piece: Piece) -> str:
    if piece.source is None:
        return "none"
    start, end = piece.source
    for i in range(start, end):
        if tree.head[i] == i or not start <= tree.head[i] < end:
            if tree.pos[i] == "PRON":
                return _PRONOUNS.get(tree.lower[i], "third")
            return tree.tag[i] if tree.pos[i] in ("NOUN", "PROPN") else tree.pos[i]
    return "none"
