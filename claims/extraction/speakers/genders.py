"""Whether persons are "he" or "she", gathered over the whole article before anyone is resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.gender_hints import PERSONAL
from claims.extraction.speakers.focus import Focus
from claims.language.names import Gender
from claims.language.word_lists import words

_ROUNDS: Final = 2
_FEMININE: Final = words("nouns/genders", "roles of women")
_MASCULINE: Final = words("nouns/genders", "roles of men")


def gather_genders(tokens: Tokens, clusters: MentionClusters) -> None:
    """Set the gender of every person whose affiliations or clear pronouns tell one and only one.

    A person called "he" in one paragraph is not "she" in another, before or after it.
    """
    for cluster in clusters.persons:
        if cluster.gender is None:
            cluster.gender = _by_affiliations(cluster)
    for _ in range(_ROUNDS):
        votes: dict[int, Counter[Gender]] = {}
        for cluster, gender in _clear_pronouns(tokens, clusters):
            votes.setdefault(id(cluster), Counter())[gender] += 1
        settled = [m for m in clusters.persons if m.gender is None and id(m) in votes]
        for cluster in settled:
            cluster.gender = _winner(votes[id(cluster)])
        if not settled:
            break


def _by_affiliations(cluster: MentionCluster) -> Gender | None:
    last = [
        (affiliation.role or "").lower().rsplit(" ", 1)[-1] for affiliation in cluster.affiliations
    ]
    if any(word in _FEMININE or word.endswith("woman") for word in last):
        return Gender.FEMALE
    return None if _MASCULINE.isdisjoint(last) else Gender.MALE


def _winner(votes: Counter[Gender]) -> Gender | None:
    """The gender told more than twice as often as the other."""
    (gender, most), *rest = votes.most_common()
    return gender if most > 2 * sum(count for _, count in rest) else None


def _clear_pronouns(
    tokens: Tokens, clusters: MentionClusters
) -> Iterator[tuple[MentionCluster, Gender]]:
    """Every person with the gender of each pronoun that cannot but mean that person."""
    focus = Focus(tokens, clusters)
    at = 0
    for i, (lower, tag) in enumerate(zip(tokens.lower, tokens.tag, strict=True)):
        while at < len(clusters.mentions) and clusters.mentions[at].start <= i:
            mention = clusters.mentions[at]
            focus.see(mention.start, mention.end - 1, clusters.cluster_of(mention))
            at += 1
        if lower not in PERSONAL or tag not in ("PRP", "PRP$") or tokens.quoted[i]:
            continue
        cluster = focus.clear(i, PERSONAL[lower])
        if cluster is not None:
            yield cluster, PERSONAL[lower]
