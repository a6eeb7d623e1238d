"""Rows that are no claims (speakers, articles) as JSON or JSON lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TextIO

from tui.io.streams import json_text

if TYPE_CHECKING:
    from db.claims.affiliation_period import AffiliationPeriod

Record = Mapping[str, object]


def write_json(records: Sequence[Record], out: TextIO, *, lines: bool) -> None:
    """Write records as one JSON list, or as one JSON object a line."""
    if lines:
        out.writelines(json_text(record) + "\n" for record in records)
    else:
        out.write(json_text(list(records), indent=2) + "\n")


def affiliation_record(one: AffiliationPeriod) -> dict[str, object]:
    """An affiliation over the articles that state it, as a JSON object."""
    return {
        "role": one.role,
        "organization": one.organization,
        "former": one.former,
        "first": one.first.as_known or None,
        "last": one.last.as_known or None,
        "articles": one.articles,
    }
