"""``claims threads show``: one thread through time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from tui.cli.options.common import WORDS, db_option
from tui.cli.options.filters import article_filters
from tui.cli.options.output import Output, output_in, write_csv
from tui.io.records import Record, json_names
from tui.io.streams import data_output, json_text, tell
from tui.io.tables import Column, print_table
from tui.session.archive import open_to_read
from tui.text.words import affiliations, counted, published, speakers

if TYPE_CHECKING:
    from db.analysis.threads import OpenThread, ThreadClaim
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims threads show t0d2f6b1a9e4c357
  claims threads show c0d2f6b1a9e4c357 --no-copy --format json
"""

COLUMNS: Final = (
    Column("Published", rank=1, least=10),
    Column("Outlet", rank=4, least=12),
    Column("Speaker", rank=2, least=14, style="bold"),
    Column("As", rank=5, least=14),
    Column("Same", rank=3, least=4, right=True),
    Column("Copy", rank=6, least=4),
    Column("Claim", rank=0, least=36),
    Column("Id", rank=7, least=17),
)

CSV_COLUMNS: Final = (
    *("thread", "label", "claim_id", "article_id", "article_path", "outlet", "published"),
    *("speaker", "role", "organization", "content", "same", "copy", "review"),
)


@click.command("show", epilog=EPILOG)
@click.argument("ident", metavar="ID", type=WORDS)
@article_filters
@output_in("table", "json", "csv")
@db_option
def command(ident: str, query: ClaimQuery, output: Output, db: str | None) -> None:
    """Show the claims of a thread in order of time, with speakers as each article has them.

    ID is a thread's, or that of a claim in it. "Same" is how likely a claim says the same as the
    others, on average; "copy" marks one in a copy of an article that came earlier in it.
    """
    from db.analysis.threads import read_thread

    found = read_thread(open_to_read(db), ident, query)
    if output.form == "json":
        data_output().write(json_text(record(found), indent=2) + "\n")
    elif output.form == "csv":
        write_csv(flat(found), CSV_COLUMNS, output)
    else:
        print_table(COLUMNS, [cells(one) for one in found.claims], wrap=True)
        counts = f"{counted(found.row.claims, 'claim')} in {counted(found.row.articles, 'article')}"
        tell(f"{found.row.label}: {counts}, {counted(found.row.stories, 'story')}")


def cells(one: ThreadClaim) -> list[str]:
    """A claim as the cells of ``COLUMNS``."""
    row = one.row
    return [
        published(row),
        row.outlet or "",
        speakers(row),
        affiliations(row),
        "" if one.same is None else f"{one.same:.2f}",
        "copy" if one.copy else "",
        row.content,
        row.claim_id,
    ]


def record(found: OpenThread) -> dict[str, object]:
    """A thread as a JSON object."""
    return {
        "thread": found.row.thread,
        "label": found.row.label,
        "claims": [json_names(_record(one)) for one in found.claims],
    }


def flat(found: OpenThread) -> Iterator[Record]:
    """The claims of a thread under the names of ``CSV_COLUMNS``."""
    for one in found.claims:
        yield {"thread": found.row.thread, "label": found.row.label, **_record(one)}


def _record(one: ThreadClaim) -> Record:
    row = one.row
    return {
        "claim_id": row.claim_id,
        "article_id": row.article_id,
        "article_path": row.article_path,
        "outlet": row.outlet,
        "published": row.published.as_known or None,
        "speaker": list(row.names),
        "role": [role or None for role in row.roles],
        "organization": [name or None for name in row.organizations],
        "content": row.content,
        "same": None if one.same is None else round(one.same, 4),
        "copy": one.copy,
        "review": row.review,
    }
