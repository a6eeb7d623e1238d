"""A parse as plain lists."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from claims.extraction.parsing.tree import Tree

DOC = Doc(
    Vocab(),
    words=["The", "mayor", "left", "."],
    heads=[1, 2, 2, 2],
    deps=["det", "nsubj", "ROOT", "punct"],
    pos=["DET", "NOUN", "VERB", "PUNCT"],
)


def test_children_and_spans_are_those_of_the_parse() -> None:
    tree = Tree(DOC)
    assert tree.head == [1, 2, 2, 2]
    assert tree.kids == [[], [0], [1, 3], []]
    assert tree.span(1) == (0, 2)
    assert tree.span(2) == (0, 4)


def test_a_child_is_found_by_its_label() -> None:
    tree = Tree(DOC)
    assert tree.kid(2, "dobj", "nsubj") == 1
    assert tree.kid(2, "dobj") is None
    assert [tree.is_verb(at) for at in range(len(tree))] == [False, False, True, False]
