"""``claims timeline``: one speaker over time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

import click

from tui.cli.options import complete
from tui.cli.options.common import WORDS, db_option, format_option
from tui.cli.options.did_you_mean import nothing
from tui.cli.options.filters import article_filters, tell_left_out
from tui.io.records import affiliation_record
from tui.io.streams import data_output, json_text, one_line, tell, width
from tui.session.archive import open_to_read
from tui.text.affiliations import extent
from tui.text.words import counted, origin

if TYPE_CHECKING:
    from rich.text import Text
    from sqlalchemy import Engine

    from db.analysis.alignment import AlignBy
    from db.analysis.summary import SpeakerRow
    from db.analysis.timeline import Timeline
    from db.claims.view import ClaimRow
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims timeline gabuev
  claims timeline "alexander gabuev" --topic yuan --since 2022
  claims timeline gabuev --by topic
  claims timeline gabuev --format json
"""

MOST: Final = 200
"""How many claims a timeline prints."""
_BAR: Final = 30
"""Cells of the longest bar."""
_TITLE: Final = 40
"""Cells of an article's title before a claim."""


@click.command("timeline", epilog=EPILOG)
@click.argument("speaker", type=WORDS, shell_complete=complete.named("speaker"))
@article_filters
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=1),
    default=MOST,
    show_default=True,
    help="Show at most this many claims.",
)
@click.option(
    "--by",
    type=click.Choice(["thread", "topic"]),
    help="List the claims of several articles that say the same, or are on one topic, together.",
)
@format_option("table", "json")
@db_option
def command(
    speaker: str, query: ClaimQuery, limit: int, by: AlignBy | None, form: str, db: str | None
) -> None:
    """Show one speaker over time: affiliations as they change, claims by month, and by date.

    SPEAKER is a name, alias or id. Where several fit, the one with exactly that name is shown, else
    the one with most claims.
    """
    from db.analysis.timeline import claims_of, read_timeline, speakers_named

    engine = open_to_read(db)
    named = speakers_named(engine, query, speaker)
    asked = replace(query, speakers=(*query.speakers, speaker))
    if not named:
        tell(nothing(engine, asked))
        tell_left_out(engine, asked)
        return
    timeline = read_timeline(engine, query, named[0])
    rows = claims_of(engine, timeline, 0, limit)
    groups = _grouped(engine, rows, by) if by else [("", rows)]
    if form == "json":
        found = record(timeline, rows)
        if by:
            found[f"{by}s"] = [
                {by: label or None, "claims": [row.claim_id for row in some]}
                for label, some in groups
            ]
        data_output().write(json_text(found, indent=2) + "\n")
    else:
        print_timeline(timeline, groups)
        tell(_extent(timeline, rows))
    tell_others(named)
    tell_left_out(engine, asked)


def tell_others(named: list[SpeakerRow]) -> None:
    """Say which other speakers the name fits."""
    if others := [row.speaker.label for row in named[1:]]:
        more = f" and {len(others) - 5:,} more" if len(others) > 5 else ""
        tell(f"shown: {named[0].speaker.label}; the name fits {', '.join(others[:5])}{more} too")


def record(timeline: Timeline, rows: list[ClaimRow]) -> dict[str, object]:
    """A timeline as a JSON object; each claim as 'claims list --format json' has it."""
    from db.export import record as claim_record

    return {
        "speaker_id": timeline.speaker.speaker.id,
        "speaker": timeline.speaker.speaker.label,
        "kind": timeline.speaker.kind,
        "claims": len(timeline.ids),
        "affiliations": [affiliation_record(one) for one in timeline.speaker.affiliations],
        "months": {month.month: month.claims for month in timeline.months},
        "dated_by_year": timeline.of_year,
        "undated": timeline.undated,
        "listed": [claim_record(row) for row in rows],
    }


def _grouped(engine: Engine, rows: list[ClaimRow], by: AlignBy) -> list[tuple[str, list[ClaimRow]]]:
    """Claims by the threads or topics that several articles have, in order of time; the rest last,
    under no label."""
    from db.analysis.alignment import align_columns

    articles: dict[str, list[ClaimRow]] = {}
    for row in rows:
        articles.setdefault(row.article_id, []).append(row)
    found = align_columns(engine, [*articles.values()], [by])
    groups = [(one.subject.label, [*chain(*one.sides)]) for one in found.shared]
    return [*groups, ("", [*chain(*found.alone)])]


def print_timeline(timeline: Timeline, groups: list[tuple[str, list[ClaimRow]]]) -> None:
    """Print affiliations, a bar a month and the claims to standard output."""
    from rich.console import Console

    console = Console(highlight=False, width=width())
    for line in lines(timeline, groups):
        console.print(line, soft_wrap=not console.is_terminal)


def lines(timeline: Timeline, groups: list[tuple[str, list[ClaimRow]]]) -> Iterator[Text]:
    """A timeline line by line."""
    from rich.text import Text

    from tui.widgets.lines.wrapping import shortened

    yield Text.assemble(
        (one_line(timeline.speaker.speaker.label), "bold"), f" ({timeline.speaker.kind})"
    )
    for one in timeline.speaker.affiliations:
        yield Text(f"  {one_line(one.in_words)}  ({extent(one)})")
    yield Text("")
    most = timeline.most
    for month in timeline.months:
        if month.claims and most is not None:
            bar = "█" * max(1, round(_BAR * month.claims / most.claims))
            yield Text.assemble(f"{month.month}  ", (bar, "cyan"), f" {month.claims:,}")
    for number, meaning in ((timeline.of_year, "by year only"), (timeline.undated, "undated")):
        if number:
            yield Text(f"{meaning}: {number:,}")
    for label, rows in groups:
        yield Text("")
        if len(groups) > 1 and rows:
            yield Text(one_line(label) or "on nothing that another article has", "bold")
        for row in rows:
            *published, title = origin(row)
            where = one_line(", ".join([*published, shortened(title, _TITLE)]))
            yield Text.assemble((f"{where}: ", "cyan"), one_line(row.content))


def _extent(timeline: Timeline, rows: list[ClaimRow]) -> str:
    total = counted(len(timeline.ids), "claim")
    cut = f"the first {len(rows):,} of " if len(rows) < len(timeline.ids) else ""
    return f"{cut}{total} in {counted(timeline.speaker.articles, 'article')}"
