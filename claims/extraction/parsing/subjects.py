"""Whose words a verb reports: its subject, or that of the clause it depends on."""

from __future__ import annotations

from typing import Final

from claims.extraction.document.ranges import Range
from claims.extraction.parsing.tree import Tree

_STEPS: Final = 6
_SHARED: Final = frozenset(
    {"conj", "advcl", "xcomp", "pcomp", "prep", "dep", "ccomp", "aux", "parataxis", "acomp"}
)


def subject(tree: Tree, verb: int) -> int | None:
    """The head token of the verb's own subject."""
    found = [k for k in tree.kids[verb] if tree.dep[k] in ("nsubj", "csubj")]
    # "The ships, Ito added, will sail" may come out with two subjects: Ito is the nearer one.
    before = [k for k in found if k < verb]
    return before[-1] if before else found[0] if found else None


def shared_subject(tree: Tree, verb: int) -> int | None:
    """The subject that a verb without its own takes from the clause above.

    A participle after a noun ("a report saying") takes that noun; anything else climbs through
    conjunctions, adverbial and complement clauses, at most ``_STEPS`` steps.
    """
    at = verb
    for _ in range(_STEPS):
        own = subject(tree, at)
        if own is not None:
            return own
        if at != verb and tree.kid(at, "nsubjpass") is not None:
            return tree.kid(at, "nsubjpass")
        above, label = tree.head[at], tree.dep[at]
        if above == at:
            return None
        if label in ("acl", "relcl"):
            if tree.lower[above] == "order":
                return None  # "in order to"
            return above if tree.tag[at] in ("VBG", "VB") else None
        if label == "ccomp" and not (tree.tag[at] in ("VBG", "VB") or joined(tree, at)):
            return None
        if label not in _SHARED:
            return None
        at = above
    return None


def noun_phrase(tree: Tree, head: int, *, without: int | None = None) -> Range:
    """The noun phrase of ``head``, with its appositions and relative clauses.

    Args:
        tree: The parse.
        head: The noun.
        without: A child clause to leave out, because it holds the cue.
    """
    start, end = tree.span(head)
    if without is not None:
        low, high = tree.span(without)
        if low > head:
            end = min(end, low)
        elif high <= head:
            start = max(start, high)
    return start, end


def joined(tree: Tree, verb: int) -> bool:
    """Whether a clause without subject after a conjunction goes on with the verb above it.

    "She said it was late and warned that …" comes out as if it all had been said.
    """
    return (
        verb > 0
        and tree.pos[verb - 1] == "CCONJ"
        and tree.tag[verb] in ("VBD", "VBZ", "VBP")
        and tree.kid(verb, "nsubj", "nsubjpass", "expl", "csubj") is None
    )
