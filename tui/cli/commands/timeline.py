"""``claims timeline``: one speaker over time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from tui.cli.options import complete
from tui.cli.options.common import WORDS, db_option, format_option
from tui.cli.options.filters import article_filters
from tui.io.records import affiliation_record
from tui.io.streams import data_output, json_text, one_line, tell, width
from tui.session.archive import open_to_read
from tui.text.affiliations import extent
from tui.text.words import counted, origin

if TYPE_CHECKING:
    from rich.text import Text

    from db.analysis.summary import SpeakerRow
    from db.analysis.timeline import Timeline
    from db.claims.view import ClaimRow
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims timeline gabuev
  claims timeline "alexander gabuev" --topic yuan --since 2022
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
@format_option("table", "json")
@db_option
def command(speaker: str, query: ClaimQuery, limit: int, form: str, db: str | None) -> None:
    """Show one speaker over time: affiliations as they change, claims by month, and by date.

    SPEAKER is a name, alias or id. Where several fit, the one of just that name is shown, else the
    one with most claims.
    """
    from db.analysis.timeline import claims_of, read_timeline, speakers_named

    engine = open_to_read(db)
    named = speakers_named(engine, query, speaker)
    if not named:
        tell(f"no claims by {speaker}")
        return
    timeline = read_timeline(engine, query, named[0])
    rows = claims_of(engine, timeline, 0, limit)
    if form == "json":
        data_output().write(json_text(record(timeline, rows), indent=2) + "\n")
    else:
        print_timeline(timeline, rows)
        tell(_extent(timeline, rows))
    tell_others(named)


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


def print_timeline(timeline: Timeline, rows: list[ClaimRow]) -> None:
    """Print affiliations, a bar a month and the claims to standard output."""
    from rich.console import Console

    console = Console(highlight=False, width=width())
    for line in lines(timeline, rows):
        console.print(line, soft_wrap=not console.is_terminal)


def lines(timeline: Timeline, rows: list[ClaimRow]) -> Iterator[Text]:
    """A timeline line by line."""
    from rich.text import Text

    from tui.widgets.wrapping import shortened

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
    for number, told in ((timeline.of_year, "by year only"), (timeline.undated, "undated")):
        if number:
            yield Text(f"{told}: {number:,}")
    yield Text("")
    for row in rows:
        *published, title = origin(row)
        where = one_line(", ".join([*published, shortened(title, _TITLE)]))
        yield Text.assemble((f"{where}: ", "cyan"), one_line(row.content))


def _extent(timeline: Timeline, rows: list[ClaimRow]) -> str:
    total = counted(len(timeline.ids), "claim")
    cut = f"the first {len(rows):,} of " if len(rows) < len(timeline.ids) else ""
    return f"{cut}{total} in {counted(timeline.speaker.articles, 'article')}"
