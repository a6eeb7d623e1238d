"""Claims side by side: columns of claims, and which words differ from the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from sqlalchemy import Engine

from db.analysis.comparison import By, Comparison, compare_claims
from db.claims.view import ClaimRow
from db.connection.cancel import Cancel
from db.query.model import ClaimQuery
from tui.compare.claim_column import Entry
from tui.core.article_blocks import claim_blocks, claim_heading, speaking
from tui.core.page_cache import ArticlePages
from tui.text import words
from tui.widgets.lines.blocks import Block, Mark

AROUND: Final = 3
"""Paragraphs before a marked claim, and behind it, that are shown below it."""

_TOKEN: Final = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class ComparedColumn:
    """One column: what it is about, and its claims in order.

    ``names_speakers`` tells that the title is the speaker of all of them, ``nobody`` that they have
    no speaker; ``context`` has the paragraphs around the one claim of a column.
    """

    title: str
    subtitle: str
    rows: tuple[ClaimRow, ...]
    names_speakers: bool = True
    nobody: bool = False
    context: tuple[Block, ...] = ()


def selected_columns(pages: ArticlePages, rows: Sequence[ClaimRow]) -> list[ComparedColumn]:
    """A column for each claim, with the paragraphs around it.

    Raises:
        ArchiveError: The database cannot be read.
    """
    return [
        ComparedColumn(
            speaking(row), words.affiliations(row), (row,), context=tuple(_around(pages, row))
        )
        for row in rows
    ]


def _around(pages: ArticlePages, row: ClaimRow) -> Iterator[Block]:
    """A claim where it stands in its article."""
    page = pages.read(row.article_id, row.id)
    claim = page.claim(row.id)
    if claim is not None:
        yield Block("In its article", style="label", gap=1)
        yield from claim_blocks(page, claim, AROUND)[1]


def columns_by(
    engine: Engine, query: ClaimQuery, by: By, selected: Sequence[ClaimRow], cancel: Cancel
) -> list[ComparedColumn]:
    """A column for each article or speaker.

    Args:
        engine: Of the archive.
        query: Which claims are compared.
        by: What makes a column.
        selected: If there are any, only their articles or speakers get a column.
        cancel: Stops it from another thread.

    Raises:
        Cancelled: It was stopped.
        ArchiveError: The database cannot be read.
    """
    if not selected:
        return _columns(compare_claims(engine, query, by, cancel))
    if by == "speaker":
        voices = {one.id: one.asked for row in selected for one in row.speaker_refs}
        asked = replace(query, speakers=tuple(voices.values()))
        found = compare_claims(engine, asked, by, cancel)
        theirs = tuple(column for column in found.columns if column.key in voices)
        return _columns(replace(found, columns=theirs))
    ids = dict.fromkeys(row.article_id for row in selected)
    each = [compare_claims(engine, replace(query, articles=(ident,)), by, cancel) for ident in ids]
    return [column for comparison in each for column in _columns(comparison)]


def _columns(comparison: Comparison) -> list[ComparedColumn]:
    return [
        ComparedColumn(
            one.label,
            words.in_brief(one.stated) or one.sublabel,
            one.rows,
            comparison.by == "speaker",
            nobody=not one.key,
        )
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


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one text that stand differently in another; where one has none, it is empty.

    Args:
        first: Where in the first text, in code points, end-exclusive.
        other: Where in the other one.
    """

    first: tuple[int, int]
    other: tuple[int, int]


def changes(first: str, other: str) -> list[Change]:
    """Where two texts differ, word by word, whatever the case; in order."""
    before, after = [*_TOKEN.finditer(first)], [*_TOKEN.finditer(other)]
    matcher = SequenceMatcher(
        None,
        [match.group().casefold() for match in before],
        [match.group().casefold() for match in after],
        autojunk=False,
    )
    return [
        Change(_stretch(before, i1, i2, len(first)), _stretch(after, j1, j2, len(other)))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]


def _stretch(tokens: Sequence[re.Match[str]], start: int, end: int, length: int) -> tuple[int, int]:
    if end > start:
        return tokens[start].start(), tokens[end - 1].end()
    place = tokens[start].start() if start < len(tokens) else length
    return place, place


def common(first: str, others: Sequence[str]) -> list[tuple[int, int, bool]]:
    """Which stretches of a text stand in all the others, as `differences` tells it of one."""
    shared = [True] * len(first)
    for other in others:
        for start, end, same in differences(other, first):
            if not same:
                shared[start:end] = [False] * (end - start)
    spans: list[tuple[int, int, bool]] = []
    for match in _TOKEN.finditer(first):
        same = all(shared[match.start() : match.end()])
        if spans and spans[-1][2] == same:
            spans[-1] = (spans[-1][0], match.end(), same)
        else:
            spans.append((match.start(), match.end(), same))
    return spans


def word_marks(spans: Sequence[tuple[int, int, bool]]) -> list[Mark]:
    """Stretches that are the same, or not, as marks."""
    return [Mark(start, end, "same" if same else "differs") for start, end, same in spans]


def claim_entry(row: ClaimRow, *, who: bool = False, own: bool = False) -> Entry:
    """A claim for a column, as `words.heading` has it."""
    return Entry((claim_heading(row, who=who, own=own), Block(row.content, claim=row.id)), row)
