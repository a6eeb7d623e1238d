"""A query that asks for one thing."""

from __future__ import annotations

from typing import Any

from db.query.fields.field import Field, ValueForm
from db.query.model import ClaimQuery

_TEXTS = {
    "since": "2023-06-30",
    "until": "2023-06-30",
    "months": "2023-06",
    "stored": "2023-06-30T10:15",
    "min_confidence": "0.5",
    "min_statement": "0.5",
    "min_speaker_confidence": "0.5",
    "limit": "7",
    "sort": "outlet",
}


def asking(field: Field) -> ClaimQuery:
    """A query that asks for something of this filter, and for nothing else."""
    if field.form in (ValueForm.EITHER, ValueForm.SWITCH):
        value: Any = True
    else:
        text = field.choices[0] if field.choices else _TEXTS.get(field.name, "river")
        value = field.read(str(text))
    asked: dict[str, Any] = {field.name: (value,) if field.several else value}
    if field.name == "ever":
        asked["organizations"] = ("river",)
    return ClaimQuery(**asked)
