"""All that the stages of extraction find in one article, kept with its document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from spacy.tokens import Doc

from claims.article import Segment
from claims.claim import Affiliation, Phrase, Speaker
from claims.extraction.document.attribution import Attribution, Cue
from claims.extraction.document.candidate import Candidate
from claims.extraction.document.clusters import MentionClusters
from claims.extraction.document.prediction import Prediction
from claims.extraction.document.tokens import Tokens
from claims.quotations.find import Quotation

_KEY: Final = "claims"


@dataclass(frozen=True, slots=True)
class Names:
    """The words of an article, and who bears the names among them."""

    tokens: Tokens
    clusters: MentionClusters


@dataclass(slots=True)
class ArticleAnalysis:
    """What is known of an article so far; ``claims.extraction.components`` has who gives what.

    Args:
        segments: Of the article, as it was read; code points.
        quotations: In them, by start; code points.
        predictions: By the network, in order of their cues; None where the rules work alone.
        candidates: Cues with source and content, in text order.
        attributions: In order of their first token.
        cues: What each attribution's cue tells.
        names: Who appears; None before that is known.
        speakers: Who is behind each attribution.
        phrases: What each attribution's content speaks about.
    """

    segments: Sequence[Segment] = ()
    quotations: Sequence[Quotation] = ()
    predictions: list[Prediction] | None = None
    candidates: list[Candidate] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    names: Names | None = None
    speakers: list[tuple[Speaker, ...]] = field(default_factory=list)
    phrases: list[tuple[Phrase, ...]] = field(default_factory=list)

    @property
    def named(self) -> Names:
        """Who appears.

        Raises:
            LookupError: No stage has looked for names yet.
        """
        if self.names is None:
            raise LookupError("the names of this article are not known yet")
        return self.names

    @property
    def affiliations(self) -> list[tuple[Affiliation, ...]]:
        """Role and organization, as stated, of each person and organization that appears."""
        clusters = () if self.names is None else self.names.clusters.all
        return [cluster.stated() for cluster in clusters]


def analysis(doc: Doc) -> ArticleAnalysis:
    """What is known of the article of a document; the same object each time."""
    known = doc.user_data.setdefault(_KEY, ArticleAnalysis())
    if not isinstance(known, ArticleAnalysis):
        raise TypeError(f"{_KEY!r} of the document's user data is not ours")
    return known
