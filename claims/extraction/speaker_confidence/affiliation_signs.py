"""What tells whether an affiliation is the person's and one: how and in what words it is stated."""

from __future__ import annotations

from math import log1p
from typing import Final

from claims.claim import Affiliation
from claims.extraction.document.clusters import MentionCluster
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.headings import in_heading
from claims.extraction.speaker_confidence.confidence import LEAST, Signs
from claims.language.folding import fold_letters
from claims.language.word_lists import words
from claims.logistic import log_odds

_JOINING: Final = words("affiliations/joining", "behind heads")


def affiliation_signs(tokens: Tokens, bearer: MentionCluster, stated: Affiliation) -> Signs:
    """The signs of an affiliation as it is noted.

    Args:
        tokens: The article.
        bearer: Whose it is.
        stated: Its confidence is that of the choice of the bearer, 1.0 where the name stands there.
    """
    start, end = tokens.find(stated.evidence.start, stated.evidence.end)
    role = fold_letters(stated.role or "").split()
    front = next((i for i, word in enumerate(role) if i and word in _JOINING), len(role))
    head = role[front - 1] if role else ""
    signs: Signs = {
        _place(bearer, start, end): 1.0,
        "no role": float(not role),
        "organization": float(stated.organization is not None),
        "small organization": float((stated.organization or "A")[0].islower()),
        "goes on": float(front < len(role)),
        "words": log1p(len(role)),
        "former": float(stated.former),
        "heading": float(in_heading(tokens, start)),
        "quoted": float(tokens.quoted[start]),
        "prominent": float(head in words("nouns/prominent")),
        "title": float((stated.role or "a")[0].isupper()),
        "title of rank": float(head in words("names/titles")),
        "adjectives": float(sum(tokens.tag[i] in ("JJ", "JJS", "RB") for i in range(start, end))),
        "indefinite": float(tokens.lower[start] in ("a", "an")),
        "one word": float(len(bearer.key) == 1),
        "mentions": log1p(len(bearer.mentions)),
    }
    if stated.confidence < 1:
        signs |= {"chosen": 1.0, "odds": log_odds(stated.confidence, LEAST)}
    return {name: value for name, value in signs.items() if value}


def _place(bearer: MentionCluster, start: int, end: int) -> str:
    """Where the bearer's name stands in the evidence."""
    inside = [m for m in bearer.mentions if start <= m.start < end]
    if not inside:
        return "no name"
    if inside[0].start == start:
        return "behind the name"
    return "before the name" if inside[-1].end == end else "around the name"
