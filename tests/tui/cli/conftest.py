"""Small articles of our own, an archive that holds them, and ways to run the command."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final, Protocol

import pytest
from click.testing import CliRunner, Result

from tests.once import folder_once
from tests.tui.cli.compared import REPEATED
from tests.tui.cli.related import PAGE as RELATED_PAGE
from tests.tui.cli.spare_workers import spared
from tui.cli.main import cli

PAGE = """<!doctype html>
<html lang="en"><head><title>{title}</title>
<meta property="og:title" content="{title}">
<meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{day}T08:00:00Z">
<meta name="author" content="{author}">
</head><body><article><h1>{title}</h1>
{body}
</article></body></html>
"""

HARBOUR = (
    "The council of Velmora votes next week on whether to double its grain harbour, a plan that "
    "has split the town since it was first drawn on a napkin eleven years ago.",
    "“The harbour is too small for the ships that come now,” said Mira Okafor, a senior fellow at "
    "the Baltic Institute. “It will be far too small in ten years.”",
    "Tomas Brandt, the mayor of Velmora, warned that the dredging would flood the old fish market.",
    "“[/red] is what the surveyors painted on my door,” Brandt said. “Nobody asked me.”",
    "Nothing will be built before the spring, according to the Velmora Port Authority.",
)

FERRY = (
    "Two ferries that were meant to carry lorries across the sound lie idle at the pier, and the "
    "company that ordered them has stopped answering the telephone since early February.",
    "“A ferry without a pilot is a very expensive café,” said Mira Okafor, director of the Tallinn "
    "Policy Centre.",
    "Okafor said that the crews had been promised their wages twice and paid once.",
    "“=SUM of all our troubles,” said Tomas Brandt, the mayor of Velmora.",
)

GRAIN = """Barley waits for a buyer

By Ines Calder

VELMORA, Oct 3, 2023 - Farmers around Velmora have filled every shed they own with barley.

"We are sleeping next to it," said Ola Fenn, a farmer from the western shore. "My dog has a bed of \
barley."

Traders expect the price to fall again before winter.
"""


def write_articles(folder: Path) -> Path:
    """Write the three articles into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = {
        "harbour.html": (
            "Harbour plan divides Velmora",
            "Quayside Chronicle",
            "2022-06-14",
            HARBOUR,
        ),
        "ferry.html": ("The ferries that never sailed", "Northern Ledger", "2023-03-02", FERRY),
    }
    for name, (title, outlet, day, paragraphs) in pages.items():
        body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        page = PAGE.format(title=title, outlet=outlet, day=day, author="Ines Calder", body=body)
        (folder / name).write_text(page, encoding="utf-8")
    (folder / "grain.txt").write_text(GRAIN, encoding="utf-8")
    return folder


NAME: Final = "claims.db"
"""Of an archive's file."""


class Run(Protocol):
    """Runs the command inside this process, on the archive."""

    def __call__(self, *args: str | Path, db: Path | None = ...) -> Result: ...


_SETTINGS = (
    *("CLAIMS_DB", "CLAIMS_MODEL", "NO_COLOR", "FORCE_COLOR", "COLUMNS"),
    # Output is buffered where users are, and that is where it can fail late.
    "PYTHONUNBUFFERED",
)


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's own database, model and colours out of the tests."""
    for name in _SETTINGS:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True, scope="module")
def _spared() -> Iterator[None]:
    with spared():
        yield


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with the three articles."""
    return write_articles(tmp_path / "articles")


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that the real command filled; for reading only."""

    def fill(folder: Path) -> None:
        articles = write_articles(folder / "articles")
        result = CliRunner().invoke(cli, ["--db", str(folder / NAME), "ingest", str(articles)])
        assert result.exit_code == 0, result.output
        # All is to be in the one file, which other processes copy while this one has it open.
        with closing(sqlite3.connect(folder / NAME)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    made = folder_once(tmp_path_factory, "stored", fill)
    # Of each process its own: who reads a file writes beside it.
    own = tmp_path_factory.mktemp("stored")
    return Path(shutil.copy(made / NAME, own))


@pytest.fixture
def archive(stored: Path, tmp_path: Path) -> Path:
    """A copy of the filled archive, to do with as one likes."""
    for part in stored.parent.glob(f"{NAME}*"):
        shutil.copy(part, tmp_path / part.name)
    return tmp_path / NAME


@pytest.fixture
def run(stored: Path) -> Run:
    """Runs ``claims`` with arguments; ``--db`` is the filled archive unless ``db`` says."""

    def invoke(*args: str | Path, db: Path | None = None) -> Result:
        return CliRunner().invoke(cli, ["--db", str(db or stored), *map(str, args)])

    return invoke


Claims = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def claims(stored: Path) -> Claims:
    """Runs ``claims`` as a process of its own, its outputs being pipes."""

    def start(
        *args: str | Path, db: Path | None = None, **env: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tui.cli.main", *map(str, args)],
            env={**os.environ, "CLAIMS_DB": str(db or stored), **env},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return start


@pytest.fixture
def repeated(run: Run, archive: Path, articles: Path) -> Path:
    """The archive with one more article, which has what another one says."""
    (articles / "port.txt").write_text(REPEATED, "utf-8")
    assert run("ingest", articles / "port.txt", db=archive).exit_code == 0
    return archive


@pytest.fixture
def related(run: Run, archive: Path, articles: Path) -> Path:
    """The archive with a count that changes, compared."""
    for day, farms in ((1, 40), (9, 52)):
        page = articles / f"{day}.txt"
        page.write_text(RELATED_PAGE.format(day=day, farms=farms), encoding="utf-8")
        assert run("ingest", page, db=archive).exit_code == 0
    result = run("compare", "--rebuild", "--format", "json", db=archive)
    assert json.loads(result.stdout)["relations"] == 1
    return archive
