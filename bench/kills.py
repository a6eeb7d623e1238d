"""Kill what writes to an archive at random moments, run it again, and compare with a run in peace.

    python -m bench.kills --kills 50 [--postgresql]

Made-up articles with their claims are ingested and extracted anew, thousands of claims reviewed in
one step, the archive copied and an older one upgraded; each by a process that is killed at a random
moment and then run once more. Whatever is stored must be what a run in peace stores, none twice and
nothing half done. With ``--postgresql`` on a server of its own.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Engine, make_url
from sqlalchemy import text as sql

from bench.made_up.world import Scale, World
from bench.servers import server_in
from claims.article import Article
from claims.claim import Claim
from db.analysis.summary import list_articles
from db.archive import open_archive
from db.connection.engine import connect, database_url
from db.ingest.ingest import ingest
from db.ingest.reextract import reextract
from db.keeping.check import verify
from db.keeping.copy import copy
from db.migrations.run import downgrade
from db.query.model import ClaimQuery
from db.review.actions import accept

if TYPE_CHECKING:
    from tests.db.archives import Server

SCALE: Final = Scale(claims=3_000, articles=150, speakers=60)
_OLD: Final = "0013"

# What does not hold when a thing was stored, nor the number it has in one database.
_VIEWS: Final = {
    "articles": "SELECT public_id, title, path, published FROM article",
    "texts": "SELECT a.public_id, t.sha256, t.version, t.current FROM article_text t "
    "JOIN article a ON a.id = t.article_id",
    "claims": "SELECT c.public_id, c.content, c.cue, c.source, c.type, c.review, c.aside, "
    "c.current, r.model_version FROM claim c JOIN run r ON r.id = c.run_id",
    "spans": 'SELECT c.public_id, c.current, s.part, s.ordinal, s.start, s."end", s.exact '
    "FROM claim_span s JOIN claim c ON c.id = s.claim_id",
    "speakers": "SELECT c.public_id, c.current, s.ordinal, m.name, e.public_id "
    "FROM claim_speaker s JOIN claim c ON c.id = s.claim_id JOIN mention m ON m.id = s.mention_id "
    "JOIN mention_entity j ON j.mention_id = m.id AND j.retired_at IS NULL "
    "JOIN entity e ON e.id = j.entity_id",
    "entities": "SELECT e.public_id, o.public_id, e.label FROM entity e "
    "JOIN entity o ON o.id = e.canonical_id",
    "events": "SELECT e.public_id, s.action, s.who, e.field, e.before, e.after "
    "FROM review_event e JOIN review_step s ON s.id = e.step_id",
    "phrases": "SELECT c.public_id, c.current, p.key FROM claim_phrase x "
    "JOIN claim c ON c.id = x.claim_id JOIN phrase p ON p.id = x.phrase_id",
}


@dataclass
class _Prepared:
    """Hands out the claims that were made up with each text."""

    version: str
    found: dict[str, tuple[Claim, ...]]
    model_name: str = "made-up"

    @property
    def model_version(self) -> str:
        return self.version

    def extract_each(
        self, articles: Iterable[Article]
    ) -> Generator[tuple[Article, tuple[Claim, ...]], None, None]:
        for article in articles:
            yield article, self.found[article.text]


def stored(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """What an archive holds, however it came there."""
    with engine.connect() as connection:
        return {
            name: sorted((tuple(row) for row in connection.execute(sql(view))), key=repr)
            for name, view in _VIEWS.items()
        }


@contextmanager
def _opened(url: str) -> Iterator[Engine]:
    engine = open_archive(url)
    yield engine
    engine.dispose()


def prepared(version: str, scale: Scale = SCALE) -> _Prepared:
    """An extractor of some version that knows the claims of all made-up texts."""
    made = World(scale).articles()
    return _Prepared(version, {article.text: tuple(claims) for article, claims in made})


def _ingest(url: str, _: str) -> None:
    given = [article for article, _ in World(SCALE).articles()]
    with _opened(url) as engine:
        ingest(engine, [], lambda: prepared("1"), given=given, compares=False)


def _reextract(url: str, _: str) -> None:
    with _opened(url) as engine:
        rows = list_articles(engine, ClaimQuery())
        reextract(engine, rows, lambda: prepared("2"), compares=False)


def _review(url: str, _: str) -> None:
    with _opened(url) as engine:
        with engine.connect() as connection:
            ids = list(connection.scalars(sql("SELECT id FROM claim WHERE current ORDER BY id")))
        accept(engine, ids, "ines")


def _copy(url: str, target: str) -> None:
    with _opened(url) as engine:
        copy(engine, target)


def _migrate(url: str, _: str) -> None:
    with _opened(url):
        pass


_STEPS: Final[dict[str, Callable[[str, str], None]]] = {
    "ingest": _ingest,
    "reextract": _reextract,
    "review": _review,
    "copy": _copy,
    "migrate": _migrate,
}


class _Databases:
    """Makes databases: files, or those of a server."""

    def __init__(self, folder: Path, server: Server | None) -> None:
        self._folder, self._server, self._made = folder, server, 0
        self._filled: dict[str, str] = {}

    def new(self) -> str:
        """URL of an empty one."""
        self._made += 1
        if self._server is None:
            return str(self._folder / f"{self._made}.db")
        return self._server.create()

    def filled(self, step: str) -> str:
        """URL of one that a step has its work to do on; it is filled once, and copied."""
        if step not in self._filled:
            self._filled[step] = self._fill(step)
        if self._server is not None:
            return self._server.create(make_url(self._filled[step]).database or "")
        return str(shutil.copy(self._filled[step], self.new()))

    def _fill(self, step: str) -> str:
        url = self.new()
        open_archive(url).dispose()
        if step != "ingest":
            _ingest(url, "")
        if step == "migrate":
            _review(url, "")
            engine = connect(database_url(url))
            downgrade(engine, _OLD)
            engine.dispose()
        return url


def _started(step: str, url: str, target: str) -> subprocess.Popen[str]:
    """A process that is about to take a step."""
    command = [sys.executable, "-m", "bench.kills", "--step", step, "--url", url, "--to", target]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def _result(step: str, url: str, target: str) -> dict[str, list[tuple[object, ...]]]:
    engine = open_archive(target if step == "copy" else url)
    problems = verify(engine)
    assert problems == [], f"{step}: {problems[:3]}"
    found = stored(engine)
    engine.dispose()
    return found


def kills(step: str, number: int, databases: _Databases, seed: int) -> Iterator[tuple[float, bool]]:
    """Kill a step so many times, each on a database of its own.

    Yields:
        After how much of the time that it takes in peace, and whether it had ended by then.

    Raises:
        AssertionError: What is stored is not what a run in peace stores.
    """
    url, target = databases.filled(step), databases.new()
    process = _started(step, url, target)
    begun = time.monotonic()
    assert process.wait() == 0
    seconds = time.monotonic() - begun
    right = _result(step, url, target)
    moments = random.Random(seed)
    for _ in range(number):
        url, target = databases.filled(step), databases.new()
        process = _started(step, url, target)
        part = moments.random()
        time.sleep(part * seconds)
        ended = process.poll() is not None
        process.kill()
        process.wait()
        assert _started(step, url, target).wait() == 0, f"{step}: fails after a kill at {part:.0%}"
        found = _result(step, url, target)
        for name, rows in right.items():
            assert found[name] == rows, f"{step}: {name} differ after a kill at {part:.0%}"
        yield part, ended


def main() -> None:
    """Kill each step, and tell how it went."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=50, help="of all steps together")
    parser.add_argument("--postgresql", action="store_true", help="on a server, not in files")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=_STEPS, help="of these steps one")
    parser.add_argument("--step", choices=_STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    parser.add_argument("--to", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.step:
        print("ready", flush=True)
        _STEPS[given.step](given.url, given.to)
        return
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(server_in(folder, wanted=given.postgresql))
        databases = _Databases(folder, server)
        for step in [given.only] if given.only else _STEPS:
            done = list(kills(step, given.kills // len(_STEPS), databases, given.seed))
            early = sum(not ended for _, ended in done)
            print(f"{step}: {len(done)} kills, {early} before it ended: as in peace", flush=True)


if __name__ == "__main__":
    main()
