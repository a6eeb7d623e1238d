"""What an export tells of each claim, under the names of its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any, Final

from db.claims.model import ClaimRow, ClaimSpeaker, StatedAffiliation
from db.export.columns import EXTRA_COLUMNS, MEANINGS, OF_A_VERDICT, Record, Value
from db.export.pages import Pages
from db.export.provenance import Provenance, RunOrigin, TextOrigin
from db.review.values import Shown, joined

_ELSEWHERE: Final = ("articles", "stories", "first_said", "relations")
_OF_THE_ROW: Final = tuple(
    name for name in (*MEANINGS, *_ELSEWHERE) if name not in {*EXTRA_COLUMNS, "page"}
)
_UNJUDGED: Final[Record] = dict.fromkeys(OF_A_VERDICT)

_PLAIN: Final = (
    *("claim_id", "source", "cue", "type", "content", "content_start", "content_end", "review"),
    *("cue_lemma", "cue_class", "negated", "hedged", "prediction", "note"),
)
"""What a row has under the name of its column."""

_OF_CLAIM: Final[dict[str, Callable[[ClaimRow], Value]]] = {
    **{name: attrgetter(name) for name in _PLAIN},
    "tags": lambda row: list(row.tags),
    "confidence": lambda row: round(row.confidence, 4),
    "statement": lambda row: None if row.statement is None else round(row.statement, 4),
    "speaker_confidence": lambda row: [
        None if one.confidence is None else round(one.confidence, 4) for one in row.speakers
    ],
}
_OF_THREAD: Final[dict[str, Callable[[ClaimRow], Value]]] = {
    "thread": lambda row: None if row.thread is None else row.thread.id,
    "thread_label": lambda row: None if row.thread is None else row.thread.label,
}
_WHERE: Final[dict[str, Callable[[Provenance], Value]]] = {
    "content_spans": attrgetter("content"),
    "cue_spans": attrgetter("cue"),
    "source_spans": attrgetter("source"),
    "parent_claim_id": attrgetter("parent_claim_id"),
    "page": attrgetter("page"),
}
_mention_of: Final[Callable[[ClaimSpeaker], int]] = attrgetter("mention_id")

InLine = Sequence[tuple[ClaimSpeaker, StatedAffiliation | None]]
"""Roles and organizations position by position, as `ClaimRow.in_line` has them."""

Shape = Callable[[Iterable[Value]], tuple[Any, ...]]
"""What a format makes of values."""


def record(row: ClaimRow) -> Record:
    """A claim under the names of `COLUMNS` but the `EXTRA_COLUMNS`, and where else it is said;
    speakers, roles and organizations are lists."""
    found = _of_article(row) | _of_speakers(row, row.in_line) | _elsewhere(row)
    found |= {name: made(row) for name, made in _OF_CLAIM.items()}
    return {name: found[name] for name in _OF_THE_ROW}


def full_records(pages: Pages) -> Iterator[Record]:
    """Claims under the names of all columns, and where else they are said."""
    for rows, values in _shaped(pages, tuple(MEANINGS), tuple):
        for row, of_row in zip(rows, values, strict=True):
            found: Record = dict(zip(MEANINGS, of_row, strict=True))
            yield found | _elsewhere(row)


def shaped_rows(pages: Pages, columns: Sequence[str], shape: Shape) -> Iterator[tuple[Any, ...]]:
    """Claims as the values of these columns, in the shape of a format."""
    for _, values in _shaped(pages, columns, shape):
        yield from values


def _shaped(
    pages: Pages, columns: Sequence[str], shape: Shape
) -> Iterator[tuple[Sequence[ClaimRow], Iterable[tuple[Any, ...]]]]:
    """The claims of each page with the values of these columns.

    What claims have of their own is shaped column by column: a column has values of one type, as a
    rule. What is the same for all claims of an article, or for all of one speaker there, is made
    and shaped once: these follow each other.
    """
    unjudged = shape(_UNJUDGED.values())
    for rows, origins in pages.in_bulk():
        found = _of_groups(rows, origins, shape)
        judged = [_shaped_verdict(origin, shape) or unjudged for origin in origins]
        found |= zip(_UNJUDGED, zip(*judged, strict=True), strict=True)
        of_claim = {name: of for name, of in (_OF_CLAIM | _OF_THREAD).items() if name in columns}
        found |= {name: shape(map(value_of, rows)) for name, value_of in of_claim.items()}
        where = {name: of for name, of in _WHERE.items() if name in columns}
        found |= {name: shape(map(value_of, origins)) for name, value_of in where.items()}
        yield rows, zip(*(found[name] for name in columns), strict=True)


def _of_groups(
    rows: Sequence[ClaimRow], origins: Sequence[Provenance], shape: Shape
) -> dict[str, tuple[Any, ...]]:
    """The columns of what claims share with others of their article and speakers."""
    text = run = None
    shared = []
    for row, origin in zip(rows, origins, strict=True):
        if origin.text is not text or origin.run is not run:
            text, run, speakers = origin.text, origin.run, dict[tuple[int, ...], tuple[Any, ...]]()
            about = _of_article(row) | _of_text(text) | _of_run(run)
            article = shape(about.values())
        mentions = tuple(map(_mention_of, row.speakers))
        if (said_by := speakers.get(mentions)) is None:
            in_line = row.in_line
            stated = _of_speakers(row, in_line) | _evidence(row, in_line)
            said_by = speakers[mentions] = article + shape(stated.values())
        shared.append(said_by)
    return dict(zip((*about, *stated), zip(*shared, strict=True), strict=True))


def _shaped_verdict(origin: Provenance, shape: Shape) -> tuple[Any, ...] | None:
    """What is told of a verdict; None of a claim that nobody judged."""
    judged = _reviewed(origin)
    return shape((_UNJUDGED | judged).values()) if judged else None


def _of_article(row: ClaimRow) -> Record:
    return {
        "article_id": row.article_id,
        "article_title": row.article_title,
        "outlet": row.outlet,
        "published": row.published.as_known or None,
        "published_precision": row.published.precision,
        "article_path": row.article_path,
    }


def _of_text(text: TextOrigin) -> Record:
    return {
        "published_evidence": text.published_evidence,
        "byline": list(text.byline),
        "article_url": text.article_url,
        "text_version": text.version,
        "text_sha256": text.sha256,
        "story": text.story,
    }


def _of_run(run: RunOrigin) -> Record:
    return {
        "model": run.model,
        "tool_version": run.tool_version,
        "extracted_at": run.extracted_at,
    }


def _of_speakers(row: ClaimRow, in_line: InLine) -> Record:
    return {
        "speaker": [one.name for one in row.speakers],
        "speaker_kind": [one.kind for one in row.speakers],
        "role": [one and (one.shown_role or None) for _, one in in_line],
        "organization": [one and (one.organization or None) for _, one in in_line],
    }


def _evidence(row: ClaimRow, in_line: InLine) -> Record:
    evidence = [stated and stated.evidence for _, stated in in_line]
    return {
        "speaker_id": [one.entity_id for one in row.speakers],
        "speaker_as_named": [one.named_as for one in row.speakers],
        "role_holder": [speaker.name for speaker, _ in in_line],
        "role_evidence": [one.words if one else None for one in evidence],
        "role_evidence_spans": [[one.start, one.end] if one else [] for one in evidence],
    }


def _reviewed(origin: Provenance) -> Record:
    """Who judged the claim and what it was before; of most claims there is nothing."""
    if origin.verdict is None and origin.original is None:
        return {}
    found: Record = {}
    if (verdict := origin.verdict) is not None:
        found["reviewed_by"] = verdict.who
        found["reviewed_at"] = verdict.when.isoformat(timespec="seconds")
        found["review_reason"] = verdict.why
    return found if origin.original is None else found | _of_original(origin.original)


def _of_original(shown: Shown) -> Record:
    stated = [each for one in shown.speakers for each in one.affiliations]
    return {
        "original_type": shown.type.value,
        "original_content": joined(shown.content),
        "original_content_spans": [[piece.start, piece.end] for piece in shown.content],
        "original_cue": joined(shown.cue),
        "original_source": joined(shown.source),
        "original_speaker": [one.name for one in shown.speakers],
        "original_role": [each.shown_role or None for each in stated],
        "original_organization": [each.organization for each in stated],
    }


def _elsewhere(row: ClaimRow) -> Record:
    """In how many articles and stories the claim's thread stands, since when, and what other claims
    are to it: no columns, as they change with every article that comes."""
    thread = row.thread
    return {
        "articles": None if thread is None else thread.articles,
        "stories": None if thread is None else thread.stories,
        "first_said": None if thread is None else thread.first_said.as_known or None,
        "relations": [
            {"relation": one.in_words, "claim_id": one.claim_id, "state": one.state.value}
            | {"score": round(one.score, 4)}
            for one in row.relations
        ],
    }
