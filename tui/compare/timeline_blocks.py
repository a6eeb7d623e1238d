"""A timeline as entries to read and as lines under a plot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from db.analysis.timeline import MonthCount, Timeline, affiliation_changes
from db.claims.affiliation_period import AffiliationPeriod
from db.claims.view import ClaimRow
from tui.compare.claim_column import Entry
from tui.compare.columns import claim_entry
from tui.text import words
from tui.text.affiliations import extent
from tui.widgets.lines.blocks import Block, Mark

CHANGE: Final = "▲"
CHOSEN: Final = "┃"
WIDEST: Final = 4
"""Cells that a month takes where there is room."""


def affiliation_blocks(affiliations: Sequence[AffiliationPeriod]) -> list[Block]:
    """Affiliations with their periods, in order."""
    if not affiliations:
        return [Block("No article states a role or an organization.", style="label")]
    return [
        block
        for one in affiliations
        for block in (
            Block(one.in_words, style="note", gap=0),
            Block(f"  {extent(one)}", style="label"),
        )
    ]


def timeline_entries(timeline: Timeline, rows: Sequence[ClaimRow], from_start: bool) -> list[Entry]:
    """Claims in order of date, with a heading a month and one for each change of affiliation.

    Args:
        timeline: Of the speaker.
        rows: Its claims from some place on.
        from_start: They are so from the first one on.
    """
    numbers = {month.month: month.claims for month in timeline.months}
    changes = affiliation_changes(timeline.speaker.affiliations)
    if not from_start and rows and (begin := rows[0].published.value) is not None:
        changes = [change for change in changes if change[0] >= begin]
    entries: list[Entry] = []
    month: str | None = None
    for row in rows:
        if (here := words.published(row)[:7]) != month:
            month = here
            entries.append(_month_entry(month, numbers.get(month)))
        day = row.published.value
        while changes and (day is None or changes[0][0] <= day):
            entries.append(change_entry(changes.pop(0)[1]))
        entries.append(claim_entry(row))
    return entries


def change_entry(affiliations: Sequence[AffiliationPeriod]) -> Entry:
    """That articles of one day state affiliations for the first time."""
    listed = "; ".join(one.in_words for one in affiliations)
    text = f"{CHANGE} {affiliations[0].first.as_known}  first stated: {listed}"
    return Entry((Block(text, (Mark(0, 1, "speaker"),), "note"),))


def is_change(entry: Entry) -> bool:
    """Whether an entry tells of a change of affiliation."""
    return entry.row is None and entry.blocks[0].text.startswith(CHANGE)


def _month_entry(month: str, claims: int | None) -> Entry:
    label = month if month != words.NOTHING else "no date"
    number = "" if claims is None else f" · {words.counted(claims, 'claim')}"
    return Entry((Block(f"{label}{number}", style="title", gap=0),))


# The plot


def plot_width(months: int, room: int) -> int:
    """Cells of a plot of so many months: a whole number each, if they fit.

    The plot has one empty month behind the last, so that its lowest bar stands for no claim.
    """
    each = room // (months + 1)
    while each and each & (each - 1):
        each -= 1
    return min(each, WIDEST) * (months + 1) if each else room


def column_of(month: int, months: int, width: int) -> int:
    """The cell at which a month's bar begins."""
    return month * width // (months + 1)


def axis(months: Sequence[MonthCount], width: int) -> str:
    """Years under their first months, where they do not run into each other."""
    line, free = [" "] * width, 0
    for number, one in enumerate(months):
        x = column_of(number, len(months), width)
        label = one.month if number == 0 else one.month[:4]
        if (number == 0 or one.month.endswith("-01")) and x >= free and x + len(label) <= width:
            line[x : x + len(label)] = label
            free = x + len(label) + 1
    return "".join(line).rstrip()


def pointers(timeline: Timeline, chosen: int, width: int) -> str:
    """Under the plot: where an affiliation is first stated, and which month is chosen."""
    line = [" "] * width
    months = timeline.months
    changed = {day.isoformat()[:7] for day, _ in affiliation_changes(timeline.speaker.affiliations)}
    for number, one in enumerate(months):
        if one.month in changed:
            line[column_of(number, len(months), width)] = CHANGE
    if months and width:
        line[column_of(chosen, len(months), width)] = CHOSEN
    return "".join(line).rstrip()


def in_numbers(timeline: Timeline, *, brief: bool = False) -> str:
    """``52 claims in 12 articles · 2019-03 – 2024-06 · most in 2022-03: 9 · 2 undated``.

    Args:
        timeline: Of a speaker.
        brief: Without the month of most claims, which the plot shows.
    """
    speaker, most = timeline.speaker, timeline.most
    claims = words.counted(len(timeline.ids), "claim")
    parts = [f"{claims} in {words.counted(speaker.articles, 'article')}"]
    if most is not None:
        ends = dict.fromkeys((timeline.months[0].month, timeline.months[-1].month))
        parts.append(" – ".join(ends))
        if not brief:
            parts.append(f"most in {most.month}: {most.claims:,}")
    if timeline.of_year:
        parts.append(f"{timeline.of_year:,} dated by the year only")
    if timeline.undated:
        parts.append(f"{timeline.undated:,} undated")
    return " · ".join(parts)
