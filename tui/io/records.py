"""What commands list (speakers, articles, claims that are like another) as JSON or JSON lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TextIO

from tui.io.streams import json_text

if TYPE_CHECKING:
    from db.claims.affiliation_period import AffiliationPeriod
    from db.claims.model import ClaimRow

Record = Mapping[str, object]


def write_json(records: Sequence[Record], out: TextIO, *, lines: bool) -> None:
    """Write records as one JSON list, or as one JSON object a line."""
    if lines:
        out.writelines(json_text(record) + "\n" for record in records)
    else:
        out.write(json_text(list(records), indent=2) + "\n")


def claim_record(row: ClaimRow) -> dict[str, object]:
    """A claim that something is told of, under the names that columns have."""
    return {
        "claim_id": row.claim_id,
        "article_id": row.article_id,
        "article_path": row.article_path,
        "published": row.published.as_known or None,
        "speaker": list(row.names),
        "content": row.content,
    }


def json_names(record: Record) -> Record:
    """The same under the names that JSON has for the path and for the list of speakers."""
    names = {"article_path": "path", "speaker": "speakers"}
    return {names.get(name, name): value for name, value in record.items()}


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
