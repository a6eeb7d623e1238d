"""The columns of an export: their names, their order, and what stands in them.

Names stay, and columns are only ever added at the end.
"""

from __future__ import annotations

from collections.abc import Mapping

from db.export.provenance import Provenance
from db.rows import ClaimRow

COLUMNS = (
    "claim_id",
    "article_id",
    "article_title",
    "outlet",
    "published",
    "article_path",
    "speaker",
    "speaker_kind",
    "role",
    "organization",
    "source",
    "cue",
    "type",
    "content",
    "content_start",
    "content_end",
    "confidence",
    "review",
)
"""What every claim row has."""

EXTRA_COLUMNS = (
    "published_precision",
    "published_evidence",
    "byline",
    "article_url",
    "speaker_id",
    "speaker_as_named",
    "role_holder",
    "role_evidence",
    "role_evidence_spans",
    "content_spans",
    "cue_spans",
    "source_spans",
    "parent_claim_id",
    "text_version",
    "text_sha256",
    "model",
    "tool_version",
    "extracted_at",
)
"""What is needed to check a row again: evidence, exact places, and what found it."""

Value = str | int | float | list[str] | list[str | None] | list[list[int]] | None
Record = dict[str, Value]

JOINED = "; "
"""Between the values of one cell."""


def record(row: ClaimRow) -> Record:
    """A claim under the names of `COLUMNS`; speakers, roles and organizations are lists."""
    return {
        "claim_id": row.claim_id,
        "article_id": row.article_id,
        "article_title": row.article_title,
        "outlet": row.outlet,
        "published": row.published_as_known or None,
        "article_path": row.article_path,
        "speaker": list(row.speakers),
        "speaker_kind": list(row.speaker_kinds),
        "role": [role or None for role in row.roles],
        "organization": [name or None for name in row.organizations],
        "source": row.source,
        "cue": row.cue,
        "type": row.type,
        "content": row.content,
        "content_start": row.content_start,
        "content_end": row.content_end,
        "confidence": round(row.confidence, 4),
        "review": row.review,
    }


def full_record(row: ClaimRow, origin: Provenance) -> Record:
    """A claim under the names of `COLUMNS` and `EXTRA_COLUMNS`."""
    return record(row) | {
        "published_precision": row.published_precision,
        "published_evidence": origin.published_evidence,
        "byline": list(origin.byline),
        "article_url": origin.article_url,
        "speaker_id": [one.entity_id for one in origin.speakers],
        "speaker_as_named": [one.named_as for one in origin.speakers],
        "role_holder": [speaker.name for speaker, _ in origin.posts],
        "role_evidence": [post.exact if post else None for _, post in origin.posts],
        "role_evidence_spans": [[post.start, post.end] if post else [] for _, post in origin.posts],
        "content_spans": origin.content,
        "cue_spans": origin.cue,
        "source_spans": origin.source,
        "parent_claim_id": origin.parent_claim_id,
        "text_version": origin.text_version,
        "text_sha256": origin.text_sha256,
        "model": origin.model,
        "tool_version": origin.tool_version,
        "extracted_at": origin.extracted_at,
    }


def cell(value: object) -> str:
    """A value as one cell: several are joined, a span is ``start-end``, None is empty."""
    if type(value) is str:
        return value
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return JOINED.join(map(_item, value)) if any(value) else ""
    return str(value)


def cells(record: Mapping[str, object], columns: tuple[str, ...]) -> list[str]:
    """A record as the cells of these columns; what it lacks is empty."""
    return [cell(record.get(column)) for column in columns]


def _item(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return "-".join(map(str, value))
    return "" if value is None else str(value)
