"""The ``claims`` command. Importing this loads no database, no language model, no screen."""

from __future__ import annotations

from typing import Final

import click

from claims import __version__
from tui.cli.group import LazyGroup
from tui.cli.options.common import DB_HELP

COMMANDS: Final = {
    "ingest": ("tui.cli.commands.ingest", "Read articles, extract their claims and store both."),
    "reextract": (
        "tui.cli.commands.reextract",
        "Extract from stored articles again, without their files.",
    ),
    "extract": (
        "tui.cli.commands.extract",
        "Print what articles claim as JSON lines; store nothing.",
    ),
    "list": ("tui.cli.commands.list", "List claims."),
    "speakers": (
        "tui.cli.commands.speakers",
        "List speakers with their number of claims and articles.",
    ),
    "articles": ("tui.cli.commands.articles", "List articles with their number of claims."),
    "topics": (
        "tui.cli.comparison.topics",
        "List topics with their number of claims, articles and speakers.",
    ),
    "compare": (
        "tui.cli.comparison.compare",
        "Set claims side by side, a column an article or a speaker.",
    ),
    "stories": (
        "tui.cli.comparison.stories",
        "List stories, that is articles that are copies of one text.",
    ),
    "quotations": (
        "tui.cli.comparison.quotations",
        "List where what a claim quotes stands again: word for word, cut, altered, or by another.",
    ),
    "matrix": ("tui.cli.commands.matrix", "Count claims by speaker and by article or month."),
    "timeline": (
        "tui.cli.commands.timeline",
        "Show one speaker over time: affiliations as they change, claims by month, and by date.",
    ),
    "export": ("tui.cli.commands.export", "Write claims to a CSV, JSON or JSON lines file."),
    "views": ("tui.cli.commands.views", "List, save, rename or delete views saved by name."),
    "review": (
        "tui.cli.commands.review",
        "Judge claims: accept, reject, correct, note, tag, undo.",
    ),
    "history": (
        "tui.cli.commands.history",
        "Show what became of a claim: who judged what, when and why.",
    ),
    "tui": ("tui.cli.commands.tui", "Open the full-screen app."),
    "serve": ("tui.cli.commands.serve", "Show the app in a web browser on this machine."),
    "config": (
        "tui.cli.commands.config",
        "Tell where settings, state and log are; show and check the settings.",
    ),
    "evaluate": (
        "tui.cli.commands.evaluate",
        "Score extraction against articles that somebody annotated.",
    ),
    "completion": ("tui.cli.commands.completion", "Print the completion script for a shell."),
}

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
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--db", metavar="URL", help=DB_HELP)
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
