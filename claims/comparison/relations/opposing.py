"""Whether what one claim denies is what another one says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claims.comparison.relations.assertions import says
from claims.comparison.relations.compared_claim import ComparedClaim
from claims.comparison.relations.polarity import Denied, denied, is_of_a_claim, keeps_from
from claims.comparison.relations.subjects import are_of_one_body, are_of_one_speaker, names
from claims.comparison.terms import part, stem, terms
from claims.comparison.words import keys_of

_FEWEST: Final = 3
"""Telling words of what is denied; as many must be common to a "not" and what it is to deny."""

_BEHIND: Final = 0.5
"""What part of the telling words behind a "not" the other claim has."""


def bears_on(
    denial: Denied, denying: ComparedClaim, asserting: ComparedClaim, common: Sequence[str]
) -> bool:
    """Whether a denial is of what a claim says, not only about the same.

    Args:
        denial: What is denied, and how.
        denying: The claim that does.
        asserting: The other.
        common: Telling words of what is denied that the other claim has.
    """
    own = denied(asserting)
    if own is not None and not terms(own.what).keys().isdisjoint(common):
        return False
    if denial.said:
        return _is_denied(denial, asserting, common)
    return says(denying) and _is_negated(denial, denying, asserting, common)


def _is_denied(denial: Denied, asserting: ComparedClaim, common: Sequence[str]) -> bool:
    """Whether a word of denial denies what a claim says: more than a name is common to both, and
    the claim says it, not that somebody does."""
    content = asserting.statement.bare
    named = names(denial.what) | names(content)
    return (
        len(common) > 1
        and len(terms(denial.what)) >= _FEWEST
        and any(term not in named for term in common)
        and not is_of_a_claim(content)
    )


def _is_negated(
    denial: Denied, denying: ComparedClaim, asserting: ComparedClaim, common: Sequence[str]
) -> bool:
    """Whether a "not" denies what a claim says: the words behind it are of both, and neither
    speaks of keeping something from being, which is a "not" in another word."""
    content = asserting.statement.bare
    if keeps_from(content) or keeps_from(denial.what):
        return False
    if part(terms(denial.behind), terms(content)) < _BEHIND:
        return False
    if are_of_one_speaker(denying, asserting):
        return len(common) > 1 and _begins_alike(denial, content)
    if are_of_one_body(denying, asserting):
        return len(common) >= _FEWEST
    return len(common) >= _FEWEST and _begins_alike(denial, content)


def _begins_alike(denial: Denied, content: str) -> bool:
    """Whether the first telling word behind a "not", mostly the verb, stands in a content."""
    behind = next(iter(terms(denial.behind)), None)
    return behind is not None and behind in map(stem, keys_of(content))
