"""Claims about one dam, and how they are told to relate."""

from __future__ import annotations

from datetime import date

from claims.claim import CueClass
from claims.comparison.meaning import Statement
from claims.comparison.relations import ComparedClaim, FoundRelation, countries, relation
from claims.relation import Relation

DAM = "the dam at Velmora flooded forty farms below the river Orr"


def said(
    who: str, content: str, cue: str = "said", day: int = 1, kind: CueClass | None = None
) -> ComparedClaim:
    statement = Statement(content, cue, (who,) if who else ())
    return ComparedClaim(
        statement,
        frozenset({who}) if who else frozenset(),
        countries(who),
        date(2023, 5, day),
        kind,
    )


def told(one: ComparedClaim, other: ComparedClaim, near: float = 0.85) -> FoundRelation | None:
    return relation(one, other, near, near)


def kind(
    one: ComparedClaim, other: ComparedClaim, near: float = 0.85
) -> tuple[Relation, bool] | None:
    found = told(one, other, near)
    return None if found is None else (found.relation, found.turned)
