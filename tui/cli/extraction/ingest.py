"""``claims ingest``: articles in, claims stored."""

from __future__ import annotations

import dataclasses
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from click.exceptions import Exit

from claims.article import UNDETERMINED
from claims.reading.formats.source import Options
from claims.reading.locations import from_root, is_url
from tui.cli.articles.describing import Described, compiled, describe, read_table
from tui.cli.articles.options import known_options
from tui.cli.options.common import WORDS, by_option
from tui.cli.options.extracting import Extracting, extracting_options, write_summary
from tui.cli.options.reading import formats_in_words, read_as, reading_options
from tui.io.errors import CommandFailed
from tui.io.exits import ExitCode
from tui.io.progress import Reading, tell_passed_over
from tui.io.streams import err_is_animated, tell
from tui.session.archive import tell_found_before
from tui.session.config import configured_limits
from tui.session.user_name import user_name
from tui.text.words import counted

if TYPE_CHECKING:
    from claims.article import Article
    from db.ingest.ingest import IngestEvent, IngestSummary

EPILOG: Final = """\b
Examples:
  claims ingest articles/
  claims ingest monday.html tuesday.txt --db news.db
  claims ingest articles/ --meta articles.csv
  claims ingest articles/ --from-name "{outlet}_{published}_{title}"
  find . -name "*.txt" -print0 | claims ingest - -0
  pbpaste | claims ingest --text - --title "Ferries lose nine days" --date 2023-05
  claims ingest corpus.jsonl --columns text=body,title=headline

"""


@click.command("ingest", epilog=EPILOG + formats_in_words())
@click.argument("paths", metavar="PATH...", nargs=-1, type=click.Path(readable=False))
@click.option(
    "--meta",
    "table",
    metavar="TABLE.csv",
    type=click.Path(path_type=Path),
    help="Table of what you know of articles: columns path (from the table's folder) or url, and "
    "title, outlet, byline (names with ; between), published.",
)
@click.option(
    "--from-name",
    "pattern",
    metavar="PATTERN",
    type=WORDS,
    help='What file names say, as in "{outlet}_{published}_{title}"; {_} is anything.',
)
@click.option("-0", "nul", is_flag=True, help="Paths on standard input end with NUL, not a line.")
@click.option(
    "--text",
    "text",
    metavar="FILE",
    type=click.Path(allow_dash=True, readable=False),
    help="Read one text from a file or, with -, from standard input.",
)
@reading_options
@click.option("--strict", is_flag=True, help="Fail if anything was passed over.")
@click.option(
    "--retry-failed", "retries", is_flag=True, help="Read again the files that failed last time."
)
@known_options
@by_option
@click.option(
    "-v", "--verbose", is_flag=True, help="Name every file that is skipped or passed over, and why."
)
@click.option(
    "--read-on-workers",
    "reads_there",
    is_flag=True,
    help="Have the processes or workers of the engine read too; a PATH may then be a URL (s3://…).",
)
@extracting_options
def command(
    paths: tuple[str, ...],
    table: Path | None,
    pattern: str | None,
    nul: bool,
    text: str | None,
    columns: dict[str, str] | None,
    encoding: str | None,
    strict: bool,
    retries: bool,
    by: str | None,
    verbose: bool,
    reads_there: bool,
    how: Extracting,
    form: str,
    **known: Any,
) -> None:
    """Read articles, extract their claims and store both.

    A PATH is a file of a format below, or a folder that is searched for such files; with -, paths
    come from standard input, one a line. An article that is stored already is skipped unless it
    has changed. A file that cannot be read, or takes more time or memory than the settings allow,
    is named on standard error and the rest is stored; the exit status is then 1. Files of other
    formats are counted on standard error. Articles that are not in English are stored without
    claims.
    """
    given = {name: value for name, value in known.items() if value}
    # The login's name is asked of the system, and only where it will be written down.
    named = table is not None or pattern is not None or given
    what = Asked(
        tuple(_with_piped(paths, nul=nul)),
        None if text is None else _bytes_of(text),
        given,
        None if pattern is None else compiled(pattern),
        table,
        user_name(by) if named else "",
        read_as(columns, encoding),
        retries,
        reads_there,
    )
    if paths and not what.paths and text is None and not retries:
        raise CommandFailed("standard input names no file to read", ExitCode.FAILURE)
    check(what)
    summary, described = ingest_paths(what, how, verbose=verbose)
    for problem in described.problems:
        tell(problem)
    tell_passed_over(summary.passed_over)
    if what.describes:
        line = f"{in_words(summary)}; described {counted(described.articles, 'article')}"
        write_summary(summary, line, form, described=described.articles)
    else:
        write_summary(summary, in_words(summary), form)
    if summary.failed or described.problems or (strict and summary.passed_over):
        raise Exit(ExitCode.FAILURE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be read, and what is known of it.

    Args:
        text: Of one article, instead of a file.
        known: What is known of that text, by option.
        pattern: What names of files tell.
        table: What is known of articles.
        who: In whose name.
        options: How files are to be read.
        retries: Whether to read what failed before.
        reads_there: Whether the engine's workers read, and not this process.
    """

    paths: tuple[str, ...]
    text: bytes | None = None
    known: dict[str, Any] = field(default_factory=dict)
    pattern: re.Pattern[str] | None = None
    table: Path | None = None
    who: str = ""
    options: Options = field(default_factory=Options)
    retries: bool = False
    reads_there: bool = False

    @property
    def describes(self) -> bool:
        """Whether a table or names of files are to tell something."""
        return self.pattern is not None or self.table is not None


def check(what: Asked) -> None:
    """Refuse what cannot be read.

    Raises:
        click.UsageError: It names nothing to read, or options that do not go together.
        CommandFailed: The table of what is known is none.
        OSError: It cannot be read.
    """
    if what.text is None and not what.retries and (not what.paths or what.known):
        reason = (
            "--title, --outlet, … go with --text"
            if what.paths
            else "give a PATH, -, --text or --retry-failed"
        )
        raise click.UsageError(reason)
    urls = [path for path in what.paths if is_url(path)]
    if urls and not what.reads_there:
        raise click.UsageError(
            f"{urls[0]}: --read-on-workers reads URLs of files; claims fetch, pages"
        )
    if what.table is not None:
        read_table(what.table)


def _bytes_of(file: str) -> bytes:
    """What is in a file, or with "-" what comes from standard input."""
    return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()


def _with_piped(paths: Sequence[str], *, nul: bool) -> Iterator[str]:
    """The paths, with those from standard input in the place of "-"."""
    for path in paths:
        if path != "-":
            yield path
            continue
        data = os.fsdecode(sys.stdin.buffer.read())
        yield from filter(None, data.split("\0") if nul else data.splitlines())


def ingest_paths(
    what: Asked, how: Extracting, *, verbose: bool = False
) -> tuple[IngestSummary, Described]:
    """Store articles and what is known of them, telling of progress and failures on standard error.

    Where there is nothing to read, or what extracts refuses, no archive is made.

    Raises:
        ArchiveError: The database cannot be opened or written.
        ModelError: The model is not installed.
        ConfigError: The config file cannot be read.
        EngineError: The cluster cannot be used.
    """
    make = how.maker()
    from claims.article import Article
    from claims.reading import ReadingError, find_articles
    from claims.reading.locations import find_locations
    from db.archive import open_archive
    from db.connection.errors import NoArchive
    from db.ingest.failures import failed_files
    from db.ingest.ingest import ingest

    limits, compares = configured_limits(), how.compared
    find = find_locations if what.reads_there else find_articles
    named = find(what.paths, options=what.options)
    create = what.text is not None or any(not isinstance(one, ReadingError) for one in named)
    try:
        engine = open_archive(how.db, create=False, upgraded=tell_found_before)
    except NoArchive:
        if not create:
            return _unread([*find(what.paths, options=what.options)]), Described(0, ())
        if how.is_chosen:
            # Tried before: what refuses leaves no empty archive behind.
            list(make().extract_each([Article("", "")]))
        engine = open_archive(how.db)
    shown = err_is_animated()
    paths = [*what.paths, *(_elsewhere(failed_files(engine), what.paths) if what.retries else ())]
    total = sum(1 for _ in find(paths, options=what.options)) if shown else 0
    read: list[str] = []
    with Reading(total, shown=shown) as reading:
        summary = ingest(
            engine,
            paths,
            lambda: reading.by(make()),
            given=[] if what.text is None else [_given(what)],
            limits=limits,
            options=what.options,
            compares=compares,
            make_reader=make if what.reads_there else None,
            on_event=_teller(reading, read, verbose=verbose),
        )
    return summary, describe(engine, read, what.pattern, what.table, what.who)


def _elsewhere(files: Iterable[str], paths: Sequence[str]) -> Iterator[str]:
    """The files that do not lie in a path: those are read with that."""
    named = [from_root(path) for path in paths]
    for file in files:
        if not any(Path(file).is_relative_to(path) for path in named):
            yield file


def _teller(reading: Reading, read: list[str], *, verbose: bool) -> Callable[[IngestEvent], None]:
    """What tells of each article, and notes the path of those that are stored now."""

    def on_event(event: IngestEvent) -> None:
        if event.outcome == "passed over":
            if verbose:
                reading.tell(f"{event.path}: passed over ({event.reason})")
            return
        if event.outcome == "failed":
            reading.tell(f"{event.path}: {event.reason}")
        elif verbose and event.outcome != "stored":
            reading.tell(f"{event.path}: skipped, {event.reason or 'stored already'}")
        if event.doubt:
            reading.tell(f"{event.path}: {event.doubt}")
        if verbose and event.language:
            unknown = event.language == UNDETERMINED
            language = "not in English" if unknown else f"in {event.language!r}"
            reading.tell(f"{event.path}: stored without claims, {language}")
        if event.outcome in ("stored", "unchanged"):
            read.append(event.path)
        reading.done(event.path, event.claims)

    return on_event


def _unread(found: Sequence[object]) -> IngestSummary:
    """Tell why each of the paths cannot be read."""
    from db.ingest.ingest import IngestSummary

    for one in found:
        tell(str(one))
    return IngestSummary(failed=len(found))


def _given(what: Asked) -> Article:
    """The text that is handed over, with what is known of it."""
    from claims.article import DatedFact
    from claims.reading.standard_input import given_text

    known = dict(what.known)
    if (day := known.get("published")) is not None:
        known["published"] = DatedFact(day.value, day.precision, f"given by {what.who}")
    assert what.text is not None, "it is read only then"
    article = given_text(what.text, what.options.encoding, known.get("title"))
    return dataclasses.replace(article, **known)


def in_words(summary: IngestSummary) -> str:
    """The summary as one line."""
    line = f"read {counted(summary.read, 'article')}: "
    line += f"{summary.stored:,} stored with {counted(summary.claims, 'claim')}"
    skipped = [
        f"{number:,} {what}"
        for number, what in ((summary.unchanged, "unchanged"), (summary.duplicates, "duplicate"))
        if number
    ]
    if skipped:
        line += f", skipped {' and '.join(skipped)}"
    if summary.unsupported:
        line += f"; {summary.unsupported:,} not in English, stored without claims"
    if summary.failed:
        line += f"; {counted(summary.failed, 'file')} failed"
    return line
