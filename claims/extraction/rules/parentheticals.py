"""A cue between two commas, read off the words: "the ports could be, he conceded, ‘a target’".

Construction ``aside``. The small model often takes such a cue for a relative clause or its subject
for an apposition, and what is reported is lost with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claims.extraction.document.candidate import Candidate
from claims.extraction.document.ranges import Range
from claims.extraction.parsing.tree import Tree
from claims.language.word_lists import words

_NAMING: Final = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"})
_INNER: Final = _NAMING | {"PART", "ADP", "PUNCT", "AUX", "ADV"}
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_WH: Final = frozenset({"WDT", "WP", "WP$", "WRB"})
_SUBJECT_FORMS: Final = words("grammar/pronouns", "subject forms")
_LONGEST: Final = 12


def aside_candidates(tree: Tree, verb: int, start: int, end: int) -> Iterator[Candidate]:
    """The verb as a cue between commas, in the paragraph of tokens ``start`` to ``end``."""
    if tree.tag[verb] not in _FINITE:
        return
    last = verb + 1
    while last < end and tree.pos[last] in ("ADP", "PART", "ADV") and tree.head[last] == verb:
        last += 1
    if last >= end - 1 or tree.lower[last] != ",":
        return
    source = _subject(tree, verb, start)
    if source is None:
        return
    low, high = _sentence(tree, source[0] - 1, last, start, end)
    if low < source[0] - 1:
        content = [(low, source[0] - 1), (last + 1, high)]
        yield Candidate(verb, tree.lemma[verb].lower(), "aside", (source[1], last), source, content)


def _subject(tree: Tree, verb: int, start: int) -> Range | None:
    """The words between the comma before the verb and the verb, if they can name who speaks."""
    first = cue = verb
    inside = 0
    while first > start and first > verb - _LONGEST:
        word = tree.lower[first - 1]
        if word == "," and not inside:
            break
        inside += (word == ")") - (word == "(")
        if not inside and word != "(" and tree.pos[first - 1] not in _INNER:
            return None
        if first == cue and tree.pos[first - 1] in ("AUX", "ADV"):
            cue -= 1
        first -= 1
    if first in (start, cue, verb - _LONGEST) or tree.pos[first] not in _NAMING:
        return None
    if tree.tag[first] in _WH or tree.pos[cue - 1] in ("ADP", "DET"):
        return None
    if tree.pos[cue - 1] == "PRON" and tree.lower[cue - 1] not in _SUBJECT_FORMS:
        return None
    return first, cue


def _sentence(tree: Tree, comma: int, after: int, start: int, end: int) -> Range:
    """The sentence around the two commas, joined again where the parser cut it there."""
    low = max(start, tree.first[comma])
    high = after + 1
    while high < end and tree.first[high] in (tree.first[comma], tree.first[after], after + 1):
        high += 1
    return low, high
