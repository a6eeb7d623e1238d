"""What somebody may have meant whose filter finds nothing: the nearest names that do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Engine

from claims.language.nearest import nearest
from db.analysis.summary import count_claims
from db.query.fields.field import Field, ValueForm
from db.query.model import FIELDS, ClaimQuery
from db.query.vocabulary import vocabulary


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


def _other_names(
    engine: Engine, query: ClaimQuery, names: Mapping[str, Iterable[str]]
) -> dict[str, Any]:
    others: dict[str, Any] = {}
    for field in FIELDS:
        if field.form is ValueForm.NAMES and field.key in names:
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
