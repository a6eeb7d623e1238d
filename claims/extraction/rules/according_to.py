"""Cues that are neither verbs nor nouns: "according to", and a name with a colon.

Constructions: ``according``, ``colon`` (a paragraph that begins with a name and a colon),
``transcript`` (the same in capitals).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claims.extraction.document.candidate import Candidate
from claims.extraction.parsing.subjects import noun_phrase
from claims.extraction.parsing.tree import Tree
from claims.extraction.rules.labels import Labels, label_of

_OPENING: Final = "\"“‘«„'`"
_NAME: Final = re.compile(r"(?:[A-Z][\w.’'-]*|of|the|de|van|von|and|&|\([A-Z]-[\w.]+\))(?: |$)")


def according_candidates(tree: Tree, at: int) -> Iterator[Candidate]:
    """ "According to" at token ``at``: the clause around it is the content."""
    to = tree.kid(at, "prep")
    inner = tree.kid(to, "pobj", "pcomp") if to is not None else None
    host = tree.head[at]
    while host != tree.head[host] and not tree.is_verb(host) and tree.dep[host] not in ("ccomp",):
        host = tree.head[host]
    if to is None or to < at or inner is None or host == at:
        return
    start, end = tree.span(host)
    low, high = tree.span(at)
    content = [part for part in ((start, low), (high, end)) if part[0] < part[1]]
    if content:
        yield Candidate(
            at, "according", "according", (at, to + 1), noun_phrase(tree, inner), content
        )


def colon_candidates(tree: Tree, labels: Labels, start: int, end: int) -> Iterator[Candidate]:
    """A paragraph (tokens ``start`` to ``end``) that begins with a name and a colon."""
    label = label_of(tree, start, end)
    if label is None or not labels.may_speak(label):
        return
    at = label[1]
    words = [tree.doc[i].text for i in range(*label)]
    quoted = tree.doc[at + 1].text[0] in _OPENING
    if quoted or not all(_NAME.fullmatch(word) or not word[0].isalpha() for word in words):
        return
    name = "transcript" if labels.in_capitals(label) else "colon"
    yield Candidate(at, ":", name, (at, at + 1), label, [(at + 1, end)])
