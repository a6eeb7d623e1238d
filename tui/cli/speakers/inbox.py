"""``claims speakers inbox``: doubtful speakers listed, and answered for all claims they concern."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import click

from tui.cli.options.common import by_option, db_option
from tui.cli.options.output import Layout, Output, output_options, write_found
from tui.io.streams import tell
from tui.io.tables import Column
from tui.session.archive import open_existing, open_to_read
from tui.session.user_name import user_name
from tui.text.words import counted, reviewed

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.speakers.inbox import Question

EPILOG: Final = """\b
Examples:
  claims speakers inbox
  claims speakers inbox --is c9b21d04c77aa6e15 "Wang Yi"
  claims speakers inbox --is c41f0a92be6d73580 Russia --is c41f0a92be6d73580 China
  claims speakers inbox --nobody c9b21d04c77aa6e15 --keep c0d1f7a83e5b2c946
  claims review undo
"""

COLUMNS: Final = (
    Column("Question", rank=0, least=17),
    Column("Doubt", rank=2, least=13),
    Column("Claims", rank=3, least=6, right=True),
    Column("Source", rank=0, least=16, style="bold"),
    Column("Why", rank=1, least=20),
    Column("Article", rank=4, least=16),
)

CSV_COLUMNS: Final = (
    "question",
    "doubt",
    "claims",
    "source",
    "why",
    "content",
    "article_id",
    "article_title",
    "candidates",
)


@click.command("inbox", epilog=EPILOG)
@click.option(
    "--is",
    "named",
    metavar="QUESTION NAME",
    nargs=2,
    multiple=True,
    help="All claims of a question are said by NAME; repeated for a question, by all of them.",
)
@click.option(
    "--nobody", metavar="QUESTION", multiple=True, help="They are said by nobody who is named."
)
@click.option("--keep", metavar="QUESTION", multiple=True, help="The speaker is right as it is.")
@output_options
@by_option
@db_option
def command(
    named: tuple[tuple[str, str], ...],
    nobody: tuple[str, ...],
    keep: tuple[str, ...],
    output: Output,
    by: str | None,
    db: str | None,
) -> None:
    """List what is doubtful about speakers, or answer it.

    It asks about sources whose speaker is not known, descriptions and pronouns in place of
    names, documents, claims given to somebody whose roles contradict each other, and pairs of names
    that may be one speaker's ('claims speakers suggest' decides these). A question is named by one
    of its claims; its answer is for all of them, and 'claims review undo' takes it back.
    """
    from db.speakers.inbox import list_questions

    answers: dict[str, list[str]] = {ident: [] for ident in nobody}
    for ident, name in named:
        answers.setdefault(ident, []).append(name)
    if answers or keep:
        _answer(open_existing(db), answers, keep, user_name(by))
        return
    found = list_questions(open_to_read(db))
    layout = Layout(COLUMNS, lambda one: [cells(one)], record, CSV_COLUMNS)
    write_found(found, layout, output, counted(len(found), "question"))


def _answer(
    engine: Engine, answers: Mapping[str, list[str]], kept: tuple[str, ...], author: str
) -> None:
    from db.claims.model import NOBODY
    from db.speakers.inbox import answer, keep, list_questions

    asked = {one.claim_id: one for one in list_questions(engine) if one.claims}
    for ident in [*answers, *kept]:
        if ident not in asked:
            raise click.UsageError(f"there is no question {ident}")
    for ident, names in answers.items():
        done = answer(engine, asked[ident], names, author)
        tell(f"{reviewed(done.action, len(done.ids))}: {', '.join(names) or NOBODY}")
    for ident in kept:
        done = keep(engine, asked[ident], author)
        tell(f"kept the speaker of {counted(len(done.ids), 'claim')}")


def cells(one: Question) -> list[str]:
    """A question as the cells of ``COLUMNS``."""
    number = f"{len(one.claims):,}" if one.claims else ""
    ident = one.claim_id or f"suggestion {one.suggestion}"
    return [ident, one.doubt, number, one.name, one.why, one.title]


def record(one: Question) -> dict[str, object]:
    """A question as a JSON object."""
    return {
        "question": one.claim_id or None,
        "doubt": one.doubt,
        "claims": len(one.claims),
        "source": one.name,
        "why": one.why,
        "content": one.content,
        "article_id": one.article_id or None,
        "article_title": one.title or None,
        "candidates": list(one.candidates),
    }
