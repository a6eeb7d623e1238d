"""An article and its claims as one JSON object: what ``claims extract`` prints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from claims.article import Article
from claims.claim import Affiliation, Claim, Span, Speaker
from claims.partial_date import Precision


def article_record(article: Article, claims: Sequence[Claim]) -> dict[str, object]:
    """The JSON object of one article; ``body`` is there only where offsets do not fit the file."""
    day = article.published.precision is Precision.DAY
    value = article.published.value
    record: dict[str, object] = {
        "article": PurePath(article.path).name,
        "title": article.title,
        "outlet": article.outlet,
        "published": value.isoformat() if value and day else None,
        "published_precision": article.published.precision.value,
        "published_evidence": article.published.evidence,
        "stated": article.stated.as_known or None,
        "byline": list(article.byline),
        "language": article.language,
        "segments": [[one.start, one.end, one.kind.value] for one in article.segments],
        "claims": [_claim(claim) for claim in claims],
    }
    if article.html:
        record["body"] = article.text
    return record


def _claim(claim: Claim) -> dict[str, object]:
    return {
        "type": claim.type.value,
        "content": _spans(claim.content),
        "cue": _spans(claim.cue) or None,
        "source": _spans(claim.source) or None,
        "speakers": [_speaker(speaker) for speaker in claim.speakers],
        "parent": claim.parent,
        "confidence": round(claim.confidence, 3),
        "statement": round(claim.statement, 3),
        "cue_lemma": claim.cue_lemma,
        "cue_class": None if claim.cue_class is None else claim.cue_class.value,
        "negated": claim.negated,
        "hedged": claim.hedged,
        "prediction": claim.prediction,
    }


def _speaker(speaker: Speaker) -> dict[str, object]:
    return {
        "name": speaker.name,
        "kind": speaker.kind.value,
        "confidence": round(speaker.confidence, 3),
        "affiliations": [_affiliation(held) for held in speaker.affiliations],
    }


def _affiliation(held: Affiliation) -> dict[str, object]:
    return {
        "role": held.role,
        "organization": held.organization,
        "former": held.former,
        "confidence": round(held.confidence, 3),
        "evidence": [held.evidence.start, held.evidence.end],
    }


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
