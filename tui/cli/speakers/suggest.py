"""``claims speakers suggest``: names that may be one speaker's, and deciding on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from tui.cli.options import complete
from tui.cli.options.acts import tell_done
from tui.cli.options.common import WORDS, by_option, db_option, format_option
from tui.io.records import write_json
from tui.io.streams import data_output, tell
from tui.io.tables import Column, print_table
from tui.session.archive import open_existing, open_to_read
from tui.session.user_name import user_name
from tui.text.words import counted

if TYPE_CHECKING:
    from db.speakers.suggestions import Suggestion

EPILOG: Final = """\b
Examples:
  claims speakers suggest
  claims speakers suggest --accept 12 --refuse 13
"""

COLUMNS: Final = (
    Column("No.", rank=0, least=4, right=True),
    Column("Score", rank=1, least=5, right=True),
    Column("One", rank=0, least=14, style="bold"),
    Column("Other", rank=0, least=14, style="bold"),
    Column("Why", rank=2, least=18),
)


@click.command("suggest", epilog=EPILOG)
@click.option(
    "--speaker",
    metavar="TEXT",
    type=WORDS,
    shell_complete=complete.named("speaker"),
    help="Only suggestions for this speaker.",
)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="Show at most this many.")
@click.option("--accept", metavar="NO", multiple=True, type=int, help="These two are the same.")
@click.option("--refuse", metavar="NO", multiple=True, type=int, help="These two are different.")
@click.option(
    "--unsure", metavar="NO", multiple=True, type=int, help="Leave open; do not suggest again."
)
@by_option
@format_option("table", "json", "jsonl")
@db_option
def command(
    speaker: str | None,
    limit: int | None,
    accept: tuple[int, ...],
    refuse: tuple[int, ...],
    unsure: tuple[int, ...],
    by: str | None,
    form: str,
    db: str | None,
) -> None:
    """List names that may be one speaker's, the likeliest first, or decide on some.

    A pair that was decided on is not suggested again.
    """
    from claims.identity.verdict import Verdict

    wanted = {Verdict.SAME: accept, Verdict.DIFFERENT: refuse, Verdict.UNSURE: unsure}
    if any(wanted.values()):
        from db.identity.decisions import decide

        engine = open_existing(db)
        for verdict, numbers in wanted.items():
            for number in numbers:
                tell_done(decide(engine, number, verdict, user_name(by)), "speakers")
        return
    from db.speakers.suggestions import list_suggestions

    found = list_suggestions(open_to_read(db), speaker, limit)
    if form != "table":
        write_json([record(one) for one in found], data_output(), lines=form == "jsonl")
        return
    if found:
        print_table(COLUMNS, [cells(one) for one in found], wrap=True)
    tell(counted(len(found), "suggestion"))


def record(one: Suggestion) -> dict[str, object]:
    """A suggestion as a JSON object."""
    return {
        "number": one.number,
        "score": round(one.score, 4),
        "kind": one.kind,
        "left_id": one.left.id,
        "left": one.left.label,
        "left_speaker": one.left_speaker.label,
        "right_id": one.right.id,
        "right": one.right.label,
        "right_speaker": one.right_speaker.label,
        "why": one.basis,
    }


def cells(one: Suggestion) -> list[str | list[str]]:
    """A suggestion as the cells of ``COLUMNS``."""
    return [
        f"{one.number}",
        f"{one.score:.2f}",
        name_shown(one.left.label, one.left_speaker.label),
        name_shown(one.right.label, one.right_speaker.label),
        one.basis,
    ]


def name_shown(name: str, speaker: str) -> str:
    """A name, with what its speaker is shown as where that is another one."""
    return name if name == speaker else f"{name} ({speaker})"
