"""What somebody may have meant whose filter finds nothing: the nearest names that do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from rapidfuzz import fuzz, process
from sqlalchemy import Engine

from claims.language.folding import fold
from db.analysis.summary import count_claims
from db.query.fields.field import Field, Form
from db.query.model import FIELDS, ClaimQuery
from db.query.vocabulary import vocabulary

_LIKE: Final = 75
"""Likeness of two words, of 100, from which one may be meant by the other."""
_WORDS: Final = 20


def did_you_mean(engine: Engine, query: ClaimQuery) -> ClaimQuery | None:
    """A query that finds claims, with other names where one of a query's finds none.

    Search words may be meant as the name of a speaker.

    Raises:
        ArchiveError: The database failed.
    """
    names = vocabulary(engine)
    meant = replace(query, **_other_names(engine, query, names))
    if meant == query and query.text:
        speaker = nearest(query.text, names["speaker"])
        if speaker is not None:
            meant = replace(query, text=None, speakers=(*query.speakers, speaker))
    return meant if meant != query and count_claims(engine, meant) else None


def nearest(text: str, names: Iterable[str]) -> str | None:
    """The first of the names that are most like a text: each of its words is like one of theirs."""
    by_word: dict[str, list[str]] = {}
    for name in names:
        for word in fold(name).split():
            by_word.setdefault(word, []).append(name)
    likeness: dict[str, float] | None = None
    for word in fold(text).split():
        near: dict[str, float] = {}
        for found, score, _ in process.extract(
            word, [*by_word], scorer=fuzz.ratio, score_cutoff=_LIKE, limit=_WORDS
        ):
            for name in by_word[found]:
                near.setdefault(name, score)
        if likeness is None:
            likeness = near
        else:
            likeness = {
                name: total + near[name] for name, total in likeness.items() if name in near
            }
    return max(likeness, key=likeness.__getitem__) if likeness else None


def _other_names(
    engine: Engine, query: ClaimQuery, names: Mapping[str, Iterable[str]]
) -> dict[str, Any]:
    others: dict[str, Any] = {}
    for field in FIELDS:
        if field.form is Form.NAMES and field.key in names:
            values = field.values(query)
            meant = tuple(
                value
                if _finds_any(engine, field, value)
                else nearest(value, names[field.key]) or value
                for value in values
            )
            if meant != values:
                others[field.name] = meant
    return others


def _finds_any(engine: Engine, field: Field, value: str) -> bool:
    """Whether any claim is found by a name alone."""
    alone: dict[str, Any] = {field.name: (value,)}
    return count_claims(engine, ClaimQuery(everything=True, **alone)) > 0
