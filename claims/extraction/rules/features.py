"""What stands around a cue that makes an attribution more or less likely, as short names."""

from __future__ import annotations

from typing import Final

from claims.extraction.document.candidate import Candidate
from claims.extraction.parsing.noun_phrases import is_role, singular
from claims.extraction.parsing.tree import Tree
from claims.language.word_lists import words

_PRONOUNS: Final = {
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
_SPEAKING: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_SPEAKERS: Final = ("people", "groups", "organizations", "documents")
_QUALITY: Final = (
    "tion",
    "sion",
    "ness",
    "ment",
    "ity",
    "ance",
    "ence",
    "ing",
    "ism",
    "ship",
    "age",
    "th",
)
_QUOTE_MARKS: Final = frozenset({"“", "”", '"', "‘", "``", "''"})
_HELPERS: Final = frozenset({"aux", "auxpass", "neg", "mark"})
_LONGEST: Final = 6


def context(tree: Tree, candidate: Candidate) -> list[str]:
    """Names of what holds of a candidate, for the lexicon to weigh.

    The construction; what kind of word the source is; the cue's form and place in its sentence
    with its auxiliaries, negation and conjunction; the content's length, by doubling.
    """
    head = candidate.head
    found = [
        f"construction:{candidate.construction}",
        f"source:{_source(tree, candidate)}",
        f"who:{_who(tree, candidate)}",
        f"quoted:{_quoted(tree, candidate)}",
        f"form:{tree.tag[head]}",
        f"place:{tree.dep[head]}",
        f"size:{min(_LONGEST, sum(b - a for a, b in candidate.content).bit_length())}",
    ]
    for kid in tree.kids[head]:
        if tree.dep[kid] in _HELPERS:
            found.append(f"{tree.dep[kid]}:{tree.lower[kid]}")
    return found


def _who(tree: Tree, candidate: Candidate) -> str:
    """What the source can be: the kinds that speak, or a thing, an event, a quality that do not."""
    head = None if candidate.source is None else _head(tree, candidate.source)
    if head is None:
        return "none"
    if tree.pos[head] == "PRON":
        return "pronoun"
    entity = tree.entity[head]
    if entity in _SPEAKING:
        return entity
    word = tree.lower[head]
    noun = singular(word)
    for name in _SPEAKERS:
        if {word, noun} & words(f"nouns/{name}"):
            return name
    if is_role(word) or noun in words("nouns/roles"):
        return "roles"
    if entity:
        return "entity"
    if tree.pos[head] == "PROPN":
        return "name"
    return "quality" if noun.endswith(_QUALITY) else "thing"


def _quoted(tree: Tree, candidate: Candidate) -> str:
    """Whether the content is a quotation, has one in it, or none."""
    first, last = candidate.content[0][0], candidate.content[-1][1] - 1
    if tree.lower[first] in _QUOTE_MARKS:
        return "whole" if tree.lower[last] in _QUOTE_MARKS else "begins"
    inside = any(tree.lower[i] in _QUOTE_MARKS for a, b in candidate.content for i in range(a, b))
    return "partly" if inside else "no"


def _head(tree: Tree, part: tuple[int, int]) -> int | None:
    start, end = part
    for i in range(start, end):
        if tree.head[i] == i or not start <= tree.head[i] < end:
            return i
    return None


def _source(tree: Tree, candidate: Candidate) -> str:
    if candidate.source is None:
        return "none"
    start, end = candidate.source
    for i in range(start, end):
        if tree.head[i] == i or not start <= tree.head[i] < end:
            if tree.pos[i] == "PRON":
                return _PRONOUNS.get(tree.lower[i], "third")
            return tree.tag[i] if tree.pos[i] in ("NOUN", "PROPN") else tree.pos[i]
    return "none"
