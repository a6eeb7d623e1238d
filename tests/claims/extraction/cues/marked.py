"""Sentences with source, cue and content marked: ``[ ]``, ``< >`` and ``{ }``."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from claims.claim import ClaimType, Span
from claims.extraction.document.analysis import analysis
from claims.extraction.document.attribution import Attribution, Cue
from claims.extraction.document.ranges import Door

Reader = Callable[[str], Cue]

_MARKS = {"[": "]", "<": ">", "{": "}"}


def parsed(nlp: Language, marked: str) -> Doc:
    """The text without its marks, parsed, with the one attribution that they make."""
    text, spans = "", {opening: list[Span]() for opening in _MARKS}
    for part in re.split(r"(\[.*?\]|<.*?>|\{.*?\})", marked):
        marks = part[:1] in _MARKS and part[-1:] == _MARKS[part[0]]
        inner = part[1:-1] if marks else part
        if marks:
            spans[part[0]].append(Span(len(text), len(text) + len(inner)))
        text += inner
    doc = nlp(text)
    quoted = [text[s.start] in '“”"' for s in spans["{"]]
    kind = ClaimType.DIRECT if quoted and all(quoted) else ClaimType.INDIRECT
    content, cue, source = (tuple(map(Door(doc).tokens, spans[opening])) for opening in "{<[")
    analysis(doc).attributions = [Attribution(kind, content, cue, source, None, 1.0)]
    return doc
