"""What the trained network marks in an article: attributions and named entities."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens
from spacy.util import filter_spans

from claims.article import SegmentKind
from claims.claim import Span
from claims.extraction.document.extensions import register_extensions
from claims.tagger.confidence import confidence
from claims.tagger.decoding import Found, Run, Signs, decode
from claims.tagger.encoding import encode, surface
from claims.tagger.entities import Entity, find_entities
from claims.tagger.session import Tagger
from claims.tagger.syntax import Syntax, with_syntax
from claims.tagger.weights import SHIPPED
from claims.tagger.windows import Pieces, blocks

# What is no part of the article is neither context nor a place for names.
_LEFT_OUT = frozenset(
    {SegmentKind.COMMENT, SegmentKind.PROMO, SegmentKind.TAG, SegmentKind.JUNK, SegmentKind.CREDIT}
)
_HYPHENS = "-‐‑"


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution that the network marked; code points, ``confidence`` 0.0 to 1.0."""

    content: tuple[Span, ...]
    cue: Span
    source: Span | None
    signs: Signs
    confidence: float


@Language.factory(
    "claims_marking",
    assigns=["doc._.marked", "doc.ents"],
    default_config={"weights": str(SHIPPED), "threads": None},
)
def marking(nlp: Language, name: str, weights: str, threads: int | None) -> Marking:
    """The component; ``weights`` is a folder."""
    return Marking(shared_tagger(Path(weights), threads))


class Marking:
    """Sets ``doc._.marked`` and the document's entities."""

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger

    def __call__(self, doc: Doc) -> Doc:
        marked: list[Marked] = []
        entities: list[Entity] = []
        for block in blocks(self._pieces(doc)):
            answer = self.tagger.believe(block)
            found = decode(answer.windows, surface(block, doc._.quotations))
            settings = self.tagger.settings
            sure = (
                _marked(block, one, confidence(one.signs, settings.confidence)) for one in found
            )
            marked += (one for one in sure if one.confidence >= settings.least)
            entities += find_entities(block.offsets, answer.entities)
        doc._.marked = marked
        doc.ents = filter_spans(list(_spans(doc, entities)))
        return doc

    def _pieces(self, doc: Doc) -> Pieces:
        kept = [s for s in doc._.segments if s.kind not in _LEFT_OUT]
        pieces = encode(self.tagger.tokenizer, doc.text, doc._.quotations)
        parsed = with_syntax(pieces, Syntax.of(doc))
        return parsed.within([(s.start, s.end) for s in kept])


@lru_cache(maxsize=2)
def shared_tagger(weights: Path, threads: int | None) -> Tagger:
    """The network of a folder of weights, loaded once."""
    return Tagger(weights, threads)


def _marked(pieces: Pieces, found: Found, sure: float) -> Marked:
    def span(run: Run) -> Span:
        return Span(pieces.offsets[run[0]][0], pieces.offsets[run[1] - 1][1])

    return Marked(
        tuple(map(span, found.content)),
        span(found.cue),
        None if found.source is None else span(found.source),
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


register_extensions()
