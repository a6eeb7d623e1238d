"""Whether a description fits an affiliation: "the Russian leader" and "President … of Russia"."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final

from claims.claim import Affiliation
from claims.extraction.document.clusters import MentionCluster
from claims.extraction.parsing.noun_phrases import singular
from claims.language.countries import demonyms
from claims.language.folding import fold_letters
from claims.language.word_lists import pairs, rows, words

_ALIKE: Final = tuple(map(frozenset, rows("nouns/alike", "roles")))
_PARTY: Final = pairs("countries/parties", "by another word")
_PARTIES: Final = words("countries/parties")
_OTHER_POSTS: Final = ("vice", "deputy", "shadow")
_VAGUE: Final = words("nouns/vague")


def modifier_words(texts: list[str]) -> set[str]:
    """The words before a description's head, folded, a party by one name."""
    return _normal(fold_letters(text) for text in texts if text[0].isalnum())


def fit(affiliation: Affiliation, noun: str, modifiers: AbstractSet[str]) -> float:
    """How well an affiliation fits a description; 0 if it does not.

    Args:
        affiliation: The affiliation.
        noun: The description's head in the singular, lower case.
        modifiers: As ``modifier_words`` gives them.
    """
    role = _normal(fold_letters(affiliation.role or "").replace("-", " ").split())
    role |= {singular(word) for word in role}
    if "prime" in role:
        role.add("premier")
    alike = {noun}.union(*(group for group in _ALIKE if noun in group))
    country = affiliation.role is None and "leader" in alike and modifiers & demonyms()
    trade = _of_trade(noun, role)
    if not alike & role and not country and not trade:
        return 0.0
    if not trade and any((word in role) != (word in modifiers) for word in _OTHER_POSTS):
        return 0.0
    organization = set(fold_letters(affiliation.organization or "").replace("-", " ").split())
    return 1.0 + (noun in role) + 0.5 * len(modifiers & (role | organization))


def is_other(cluster: MentionCluster, role: str, noun: str) -> bool:
    """Whether what is stated of a person fits neither a description nor the role beside it."""
    return bool(cluster.affiliations) and not (fits_any(cluster, role) or fits_any(cluster, noun))


def fits_any(cluster: MentionCluster, noun: str) -> bool:
    """Whether anything stated of a person fits a noun."""
    return any(fit(one, noun, set()) > 0 for one in cluster.affiliations)


def adds_nothing(affiliation: Affiliation, noun: str, modifiers: AbstractSet[str]) -> bool:
    """Whether a description that fits an affiliation only says it again: "the Latvian leader"."""
    if affiliation.role is None or fit(affiliation, noun, modifiers) <= 0:
        return False
    peoples = demonyms() - _PARTIES
    return bool(modifiers & peoples) and modifiers <= peoples | _VAGUE


def _of_trade(noun: str, role: AbstractSet[str]) -> bool:
    """Whether a role names the field of "the metallurgist", "the historian", "the physicist"."""
    if not noun.endswith(("ist", "ian")) or len(noun) < 8:
        return False
    return any(word.startswith(noun[:-3]) for word in role)


def _normal(found: Iterable[str]) -> set[str]:
    return {_PARTY.get(word, word) for word in found}
