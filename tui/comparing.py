"""Claims side by side: columns of claims, and which words differ from the first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from sqlalchemy import Engine

from db.comparison import Comparison, compare_claims
from db.query import ClaimQuery
from db.view import ClaimRow
from tui import words
from tui.widgets.paper import Block, Mark

By = Literal["article", "speaker"]

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class ComparedColumn:
    """One column: what it is about, and its claims in order.

    ``names_speakers`` tells that the title is the speaker of all of them.
    """

    title: str
    subtitle: str
    rows: tuple[ClaimRow, ...]
    names_speakers: bool = True


def marked_columns(rows: Sequence[ClaimRow]) -> list[ComparedColumn]:
    """A column for each claim."""
    return [ComparedColumn(words.speakers(row), words.posts(row), (row,)) for row in rows]


def columns_by(
    engine: Engine, query: ClaimQuery, by: By, marked: Sequence[ClaimRow]
) -> list[ComparedColumn]:
    """A column for each article or speaker.

    Args:
        engine: Of the archive.
        query: Which claims are compared.
        by: What makes a column.
        marked: If there are any, only their articles or speakers get a column.
    """
    if not marked:
        return _columns(compare_claims(engine, query, by))
    if by == "speaker":
        names = tuple(dict.fromkeys(name for row in marked for name in row.speakers))
        found = _columns(compare_claims(engine, replace(query, speakers=names), by))
        return [column for column in found if column.title in names]
    ids = dict.fromkeys(row.article_id for row in marked)
    each = [compare_claims(engine, replace(query, articles=(ident,)), by) for ident in ids]
    return [column for comparison in each for column in _columns(comparison)]


def _columns(comparison: Comparison) -> list[ComparedColumn]:
    return [
        ComparedColumn(one.label, one.sublabel, one.rows, comparison.by == "speaker")
        for one in comparison.columns
    ]


def differences(first: str, other: str) -> list[tuple[int, int, bool]]:
    """Which stretches of ``other`` stand in ``first`` as well, word by word, whatever the case.

    Returns:
        ``(start, end, same)`` in code points of ``other``, in order; punctuation counts as words.
    """
    before = [match.group().casefold() for match in _TOKEN.finditer(first)]
    tokens = [*_TOKEN.finditer(other)]
    after = [match.group().casefold() for match in tokens]
    spans = []
    for tag, _, _, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if end > start:
            spans.append((tokens[start].start(), tokens[end - 1].end(), tag == "equal"))
    return spans


def claim_block(row: ClaimRow, first: ClaimRow | None, *, here: bool, who: bool) -> list[Block]:
    """A claim for a column.

    Args:
        row: The claim.
        first: The claim to compare it with word by word, if any.
        here: It is the current one.
        who: Its speaker is to be named, as the column does not.
    """
    marks = [Mark(0, len(row.content), "here", "┃")] if here else []
    if first is not None and first.id != row.id:
        marks += [
            Mark(start, end, "same" if same else "differs")
            for start, end, same in differences(first.content, row.content)
        ]
    facts = [
        words.speakers(row) if who else "",
        "" if who else words.published(row),
        "" if who else row.outlet or "",
        row.type,
        *words.nature(row),
        f"{row.confidence:.2f}",
        row.cue,
    ]
    line = " · ".join(part for part in facts if part)
    return [
        Block(line, style="label", claim=row.id, gap=0),
        Block(row.content, tuple(marks), claim=row.id),
    ]
