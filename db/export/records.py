"""What an export tells of each claim, under the names of its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter
from typing import Any, Final

from db.claims.model import ClaimRow, ClaimSpeaker, StatedAffiliation
from db.export.columns import EXTRA_COLUMNS, MEANINGS, OF_A_VERDICT, Record, Value
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
"""What a row has under the name of its column. The rest of what each claim has of its own stands
in tuples under names of their own, as very many are made."""
_plain: Final[Callable[[ClaimRow], tuple[Value, ...]]] = attrgetter(*_PLAIN)
_OF_CLAIM: Final = ("tags", "confidence", "statement", "speaker_confidence")
_WHERE: Final = (
    *("content_spans", "cue_spans", "source_spans", "parent_claim_id", "page"),
    *("thread", "thread_label"),
)

InLine = Sequence[tuple[ClaimSpeaker, StatedAffiliation | None]]
"""Roles and organizations position by position, as `ClaimRow.in_line` has them."""

Shape = Callable[[Iterable[Value]], tuple[Any, ...]]
"""What a format makes of values."""


def record(row: ClaimRow) -> Record:
    """A claim under the names of `COLUMNS` but the `EXTRA_COLUMNS`, and where else it is said;
    speakers, roles and organizations are lists."""
    found = _of_article(row) | _of_speakers(row, row.in_line) | _elsewhere(row)
    found |= zip((*_PLAIN, *_OF_CLAIM), _plain(row) + _of_claim(row), strict=True)
    return {name: found[name] for name in _OF_THE_ROW}


def full_records(claims: Iterable[tuple[ClaimRow, Provenance]]) -> Iterator[Record]:
    """Claims under the names of all columns, and where else they are said."""
    for row, values in _shaped(claims, tuple(MEANINGS), tuple):
        found: Record = dict(zip(MEANINGS, values, strict=True))
        yield found | _elsewhere(row)


def shaped_rows(
    claims: Iterable[tuple[ClaimRow, Provenance]], columns: Sequence[str], shape: Shape
) -> Iterator[tuple[Any, ...]]:
    """Claims as the values of these columns, in the shape of a format.

    Claims of one text follow each other as a rule: what is the same for all of them, or for all of
    one speaker there, is made and shaped once.
    """
    return (values for _, values in _shaped(claims, columns, shape))


def _shaped(
    claims: Iterable[tuple[ClaimRow, Provenance]], columns: Sequence[str], shape: Shape
) -> Iterator[tuple[ClaimRow, tuple[Any, ...]]]:
    unjudged = shape(_UNJUDGED.values())
    text = run = in_order = None
    for row, origin in claims:
        if origin.text is not text or origin.run is not run:
            text, run, speakers = origin.text, origin.run, dict[tuple[int, ...], tuple[Any, ...]]()
            about = _of_article(row) | _of_text(text) | _of_run(run)
            article = shape(about.values())
        mentions = tuple([one.mention_id for one in row.speakers])
        if (said_by := speakers.get(mentions)) is None:
            in_line = row.in_line
            stated = _of_speakers(row, in_line) | _evidence(row, in_line)
            said_by = speakers[mentions] = article + shape(stated.values())
        own = shape(_plain(row) + _of_claim(row) + _where(row, origin))
        judged = _reviewed(origin)
        last = shape((_UNJUDGED | judged).values()) if judged else unjudged
        if in_order is None:
            names = (*about, *stated, *_PLAIN, *_OF_CLAIM, *_WHERE, *_UNJUDGED)
            in_order = _in_order(names, columns)
        yield row, in_order(said_by + own + last)


def _in_order(
    names: Sequence[str], columns: Sequence[str]
) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    """What puts values that stand in the order of names into that of columns."""
    indices = [names.index(column) for column in columns]
    if len(indices) == 1:
        return lambda values: (values[indices[0]],)
    return itemgetter(*indices)


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


def _of_claim(row: ClaimRow) -> tuple[Value, ...]:
    return (
        list(row.tags),
        round(row.confidence, 4),
        None if row.statement is None else round(row.statement, 4),
        [None if one.confidence is None else round(one.confidence, 4) for one in row.speakers],
    )


def _where(row: ClaimRow, origin: Provenance) -> tuple[Value, ...]:
    return (
        origin.content,
        origin.cue,
        origin.source,
        origin.parent_claim_id,
        origin.page,
        None if row.thread is None else row.thread.id,
        None if row.thread is None else row.thread.label,
    )


def _reviewed(origin: Provenance) -> Record:
    """Who judged the claim and what it was before; of most claims there is nothing."""
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
