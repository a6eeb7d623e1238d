"""The ``claims`` command. Importing this loads no database, no language model, no screen."""

from __future__ import annotations

from typing import Final

import click

from claims import __version__
from tui.cli.group import LazyGroup
from tui.cli.options.common import DB_HELP, check_database

COMMANDS: Final = {
    "ingest": ("tui.cli.extraction.ingest", "Read articles, extract their claims and store both."),
    "fetch": (
        "tui.cli.extraction.fetch",
        "Fetch pages from the web, keep them, extract their claims and store both.",
    ),
    "reextract": (
        "tui.cli.extraction.reextract",
        "Extract from stored articles again, without their files.",
    ),
    "extract": (
        "tui.cli.extraction.extract",
        "Print the claims of articles as JSON lines; store nothing.",
    ),
    "tui": ("tui.cli.commands.tui", "Open the full-screen app."),
    "serve": ("tui.cli.commands.serve", "Show the app in a web browser on this machine."),
    "list": ("tui.cli.commands.list", "List claims."),
    "new": (
        "tui.cli.commands.new",
        "Count the claims that came in since your last visit, in all and by saved view.",
    ),
    "speakers": (
        "tui.cli.speakers.speakers",
        "List speakers with their number of claims and articles.",
    ),
    "articles": (
        "tui.cli.articles.articles",
        "List articles with their number of claims.",
    ),
    "topics": (
        "tui.cli.comparison.topics",
        "List topics with their number of claims, articles and speakers.",
    ),
    "views": ("tui.cli.commands.views", "List, save, rename or delete views saved by name."),
    "compare": (
        "tui.cli.comparison.compare",
        "Show claims side by side, one column for each article or speaker.",
    ),
    "stories": (
        "tui.cli.comparison.stories",
        "List stories, groups of articles that are copies of one text.",
    ),
    "quotations": (
        "tui.cli.comparison.quotations",
        "List where a claim's quotation is repeated: verbatim, cut, altered or by another speaker.",
    ),
    "similar": (
        "tui.cli.comparison.similar",
        "List the claims nearest in meaning to one.",
    ),
    "threads": (
        "tui.cli.threads.threads",
        "List threads, groups of claims that say the same.",
    ),
    "matrix": (
        "tui.cli.comparison.matrix",
        "Count claims of speakers, topics or threads by article, month and more.",
    ),
    "relations": (
        "tui.cli.relations.relations",
        "List claims that repeat, agree with, deny or update another, the likeliest first.",
    ),
    "timeline": (
        "tui.cli.comparison.timeline",
        "Show one speaker over time: affiliations as they change, claims by month, and by date.",
    ),
    "graph": (
        "tui.cli.comparison.graph",
        "Write who speaks about what as a network, to a GraphML or GEXF file.",
    ),
    "export": ("tui.cli.export.export", "Write claims to a file: a table, a dossier or a report."),
    "columns": (
        "tui.cli.export.columns",
        "List the columns of an export; save choices of them by name.",
    ),
    "sql": (
        "tui.cli.export.sql",
        "Open the database read-only in sqlite3 or psql.",
    ),
    "review": (
        "tui.cli.commands.review",
        "Review claims: accept, reject, correct, note, tag, undo.",
    ),
    "history": (
        "tui.cli.commands.history",
        "Show the history of a claim: who changed what, when and why.",
    ),
    "check": (
        "tui.cli.keeping.check",
        "Check everything stored, and repair what can be computed again.",
    ),
    "backup": ("tui.cli.keeping.backup", "Write the whole archive to a file."),
    "restore": ("tui.cli.keeping.restore", "Replace the contents of the database with a backup."),
    "copy": ("tui.cli.keeping.copy", "Copy every row between SQLite and PostgreSQL."),
    "roles": (
        "tui.cli.keeping.roles",
        "Make the roles claims_reader and claims_reviewer on a PostgreSQL server.",
    ),
    "config": (
        "tui.cli.commands.config",
        "Show where settings, state and log are; show and check the settings.",
    ),
    "evaluate": (
        "tui.cli.commands.evaluate",
        "Score extraction against annotated articles.",
    ),
    "completion": ("tui.cli.commands.completion", "Print the completion script for a shell."),
}

SECTIONS: Final = {
    "ingest": "Read articles",
    "tui": "Open the app",
    "list": "Find",
    "compare": "Compare",
    "export": "Take away",
    "review": "Review",
    "check": "Keep",
    "config": "Set up and measure",
}
"""What heads the commands in the help from each of these on."""

EPILOG: Final = """\b
Examples:
  claims ingest articles/
  claims list --speaker gabuev --since 2023
  claims export -o claims.csv --topic pipeline
  claims tui
"""


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    sections=SECTIONS,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--db", metavar="URL", callback=check_database, help=DB_HELP)
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.version_option(__version__, "--version", prog_name="claims", help="Print the version.")
def cli(db: str | None, debug: bool) -> None:
    """Who said what, in which article, when, speaking as whom.

    Claims reads news articles, finds the claims in them with their sources and speakers, and
    keeps them in a database to list, compare, browse and export.
    """


def main() -> None:
    """Entry point of the console script."""
    cli.main(prog_name="claims")


if __name__ == "__main__":
    main()
