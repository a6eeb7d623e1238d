"""The domain: reading articles, extracting claims, naming speakers. Knows no database or screen.

It is a library as well::

    import claims

    for article, found in claims.extract(["article.html"]):
        for claim in found:
            print(claim.speakers, [article.text[s.start : s.end] for s in claim.content])

What ``__all__`` names is public and stays; everything else may change. The names load when they are
first used, so that ``claims --help`` loads no language model.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claims.article import Article, DatedFact, Segment, SegmentKind
    from claims.claim import (
        Affiliation,
        Claim,
        ClaimType,
        CueClass,
        Phrase,
        Span,
        Speaker,
        SpeakerKind,
    )
    from claims.extraction.parallel import WorkerError
    from claims.extraction.pipeline import ModelError
    from claims.library import extract, read
    from claims.partial_date import PartialDate, Precision
    from claims.reading import ReadingError

__version__ = "0.1.0"

__all__ = [
    "Affiliation",
    "Article",
    "Claim",
    "ClaimType",
    "CueClass",
    "DatedFact",
    "ModelError",
    "PartialDate",
    "Phrase",
    "Precision",
    "ReadingError",
    "Segment",
    "SegmentKind",
    "Span",
    "Speaker",
    "SpeakerKind",
    "WorkerError",
    "__version__",
    "extract",
    "read",
]

_HOMES: Final = (
    "claims.article",
    "claims.claim",
    "claims.partial_date",
    "claims.reading",
    "claims.library",
    "claims.extraction.pipeline",
    "claims.extraction.parallel",
)


def __getattr__(name: str) -> object:
    if name in __all__:
        for home in _HOMES:
            if hasattr(module := import_module(home), name):
                return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
