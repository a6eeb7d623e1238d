"""Cues that are neither verbs nor nouns: "according to", and a name with a colon.

Constructions: ``according``, ``colon`` (a paragraph that begins with a name and a colon),
``colon_quote`` (the same before a quotation), ``transcript`` (the same in capitals).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claims.extraction.document.candidate import Candidate
from claims.extraction.parsing.subjects import noun_phrase
from claims.extraction.parsing.tree import Tree

_OPENING: Final = "\"“‘«„'`"
_QUOTE_MARKS: Final = frozenset('"“‘«„')
_NAME: Final = re.compile(r"(?:[A-Z][\w.’'-]*|of|the|de|van|von|and|&|\([A-Z]-[\w.]+\))(?: |$)")
_LONGEST_NAME: Final = 8


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


def colon_candidates(tree: Tree, start: int, end: int) -> Iterator[Candidate]:
    """A paragraph (tokens ``start`` to ``end``) that begins with a name and a colon.

    A transcript may be quoted as a whole: "RUIZ: No." "ITO: Why not?"
    """
    quoted = start < end and tree.doc[start].text in _QUOTE_MARKS
    start += quoted
    for at in range(start + 1, min(start + _LONGEST_NAME, end - 1)):
        if tree.lower[at] != ":":
            continue
        words = [tree.doc[i].text for i in range(start, at)]
        if all(_NAME.fullmatch(word) or not word[0].isalpha() for word in words):
            quoted = tree.doc[at + 1].text[0] in _OPENING
            name = "colon_quote" if quoted else "colon"
            if not quoted and all(word.isupper() for word in words if word[0].isalpha()):
                name = "transcript"
            if quoted and name != "transcript":
                return
            yield Candidate(at, ":", name, (at, at + 1), (start, at), [(at + 1, end)])
        return
