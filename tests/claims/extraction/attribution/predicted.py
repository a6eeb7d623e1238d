"""What the network could have predicted, and what becomes of it."""

from __future__ import annotations

from spacy.tokens import Doc

from claims.claim import Span
from claims.extraction.attribution.component import tagging
from claims.extraction.attribution.linking import linking
from claims.extraction.document.analysis import analysis
from claims.extraction.document.prediction import Prediction
from claims.extraction.document.ranges import Door, Range
from claims.extraction.pipeline import Extractor
from claims.tagger.decoding import Signs

SURE = Signs(0, 0, 0, 0, 0, 0, 1, 0, 1)

Words = tuple[list[str], str, str | None, int | None]


def predicted(doc: Doc, source: str | None, cue: str, *content: str, after: int = 0) -> Prediction:
    """An attribution of the network's whose parts are the first places with these words.

    Args:
        doc: The article.
        source: Its words, like all others.
        cue: Those of the cue.
        content: Of each part of it.
        after: The code point from which on to look.
    """
    door = Door(doc)

    def span(words: str) -> Range:
        start = doc.text.index(words, after)
        return door.tokens(Span(start, start + len(words)))

    return Prediction(
        tuple(map(span, content)), span(cue), span(source) if source else None, SURE, 0.9
    )


def joined(extractor: Extractor, doc: Doc, *marked: Prediction) -> list[Words]:
    analysis(doc).predictions = list(marked)
    found = analysis(linking(tagging(doc))).attributions

    def words(part: Range) -> str:
        return doc[slice(*part)].text

    return [
        (
            [words(span) for span in one.content],
            words(one.cue[0]),
            words(one.source[0]) if one.source else None,
            one.parent,
        )
        for one in found
    ]
