"""Who is whose wife, father or son, where the article says so beside a name.

"His wife, Ada Lind,", "Lind’s brother Otto", "Ada Lind, the widow of Per Holm,", "my parents, Per
and Ada Lind": what "his wife" and "my father" mean elsewhere in the article.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.mentions import Mention, NameKind
from claims.extraction.document.tokens import Tokens
from claims.language.names import Gender
from claims.language.word_lists import pairs, words

_SAME: Final = pairs("nouns/kin", "by another word")
_OF_BOTH: Final = {
    "parents": {Gender.MALE: "father", Gender.FEMALE: "mother"},
    "grandparents": {Gender.MALE: "grandfather", Gender.FEMALE: "grandmother"},
    "sons": {Gender.MALE: "son"},
    "daughters": {Gender.FEMALE: "daughter"},
    "children": {Gender.MALE: "son", Gender.FEMALE: "daughter"},
    "brothers": {Gender.MALE: "brother"},
    "sisters": {Gender.FEMALE: "sister"},
}
_KIN: Final = words("nouns/kin", "of a named person")


@dataclass(frozen=True, slots=True)
class Kin:
    """One person told as another’s kin; ``of`` is None where the words name nobody."""

    cluster: MentionCluster
    relation: str
    of: MentionCluster | None


def relation_of(noun: str) -> str | None:
    """The relation that a noun in the singular tells ("ex-wife" is a wife); None if none."""
    noun = _SAME.get(noun, noun)
    return noun if noun in _KIN else None


def find_kin(tokens: Tokens, clusters: MentionClusters) -> list[Kin]:
    """Every relation that stands beside a person’s name, in text order."""
    found = []
    for mention in clusters.mentions:
        if mention.kind is NameKind.PERSON:
            one = _before(tokens, clusters, mention) or _after(tokens, clusters, mention)
            if one is not None:
                found.append(one)
    return found


def _before(tokens: Tokens, clusters: MentionClusters, mention: Mention) -> Kin | None:
    """ "His wife, Ada Lind", "wife Ada", "my parents, Per and Ada Lind"."""
    at = mention.start - 1
    while at > 0 and (tokens.text[at] in (",", "and") or clusters.person_at(at)):
        at -= 1
    if at < 0 or tokens.sent[at] != tokens.sent[mention.start]:
        return None
    cluster, noun = clusters.cluster_of(mention), tokens.lower[at]
    first = _is_first(tokens, clusters, at, mention)
    relation = relation_of(noun) if first else None
    if relation is None and noun in _OF_BOTH and cluster.gender is not None:
        relation = _OF_BOTH[noun].get(cluster.gender)
    return None if relation is None else Kin(cluster, relation, _owner(tokens, clusters, at))


def _is_first(tokens: Tokens, clusters: MentionClusters, at: int, mention: Mention) -> bool:
    """Whether no other name stands between the noun at ``at`` and the mention."""
    return all(
        not clusters.person_at(i) and tokens.text[i] == "," for i in range(at + 1, mention.start)
    )


def _after(tokens: Tokens, clusters: MentionClusters, mention: Mention) -> Kin | None:
    """ "Ada Lind, the widow of Per Holm", "Ada Lind, his mother"."""
    at = mention.end
    if at + 2 >= len(tokens) or tokens.text[at] != ",":
        return None
    for i in range(at + 1, min(at + 7, len(tokens) - 1)):
        relation = relation_of(tokens.lower[i])
        if relation is not None and tokens.tag[i] == "NN":
            of = clusters.mention_at(i + 2) if tokens.lower[i + 1] == "of" else None
            owner = clusters.cluster_of(of) if of is not None else _owner(tokens, clusters, i)
            return Kin(clusters.cluster_of(mention), relation, owner)
        if tokens.tag[i] not in ("DT", "PRP$", "JJ", "NNP", "POS", "HYPH"):
            return None
    return None


def _owner(tokens: Tokens, clusters: MentionClusters, noun: int) -> MentionCluster | None:
    """The person named before ’s and the noun at ``noun``."""
    at = noun - 1
    while at > 0 and tokens.tag[at] in ("JJ", "HYPH", "NN"):
        at -= 1
    mention = clusters.mention_at(at - 1) if at > 0 and tokens.tag[at] == "POS" else None
    if mention is None or mention.kind is not NameKind.PERSON:
        return None
    return clusters.cluster_of(mention)
