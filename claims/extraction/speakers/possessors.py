"""Whose something is said to be: before ’s, or by a possessive pronoun."""

from __future__ import annotations

from typing import Final

from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.gender_hints import PERSONAL
from claims.extraction.parsing.noun_phrases import Nominal
from claims.extraction.speakers.focus import Focus
from claims.language.word_lists import words

DEFINITE: Final = words("grammar/pronouns", "definite")


def owner_of(
    tokens: Tokens, clusters: MentionClusters, focus: Focus, nominal: Nominal
) -> MentionCluster | None:
    """The person or organization before ’s, or that a possessive pronoun means."""
    if nominal.possessor is None:
        return None
    first, last = nominal.possessor
    mention = clusters.mention_at(last - 1)
    if mention is not None:
        return clusters.cluster_of(mention)
    gender = PERSONAL.get(tokens.lower[first])
    return focus.choose(first, gender) if gender else None
