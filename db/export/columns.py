"""The columns of an export: their names, their order, and what stands in them.

Names stay, and columns are only ever added at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

_OF_EVERY_CLAIM: Final = {
    "claim_id": "id of the claim, the same in every database that found it in the same words",
    "article_id": "id of the article",
    "article_title": "title, as the page has it",
    "outlet": "who published the article",
    "published": "publication date, as precise as it is known: day, month or year",
    "article_path": "path of the file that was read",
    "speaker": "full names of the speakers",
    "speaker_kind": "person, organization, group or document, one for each speaker",
    "role": "roles of the speakers as this article states them; past ones begin with former",
    "organization": "organizations, one for each role",
    "source": "the speaker in the article's words",
    "cue": "the attributing words",
    "type": "direct, mixed or indirect",
    "content": "what is said, verbatim; pieces of a split quotation joined",
    "content_start": "where the first piece begins in the article's text, in code points",
    "content_end": "where the last piece ends, exclusive",
    "confidence": "how likely the claim is right, from 0 to 1",
    "review": "machine (not reviewed), accepted, corrected or rejected",
}

_TO_CHECK_IT: Final = {
    "published_precision": "day, month, year or unknown",
    "published_evidence": "the words or the page element that give the date",
    "byline": "who wrote the article",
    "article_url": "web address, as the page gives it",
    "speaker_id": "id of each speaker, the same in all articles; --speaker takes it",
    "speaker_as_named": "the fullest name in this article, for each speaker",
    "role_holder": "which speaker each role belongs to",
    "role_evidence": "the words that state each role",
    "role_evidence_spans": "where those words are, start-end",
    "content_spans": "where each piece of the content is, start-end",
    "cue_spans": "where the cue is",
    "source_spans": "where the source is",
    "parent_claim_id": "id of the claim that contains this one",
    "text_version": "which version of the article's text the spans point into, from 1",
    "text_sha256": "SHA-256 of that text in UTF-8",
    "model": "name and version of the language model and of the trained weights",
    "tool_version": 'version of this program, with that of its rules after a "+"',
    "extracted_at": "when extraction began, in UTC",
}

_OF_ITS_CUE: Final = {
    "cue_lemma": "base form of the cue",
    "cue_class": "kind of act: statement, question, denial, demand, opinion, belief, intention, "
    "emotion or perception",
    "negated": "whether the article says that the source did not say it: true or false",
    "hedged": "whether the claim is softened: true or false",
    "prediction": "whether it is about the future: true or false",
}

_OF_ITS_REVIEW: Final = {
    "note": "reviewers' note",
    "tags": "reviewers' tags",
    "reviewed_by": "who reviewed it last; empty if nobody has",
    "reviewed_at": "when, in UTC",
    "review_reason": "why, where a reason was given",
    "original_type": "type as extracted, where it was corrected",
    "original_content": "content as extracted, where it was corrected",
    "original_content_spans": "where each piece of it is, start-end",
    "original_cue": "cue as extracted, where it was corrected",
    "original_source": "source as extracted, where it was corrected",
    "original_speaker": "speakers as extracted, where they were corrected",
    "original_role": "their roles",
    "original_organization": "organizations, one for each of these roles",
}

_HOW_SURE: Final = {
    "statement": "how likely it is something said or written rather than felt, planned or done, "
    "from 0 to 1",
    "speaker_confidence": "how likely each speaker is the right one, from 0 to 1",
}

_OF_ITS_THREAD: Final = {
    "thread": "id of the thread, the claims that say the same; --thread takes it",
    "thread_label": "label of the thread; empty where no other claim says the same",
}

_OF_ITS_STORY: Final = {
    "story": "id of the article's story, the same for all copies of one text; --story takes it",
}

_OF_ITS_FILE: Final = {
    "page": "page of a PDF on which the claim begins; empty for other files",
}

MEANINGS: Final = (
    _OF_EVERY_CLAIM
    | _TO_CHECK_IT
    | _OF_ITS_CUE
    | _OF_ITS_REVIEW
    | _HOW_SURE
    | _OF_ITS_THREAD
    | _OF_ITS_STORY
    | _OF_ITS_FILE
)
"""What stands in each column, in a few words, in the order of the columns."""

CHOOSABLE: Final = tuple(MEANINGS)
"""All columns that can be chosen, in order."""

COLUMNS: Final = tuple(name for name in MEANINGS if name not in _OF_ITS_FILE)
"""What an export has where none are chosen, in order."""

OF_A_VERDICT: Final = tuple(name for name in _OF_ITS_REVIEW if name not in ("note", "tags"))
"""What only a claim has that somebody judged."""

EXTRA_COLUMNS: Final = (
    *_TO_CHECK_IT,
    *OF_A_VERDICT,
    *_OF_ITS_THREAD,
    *_OF_ITS_STORY,
)
"""What is needed to check a row again: evidence, exact places, what found it, who judged it
and which other articles repeat it."""

Value = (
    str
    | int
    | float
    | list[str]
    | list[str | None]
    | list[float | None]
    | list[list[int]]
    | list[dict[str, str | float]]
    | None
)
Record = dict[str, Value]

JOINED: Final = "; "
"""Between the values of one cell."""


def cell(value: object) -> str:
    """A value as one cell: several are joined, a span is ``start-end``, a flag ``true`` or
    ``false``, None is empty."""
    return _AS_CELL[type(value)](value)


def in_cells(values: Iterable[object]) -> tuple[str, ...]:
    """Values as cells."""
    given = tuple(values)
    kinds = set(map(type, given))
    if len(kinds) == 1:
        (kind,) = kinds
        return given if kind is str else tuple(map(_AS_CELL[kind], given))  # type: ignore[return-value]
    # Most are text or nothing at all: for these even a call each would double the time.
    return tuple(
        [
            value if type(value) is str else "" if value is None else _AS_CELL[type(value)](value)
            for value in given
        ]
    )


def _item(value: object) -> str:
    if type(value) is str:
        return value
    if isinstance(value, (list, tuple)):
        return f"{value[0]}-{value[1]}" if value else ""
    return "" if value is None else str(value)


def _joined(values: Sequence[object]) -> str:
    if not values:
        return ""
    if len(values) == 1:
        return _item(values[0])
    return JOINED.join(map(_item, values)) if any(values) else ""


class _AsCell(dict[type, Callable[[Any], str]]):
    """What makes a cell of a value, by its type; of one that is not named, its text."""

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        made = self[kind] = _joined if issubclass(kind, list | tuple) else str
        return made


_AS_CELL: Final = _AsCell(
    {type(None): lambda _: "", bool: lambda flag: "true" if flag else "false"}
)
