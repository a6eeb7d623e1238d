"""Long texts in parts: the model's memory grows with what it is given at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claims.article import Segment
from claims.extraction.components import QUOTATION

# Imported late: spaCy takes seconds, for which only what extracts is to wait.
if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Characters that the model is given at once, at most.
LONGEST_PART: Final = 50_000
# Characters without white space that no text of words has: the tokenizer's time grows with their
# square.
LONGEST_RUN: Final = 400
_UNBROKEN: Final = re.compile(rf"\S{{{LONGEST_RUN},}}")
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’')\]]*\s+")
_SPACE: Final = re.compile(r"\s+")


def tokenized(nlp: Language, text: str) -> Doc:
    """The text's tokens, unbroken runs cut."""
    from spacy.tokens import Doc

    cuts = [0]
    for run in _UNBROKEN.finditer(text):
        cuts += range(run.start() + LONGEST_RUN, run.end(), LONGEST_RUN)
    if len(cuts) == 1:
        return nlp.make_doc(text)
    parts = [nlp.make_doc(text[a:b]) for a, b in pairwise([*cuts, len(text)])]
    return Doc.from_docs(parts, ensure_whitespace=False)


def parsed_in_parts(
    nlp: Language, text: str, segments: Sequence[Segment], later: Sequence[str]
) -> Doc:
    """One document of a long text, parsed part by part.

    Args:
        nlp: The pipeline.
        text: The article's text.
        segments: Of the article.
        later: Components to run on the whole, after the others ran on each part.
    """
    from spacy.tokens import Doc

    from claims.extraction.document.analysis import analysis

    def parts() -> Iterator[Doc]:
        for start, end in pairwise(part_bounds(text, segments)):
            doc = tokenized(nlp, text[start:end])
            analysis(doc).segments = tuple(_within(segments, start, end))
            yield doc

    with nlp.select_pipes(disable=list(later)):
        parsed = list(nlp.pipe(parts(), batch_size=1))
    for doc in parsed:
        doc.user_data.clear()  # each holds its own offsets
    whole = Doc.from_docs(parsed, ensure_whitespace=False)
    analysis(whole).segments = tuple(segments)
    for name in (QUOTATION, *later):
        whole = nlp.get_pipe(name)(whole)
    return whole


def part_bounds(text: str, segments: Sequence[Segment]) -> list[int]:
    """Where to cut: before a segment, else after a sentence, else after a word."""
    bounds = [0]
    starts = [segment.start for segment in segments]
    while len(text) - bounds[-1] > LONGEST_PART:
        low, high = bounds[-1] + LONGEST_PART // 2, bounds[-1] + LONGEST_PART
        before = [start for start in starts if low < start <= high]
        for pattern in (_SENTENCE_END, _SPACE):
            if not before:
                before = [found.end() for found in pattern.finditer(text, low, high)]
        bounds.append(before[-1] if before else high)
    return [*bounds, len(text)]


def _within(segments: Sequence[Segment], start: int, end: int) -> Iterator[Segment]:
    """The segments of ``text[start:end]``, in its own offsets."""
    for segment in segments:
        low, high = max(segment.start, start), min(segment.end, end)
        if low < high:
            yield Segment(segment.kind, low - start, high - start)
