"""Which relation two claims have, if one can be told from their words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from claims.comparison.meaning import marks_of
from claims.comparison.meaning.contents import says_something
from claims.comparison.meaning.judge import judged
from claims.comparison.meaning.likeness import likeness
from claims.comparison.meaning.statement import Text
from claims.comparison.meaning.vectors import nearness
from claims.comparison.relations.assertions import asserts, says
from claims.comparison.relations.compared_claim import ComparedClaim
from claims.comparison.relations.firmness import Turn, turned
from claims.comparison.relations.opposing import bears_on
from claims.comparison.relations.polarity import Denied, denied, denies, is_negative
from claims.comparison.relations.quantities import Change, changed, without_numbers
from claims.comparison.relations.subjects import (
    are_of_one_body,
    are_of_one_source,
    are_of_one_speaker,
    elsewhere,
    sized,
)
from claims.comparison.terms import in_words, part, shared, terms, uncounted
from claims.relation import Relation

LEAST: Final = 0.45
"""Cosine of two contents, by the trained weights, below which no relation is looked for."""

ALIKE: Final = 0.72
_AGAIN: Final = 0.85
_SURELY: Final = 0.95
"""How likely claims say the same that are said to agree; to repeat; and either, where only one of
them has a "not"."""

_COVERED: Final = 0.6
"""What part of the telling words of one claim the other has."""

_DENIED: Final = 0.55
_DENIED_WEAKLY: Final = 0.65
_NEGATED: Final = 0.66
_REVERSED: Final = 0.75
_TAKEN_BACK: Final = 0.38
"""Cosine of contents, by the published weights as all below, from which one is said to deny the
other: by a word of denial, by one that denies an allegation or an idea, by a "not"; and to take
back what the same speaker said, or in other words one who speaks for the same country."""

_UPDATED: Final = 0.7
_RECOUNTED: Final = 0.72
"""Cosine of contents that differ in a number; the latter where others give it."""

_FIRMED: Final = 0.8
_NEARLY_ALL: Final = 0.8
_FEWEST: Final = 2
"""Cosine of contents that differ in how sure they are or in a time, what part of the telling words
of one the other has, and how many of them."""

_marks: Final = lru_cache(maxsize=50_000)(marks_of)


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """A relation between two claims.

    Args:
        relation: Which.
        turned: Whether it is the first that repeats, denies or updates the second.
        score: From 0 to 1.
        evidence: The words that led to it.
    """

    relation: Relation
    turned: bool
    score: float
    evidence: tuple[str, ...]


class May(NamedTuple):
    """What two claims may be to each other; what they cannot be is not looked at.

    Args:
        deny: Whether the first may deny the second.
        be_denied: Whether the second may deny the first.
        update: Whether one may update the other.
        be_alike: Whether they may say the same.
    """

    deny: bool = True
    be_denied: bool = True
    update: bool = True
    be_alike: bool = True


_ANY: Final = May()


def relation(
    one: ComparedClaim,
    other: ComparedClaim,
    full: float,
    content: float,
    may: May = _ANY,
) -> FoundRelation | None:
    """The relation of two claims; None where none can be told.

    Args:
        one: The first.
        other: The second.
        full: Cosine of the vectors of their ``full`` texts.
        content: Cosine of the vectors of their ``bare`` texts.
        may: What they may be to each other.
    """
    if content < LEAST:
        return None
    found = None
    if may.deny:
        found = _opposed(one, other, turned=True)
    if may.be_denied:
        found = found or _opposed(other, one, turned=False)
    if may.update:
        found = found or _updated(one, other) or _firmed(one, other)
    if may.be_alike:
        found = found or _alike(one, other, full, content)
    # Asked last, as of most pairs nothing is found.
    tells = found is not None and all(says_something(each.statement.bare) for each in (one, other))
    return found if tells else None


def _opposed(
    denying: ComparedClaim, asserting: ComparedClaim, *, turned: bool
) -> FoundRelation | None:
    """What it is that one claim denies what another says; the first of two does if it is turned."""
    denial = denied(denying)
    if denial is None or not says(asserting):
        return None
    said, what = terms(asserting.statement.bare), terms(denial.what)
    common = tuple(term for term in what if term in said)
    covered = part(what, said)
    if covered < _COVERED or not bears_on(denial, denying, asserting, common):
        return None
    near = nearness(denying.statement.text, asserting.statement.text)
    if near < _least(denial, denying, asserting):
        return None
    score = round((near + covered) / 2, 4)
    evidence = (denial.by, *in_words(denial.what, common))
    if are_of_one_speaker(denying, asserting) or are_of_one_body(denying, asserting):
        first = denying.is_later_than(asserting) is False
        return FoundRelation(Relation.UPDATES, turned is not first, score, evidence)
    return FoundRelation(Relation.DENIES, turned, score, evidence)


def _least(denial: Denied, denying: ComparedClaim, asserting: ComparedClaim) -> float:
    """The cosine of contents from which one is said to deny or take back the other."""
    if denial.said:
        return _DENIED_WEAKLY if denial.weakly else _DENIED
    if are_of_one_speaker(denying, asserting):
        return _REVERSED
    # What one speaker of a government said another takes back in other words.
    return _TAKEN_BACK if are_of_one_body(denying, asserting) else _NEGATED


def _updated(one: ComparedClaim, other: ComparedClaim) -> FoundRelation | None:
    """Whether a number of one claim is another in the other, and all else alike."""
    left, right = one.statement.bare, other.statement.bare
    change = changed(left, right)
    if change is None or not (says(one) and says(other)):
        return None
    if change.rate and not are_of_one_source(one, other):
        return None
    covered = shared(uncounted(terms(left)), uncounted(terms(right)))
    if covered < _COVERED or elsewhere(one, other):
        return None
    near = nearness(Text(without_numbers(left)), Text(without_numbers(right)))
    if near < (_UPDATED if are_of_one_source(one, other) else _RECOUNTED):
        return None
    score = round((near + covered) / 2, 4)
    turned_round = other.is_later_than(one) is False
    return FoundRelation(
        Relation.UPDATES, turned_round, score, _in_time(change, turned=turned_round)
    )


def _firmed(one: ComparedClaim, other: ComparedClaim) -> FoundRelation | None:
    """Whether one source says that something will be that it said may be, or by another time, and
    all else alike."""
    left, right = one.statement.bare, other.statement.bare
    change = turned(left, right)
    if change is None or not are_of_one_source(one, other):
        return None
    if is_negative(left) != is_negative(right) or elsewhere(one, other):
        return None
    mine, theirs = terms(left), terms(right)
    covered = shared(mine, theirs)
    if covered < _NEARLY_ALL or len(mine.keys() & theirs.keys()) < _FEWEST:
        return None
    near = nearness(one.statement.text, other.statement.text)
    if near < _FIRMED:
        return None
    score = round((near + covered) / 2, 4)
    turned_round = other.is_later_than(one) is False
    return FoundRelation(
        Relation.UPDATES, turned_round, score, _in_time(change, turned=turned_round)
    )


def _in_time(change: Change | Turn, *, turned: bool) -> tuple[str, str]:
    """What both have, that of the claim which is updated first."""
    return (change.now, change.before) if turned else (change.before, change.now)


def _alike(
    one: ComparedClaim, other: ComparedClaim, full: float, content: float
) -> FoundRelation | None:
    """Whether both claims say the same, and who does."""
    signs = likeness(_marks(one.statement), _marks(other.statement), full, content)
    same = judged(signs)
    again = are_of_one_speaker(one, other)
    if same < (_AGAIN if again else ALIKE) or not (one.speakers and other.speakers):
        return None
    if not (asserts(one) and asserts(other)) or signs.opposed:
        return None
    if changed(one.statement.bare, other.statement.bare) is not None:
        return None
    if sized(one) != sized(other) or denies(one) != denies(other):
        return None
    if same < _SURELY and is_negative(one.statement.bare) != is_negative(other.statement.bare):
        return None
    mine, theirs = terms(one.statement.bare), terms(other.statement.bare)
    evidence = in_words(other.statement.bare, mine.keys() & theirs.keys())
    kind = Relation.REPEATS if again else Relation.AGREES
    if kind is Relation.AGREES and are_of_one_source(one, other):
        return None
    return FoundRelation(kind, other.is_later_than(one) is False, round(same, 4), evidence)
