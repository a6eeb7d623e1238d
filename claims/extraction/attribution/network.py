"""What the trained network marks in an article: attributions and named entities."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens
from spacy.util import filter_spans

from claims.article import SegmentKind
from claims.claim import Span
from claims.extraction.document.analysis import ArticleAnalysis, analysis
from claims.extraction.document.prediction import Prediction
from claims.extraction.document.ranges import Door, Range
from claims.tagger.confidence import confidence
from claims.tagger.decoding import FoundAttribution, Run, decode
from claims.tagger.encoding import encode, surface
from claims.tagger.entities import Entity, find_entities
from claims.tagger.session import Tagger
from claims.tagger.syntax import Syntax, with_syntax
from claims.tagger.weights import SHIPPED
from claims.tagger.windows import WordPieces, blocks

# What is no part of the article is neither context nor a place for names.
_LEFT_OUT: Final = frozenset(
    {SegmentKind.COMMENT, SegmentKind.PROMO, SegmentKind.TAG, SegmentKind.JUNK, SegmentKind.CREDIT}
)
_HYPHENS: Final = "-‐‑"


@Language.factory(
    "claims_network",
    assigns=["doc.ents"],
    default_config={"weights": str(SHIPPED), "threads": None},
)
def network(nlp: Language, name: str, weights: str, threads: int | None) -> Network:
    """The component; ``weights`` is a folder."""
    return Network(shared_tagger(Path(weights), threads))


class Network:
    """Finds attributions and names."""

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger

    def __call__(self, doc: Doc) -> Doc:
        known, door = analysis(doc), Door(doc)
        predictions: list[Prediction] = []
        entities: list[Entity] = []
        for block in blocks(self._pieces(doc, known)):
            answer = self.tagger.believe(block)
            found = decode(answer.windows, surface(block, known.quotations))
            settings = self.tagger.settings
            sure = (
                _prediction(door, block, one, confidence(one.signs, settings.confidence))
                for one in found
            )
            predictions += (one for one in sure if one.confidence >= settings.least)
            entities += find_entities(block.offsets, answer.entities)
        known.predictions = predictions
        doc.ents = filter_spans(list(_spans(doc, entities)))
        return doc

    def _pieces(self, doc: Doc, known: ArticleAnalysis) -> WordPieces:
        kept = [s for s in known.segments if s.kind not in _LEFT_OUT]
        pieces = encode(self.tagger.tokenizer, doc.text, known.quotations)
        parsed = with_syntax(pieces, Syntax.of(doc))
        return parsed.within([(s.start, s.end) for s in kept])


@lru_cache(maxsize=2)
def shared_tagger(weights: Path, threads: int | None) -> Tagger:
    """The network of a folder of weights, loaded once."""
    return Tagger(weights, threads)


def _prediction(door: Door, pieces: WordPieces, found: FoundAttribution, sure: float) -> Prediction:
    def tokens(run: Run) -> Range:
        return door.tokens(Span(pieces.offsets[run[0]][0], pieces.offsets[run[1] - 1][1]))

    return Prediction(
        tuple(map(tokens, found.content)),
        tokens(found.cue),
        None if found.source is None else tokens(found.source),
        found.signs,
        sure,
    )


def _spans(doc: Doc, entities: list[Entity]) -> Iterator[Tokens]:
    offsets = [token.idx for token in doc]
    text = doc.text  # made anew each time it is asked for
    for start, end, kind in entities:
        low = bisect_right(offsets, _word_start(text, start)) - 1
        span = Tokens(doc, low, bisect_left(offsets, end), label=kind)
        if not span.text.isspace():
            yield span


def _word_start(text: str, at: int) -> int:
    """Where a name begins that was found from its second half on: "Seo-yeon"."""
    first = at + (text[at] in _HYPHENS)
    if not (first and text[first - 1] in _HYPHENS and text[first : first + 1].islower()):
        return at
    while at and (text[at - 1].isalnum() or text[at - 1] in _HYPHENS):
        at -= 1
    return at
