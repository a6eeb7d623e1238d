"""What tells whether an affiliation is the person's and one: how and in what words it is stated."""

from __future__ import annotations

from math import log1p
from typing import Final

from claims.claim import Affiliation
from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.mentions import NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.parsing.noun_phrases import singular
from claims.extraction.speaker_confidence.confidence import LEAST, Signs
from claims.language.folding import fold_letters
from claims.language.word_lists import words
from claims.logistic import log_odds

_JOINING: Final = words("affiliations/joining", "behind heads")


def affiliation_signs(
    tokens: Tokens, clusters: MentionClusters, bearer: MentionCluster, stated: Affiliation
) -> Signs:
    """The signs of an affiliation as it is noted.

    Args:
        tokens: The article.
        clusters: Who appears in it.
        bearer: Whose it is.
        stated: Its confidence is that of the choice of the bearer, 1.0 where the name stands there.
    """
    start, end = tokens.find(stated.evidence.start, stated.evidence.end)
    evidence = range(start, end)
    role = fold_letters(stated.role or "").split()
    front = next((i for i, word in enumerate(role) if i and word in _JOINING), len(role))
    head = role[front - 1] if role else ""
    at = next((i for i in evidence if tokens.lower[i] == head), None)
    names = [m for m in map(clusters.mention_at, evidence) if m is not None]
    body = stated.organization or ""
    bodies = [m.kind for m in names if fold_letters(m.text) in fold_letters(body)]
    signs: Signs = {
        _place(bearer, start, end): 1.0,
        "no role": float(not role),
        "organization": float(bool(body)),
        "organization's words": log1p(len(body.split())),
        "small organization": float(body[:1].islower()),
        "place for organization": float(bodies[:1] == [NameKind.PLACE]),
        "goes on": float(front < len(role)),
        "words": log1p(len(role)),
        "quoted": float(tokens.quoted[start]),
        "title of rank": float(head in words("names/titles")),
        "plural": float(head != singular(head)),
        "adjective": float(at is not None and _has_adjective(tokens, at, front)),
        "complement": float(at is not None and tokens.dep[at] == "attr"),
        "another person": float(
            any(m.kind is NameKind.PERSON and clusters.cluster_of(m) is not bearer for m in names)
        ),
        "mentions": log1p(len(bearer.mentions)),
    }
    if head:
        signs[f"head: {singular(head)}"] = 1.0
    if stated.confidence < 1:
        signs |= {"chosen": 1.0, "odds": log_odds(stated.confidence, LEAST)}
    return {name: value for name, value in signs.items() if value and name}


def _has_adjective(tokens: Tokens, head: int, length: int) -> bool:
    """Whether an adjective is among the words of a role up to its head."""
    opening = max(0, head + 1 - length)
    return not {"JJ", "JJR", "JJS"}.isdisjoint(tokens.tag[opening:head])


def _place(bearer: MentionCluster, start: int, end: int) -> str:
    """Where the bearer's name stands in the evidence, if that tells anything."""
    inside = [m for m in bearer.mentions if start <= m.start < end]
    if not inside:
        return ""
    if inside[0].start == start:
        return "behind the name"
    return "" if inside[-1].end == end else "around the name"
