"""``claims graph``: who speaks on what, for programs that draw networks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from tui.cli.options.common import db_option
from tui.cli.options.filters import article_filters
from tui.cli.options.replacing import ask_to_replace, force_option
from tui.io.streams import data_output, tell
from tui.session.archive import open_to_read
from tui.text.words import counted

if TYPE_CHECKING:
    from db.analysis.graph import Graph
    from db.analysis.matrix import MatrixBy
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims graph -o topics.graphml
  claims graph -o pipeline.gexf --topic pipeline --most 50
  claims graph -o positions.gexf --by thread
  claims graph -o coverage.gexf --by article --since 2023
"""

MOST: Final = 500


@click.command("graph", epilog=EPILOG)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(dir_okay=False, allow_dash=True),
    help="File to write, .graphml or .gexf. '-' is standard output.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["graphml", "gexf"]),
    help="Format to write. [default: by the extension of FILE]",
)
@click.option(
    "--by",
    type=click.Choice(["topic", "thread", "article"]),
    default="topic",
    show_default=True,
    help="What speakers are linked to.",
)
@force_option
@article_filters
@click.option(
    "--most",
    metavar="N",
    type=click.IntRange(min=1),
    default=MOST,
    show_default=True,
    help="Write at most this many speakers, and this many topics: those with most claims.",
)
@db_option
def command(
    output: str,
    form: str | None,
    by: MatrixBy,
    force: bool,
    query: ClaimQuery,
    most: int,
    db: str | None,
) -> None:
    """Write who speaks about what as a network, to a GraphML or GEXF file.

    Nodes are speakers and topics with their id, label, kind and number of claims; the weight of an
    edge is the number of claims of that speaker on that topic.
    """
    from db.analysis.graph import read_graph
    from db.export.graph import graph_format_of, write_graph
    from db.export.target import as_text, written_whole

    if form is None:
        if output == "-":
            raise click.UsageError("--format says what is written to standard output")
        form = graph_format_of(output)
    graph = read_graph(open_to_read(db), query, by, most)
    if output == "-":
        write_graph(graph, data_output(), form)
        return
    ask_to_replace(output, force=force)
    with written_whole(Path(output)) as file, as_text(file) as out:
        write_graph(graph, out, form)
    tell(f"wrote {in_words(graph, by)} to {output}")


def in_words(graph: Graph, by: str) -> str:
    """``20 of 51 speakers, 40 topics and 112 edges``."""
    parts = []
    for kind, total in (("speaker", graph.speakers), (by, graph.others)):
        shown = sum(node.kind == kind for node in graph.nodes)
        parts.append(
            f"{shown:,} of {counted(total, kind)}" if shown < total else counted(total, kind)
        )
    return f"{', '.join(parts)} and {counted(len(graph.edges), 'edge')}"
