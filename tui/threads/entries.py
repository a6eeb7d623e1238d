"""A thread as entries to read: each claim in order of time, with what was added and dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from db.analysis.similar import SimilarRow
from db.analysis.threads import ThreadClaim, ThreadRow
from db.claims.view import ClaimRow
from tui.compare.claim_column import Entry
from tui.compare.columns import changes, differences, word_marks
from tui.core.article_blocks import speaking
from tui.text import words
from tui.text.affiliations import when
from tui.widgets.lines.blocks import Block, Mark

COPY: Final = "copy"
_BETWEEN: Final = "; "
_STOPS: Final = " ,;:.“”\"'"
_MUCH: Final = 0.4
"""Which part of a claim must stand in the first for the words that differ to tell anything."""


def thread_entries(claims: Sequence[ThreadClaim], *, copies: bool, differing: bool) -> list[Entry]:
    """Claims of a thread in order of time, what differs compared with the first of them.

    Args:
        claims: In order of time.
        copies: Show claims of copied articles in full as well, not only how many there are.
        differing: Mark the words that the first has not, and tell those that it alone has.
    """
    first = claims[0].row if claims else None
    all_dated = all(one.row.published.value is not None for one in claims)
    entries: list[Entry] = []
    folded: list[ClaimRow] = []
    for one in claims:
        if one.copy and not copies:
            folded.append(one.row)
            continue
        entries += _folded(folded)
        folded = []
        against = first if differing and first is not None and one.row is not first else None
        note = _against(one.row, against)
        first_said = one.row is first and one.row.published.value is not None and len(claims) > 1
        label = ("first said" if all_dated else "first dated") if first_said else ""
        entries.append(_claim(one, against, label, alone=len(claims) == 1, gap=0 if note else 1))
        if note:
            entries.append(Entry((Block(note, style="label"),)))
    return [*entries, *_folded(folded)]


def suggestion_entries(found: Sequence[SimilarRow]) -> list[Entry]:
    """Claims that may say the same, with how likely that is."""
    entries = []
    for one in found:
        facts, title = words.heading(one.row)
        line = f"same {one.same:.2f}? · {facts}"
        where = Block(line, style="label", claim=one.row.id, gap=0, tail=title)
        content = Block(one.row.content, claim=one.row.id)
        entries.append(Entry((_who(one.row), where, content), one.row))
    return entries or [Entry((Block("Nothing else comes near.", style="label"),))]


def in_words(row: ThreadRow) -> str:
    """How much a thread has, since when and by whom: ``5 claims · 3 articles · 2022 – 2024``."""
    stories = row.stories < row.articles
    parts = [
        words.counted(row.claims, "claim"),
        words.counted(row.articles, "article"),
        words.counted(row.stories, "story") if stories else "",
        when(row.first, row.last),
        ", ".join(speaker.label for speaker in row.speakers or ()),
    ]
    return " · ".join(part for part in parts if part)


def _claim(
    one: ThreadClaim, against: ClaimRow | None, first: str, *, alone: bool, gap: int
) -> Entry:
    row = one.row
    *published, title = words.origin(row)
    parts = [
        first,
        *published,
        row.type,
        *words.nature(row),
        " ".join(row.cue.split()),
        f"same {one.same:.2f}" if one.same is not None and not alone else "",
        COPY if one.copy else "",
        words.verdict(row),
    ]
    where = Block(
        " · ".join(part for part in parts if part), style="label", claim=row.id, gap=0, tail=title
    )
    marks: list[Mark] = []
    if against is not None and _is_much_the_same(against.content, row.content):
        marks = word_marks(differences(against.content, row.content))
    content = Block(row.content, tuple(marks), claim=row.id, gap=gap)
    return Entry((_who(row), where, content), row)


def _who(row: ClaimRow) -> Block:
    """Who says it, each with the affiliations that the claim's own article states."""
    speakers, marks, at = [], [], 0
    for one in row.speakers:
        stated = "; ".join(words.each_once([each.in_words for each in one.affiliations]))
        speakers.append(f"{one.name} ({stated})" if stated else one.name)
        marks.append(Mark(at, at + len(one.name), "speaker"))
        at += len(speakers[-1]) + len(_BETWEEN)
    if not speakers:
        who = speaking(row)
        return Block(who, (Mark(0, len(who), "speaker"),), gap=0)
    return Block(_BETWEEN.join(speakers), tuple(marks), gap=0)


def _against(row: ClaimRow, first: ClaimRow | None) -> str:
    """The words that the first claim alone has, if the two are much the same."""
    if first is None:
        return ""
    if not _is_much_the_same(first.content, row.content):
        return "in other words than the first"
    found = [first.content[slice(*one.first)] for one in changes(first.content, row.content)]
    dropped = [each.strip(_STOPS) for each in found if any(map(str.isalnum, each))]
    return f"without: {' … '.join(dropped)}" if dropped else ""


def _is_much_the_same(first: str, other: str) -> bool:
    same = sum(end - start for start, end, alike in differences(first, other) if alike)
    return same >= _MUCH * min(len(first), len(other))


def _folded(rows: Sequence[ClaimRow]) -> Iterator[Entry]:
    """How many claims of copied articles stand here, and whose they are."""
    if rows:
        where = words.each_once([", ".join(words.origin(row)[:-1]) or "undated" for row in rows])
        line = f"+ {'1 copy' if len(rows) == 1 else f'{len(rows):,} copies'}: {'; '.join(where)}"
        yield Entry((Block(line, style="label"),))
