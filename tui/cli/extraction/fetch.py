"""``claims fetch``: pages from the web, kept as they were sent, their claims stored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from click.exceptions import Exit

from tui.cli.extraction.ingest import Asked, in_words, ingest_paths
from tui.cli.options.extracting import Extracting, extracting_options, write_summary
from tui.io.exits import ExitCode
from tui.io.progress import tell_passed_over
from tui.io.streams import tell
from tui.text.words import counted

if TYPE_CHECKING:
    from claims.fetching.client import Client

EPILOG: Final = """\b
Examples:
  claims fetch https://gazette.example/2024/05/ferry
  claims fetch --feed https://gazette.example/rss.xml --into pages/
"""
MISSING: Final = 'fetching needs the extra "fetch": pip install "claims[fetch]"'
FOLDER: Final = "pages"


@dataclass
class Found:
    """What became of the addresses."""

    files: list[Path] = field(default_factory=list)
    unchanged: int = 0
    failed: int = 0


@click.command("fetch", epilog=EPILOG)
@click.argument("addresses", metavar="URL...", nargs=-1)
@click.option("--feed", "feeds", metavar="URL", multiple=True, help="Fetch what a feed links to.")
@click.option(
    "--into",
    "folder",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where pages are kept. [default: a folder in the user's data directory]",
)
@click.option(
    "--allow-private", is_flag=True, help="Allow addresses of this machine and its own network."
)
@click.option(
    "--delay",
    metavar="SECONDS",
    type=click.FloatRange(min=0),
    default=1.0,
    show_default=True,
    help="How long to wait between two requests to one site.",
)
@extracting_options
def command(
    addresses: tuple[str, ...],
    feeds: tuple[str, ...],
    folder: Path | None,
    allow_private: bool,
    delay: float,
    how: Extracting,
    form: str,
) -> None:
    """Fetch pages from the web, keep them, extract their claims and store both.

    Each page is kept as it was sent, with its address and the day, in a web archive (WARC) of its
    own. A page that was fetched before is asked for only if it changed. Sites are asked politely:
    as their robots.txt allows, one page after another, at most 10 MB and half a minute each. No
    other command opens a connection.
    """
    if not addresses and not feeds:
        raise click.UsageError("give a URL or --feed")
    try:
        # Imported late: it comes with an extra.
        from claims.fetching.client import Client, Manners
    except ImportError:
        tell(MISSING)
        raise Exit(ExitCode.FAILURE) from None
    with Client(Manners(delay=delay, allow_private=allow_private)) as client:
        found = fetch_all(client, addresses, feeds, folder or default_folder())
    summary, _ = ingest_paths(Asked(tuple(map(str, found.files))), how)
    tell_passed_over(summary.passed_over)
    line = f"fetched {counted(len(found.files), 'page')}"
    line += f", {found.unchanged:,} not changed" if found.unchanged else ""
    line += f", {found.failed:,} not fetched" if found.failed else ""
    write_summary(
        summary,
        f"{line}; {in_words(summary)}",
        form,
        fetched=len(found.files),
        not_changed=found.unchanged,
        not_fetched=found.failed,
    )
    if summary.failed or found.failed:
        raise Exit(ExitCode.FAILURE)


def default_folder() -> Path:
    """Where pages are kept unless another folder is named."""
    # Imported late: only fetching needs it.
    import platformdirs

    return Path(platformdirs.user_data_dir("claims", appauthor=False)) / FOLDER


def fetch_all(
    client: Client, addresses: Sequence[str], feeds: Sequence[str], folder: Path
) -> Found:
    """Fetch pages, and those that feeds link to; what fails is told and fails alone."""
    # Imported late: with the client, which comes with an extra.
    from claims.fetching.errors import FetchError
    from claims.fetching.saved_pages import conditions_of, file_of, save

    found = Found()

    def attempt(act: Callable[[str], None], address: str) -> None:
        try:
            act(address)
        except FetchError as error:
            found.failed += 1
            tell(str(error))

    def one_page(address: str) -> None:
        path = file_of(folder, address)
        page = client.fetch(address, conditions_of(path))
        if page.body is None:
            found.unchanged += 1
            return
        save(path, address, page)
        found.files.append(path)

    linked: list[str] = []
    for feed in feeds:
        attempt(lambda address: linked.extend(_links(client, address)), feed)
    for address in dict.fromkeys([*addresses, *linked]):
        attempt(one_page, address)
    return found


def _links(client: Client, address: str) -> Iterator[str]:
    # Imported late: with the client, which comes with an extra.
    from claims.fetching.errors import FetchError
    from claims.reading.formats.readers.feeds import links_of

    found = links_of(client.fetch(address).body or b"", address)
    if not found:
        raise FetchError(address, "it is no feed that links to pages")
    yield from found
