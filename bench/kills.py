"""Kill what writes to an archive at random moments, run it again, and compare with a run in peace.

    python -m bench.kills --kills 50 [--postgresql]

Made-up articles with their claims are ingested and extracted anew, and compared; thousands of
claims are reviewed in one step, the archive is copied and an older one upgraded; each by processes
that are killed at a random moment and then run once more. Whatever is stored must be what a run in
peace stores, none twice and nothing half done, and no check may find anything wrong with it. With
``--postgresql`` half of the kills are on a server of its own.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
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
COMPARED: Final = Scale(claims=400, articles=40, speakers=20)
"""What is compared too, which takes longer."""

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
    "runs": "SELECT DISTINCT t.sha256, r.model_version FROM extraction x "
    "JOIN article_text t ON t.id = x.text_id JOIN run r ON r.id = x.run_id",
    "affiliations": "SELECT t.sha256, r.model_version, m.name, m.kind, a.role, a.organization, "
    'a.former, a.start, a."end" FROM affiliation a JOIN mention m ON m.id = a.mention_id '
    "JOIN article_text t ON t.id = m.text_id JOIN run r ON r.id = m.run_id",
    "phrases": "SELECT c.public_id, c.current, p.key FROM claim_phrase x "
    "JOIN claim c ON c.id = x.claim_id JOIN phrase p ON p.id = x.phrase_id",
}

# The same of what is compared, which depends on the order of the articles.
_COMPARED_VIEWS: Final = {
    "stories": "SELECT a.public_id, s.public_id FROM article a JOIN article s ON s.id = a.story_id",
    "quotations": "SELECT c.public_id, q.words_key FROM claim_quotation x "
    "JOIN claim c ON c.id = x.claim_id JOIN quotation q ON q.id = x.quotation_id",
    "threads": "SELECT c.public_id, t.public_id, t.label, t.claims, t.articles, m.due "
    "FROM claim_meaning m JOIN claim c ON c.id = m.claim_id "
    "LEFT JOIN thread t ON t.id = m.thread_id",
    "relations": "SELECT l.public_id, r.public_id, x.relation, x.score, x.state "
    "FROM claim_relation x JOIN claim l ON l.id = x.left_id JOIN claim r ON r.id = x.right_id",
}


_Stored = dict[str, list[tuple[object, ...]]]


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


def stored(engine: Engine, *, compared: bool = False) -> _Stored:
    """What an archive holds, however it came there."""
    views = _VIEWS | _COMPARED_VIEWS if compared else _VIEWS
    with engine.connect() as connection:
        return {
            name: sorted((tuple(row) for row in connection.execute(sql(view))), key=repr)
            for name, view in views.items()
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


def _fill_uncompared(url: str) -> None:
    given = [article for article, _ in World(SCALE).articles()]
    with _opened(url) as engine:
        ingest(engine, [], lambda: prepared("1"), given=given, compares=False)


def _ingest(url: str, _: str) -> None:
    given = [article for article, _ in World(COMPARED).articles()]
    with _opened(url) as engine:
        ingest(engine, [], lambda: prepared("1", COMPARED), given=given)


def _reextract(url: str, _: str) -> None:
    with _opened(url) as engine:
        rows = list_articles(engine, ClaimQuery())
        reextract(engine, rows, lambda: prepared("2", COMPARED))


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
        if step == "reextract":
            _ingest(url, "")
        elif step != "ingest":
            _fill_uncompared(url)
        if step == "migrate":
            _review(url, "")
            engine = connect(database_url(url))
            downgrade(engine, _OLD)
            engine.dispose()
        return url


@dataclass(frozen=True, slots=True)
class Killed:
    """A step that was killed, and run once more.

    Args:
        part: After how much of the time that it takes in peace.
        ended: Whether it had ended by then.
        wrong: What is not as after a run in peace; empty if nothing.
    """

    part: float
    ended: bool
    wrong: str


@contextmanager
def _running(step: str, url: str, target: str) -> Iterator[subprocess.Popen[str]]:
    """A process, of a group of its own, that is about to take a step."""
    command = [sys.executable, "-m", "bench.kills", "--step", step, "--url", url, "--to", target]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, encoding="utf-8", start_new_session=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    with process:
        yield process


def _wrong(step: str, url: str, target: str, right: _Stored) -> str:
    """What differs from a run in peace once a step was run again."""
    with _running(step, url, target) as process:
        pass
    if process.returncode:
        return "fails when run again"
    with _opened(target if step == "copy" else url) as engine:
        if problems := verify(engine):
            return f"{len(problems)} problems: {problems[0]}"
        found = stored(engine, compared=True)
    return ", ".join(name for name, rows in right.items() if found[name] != rows)


def kills(step: str, number: int, databases: _Databases, chance: random.Random) -> Iterator[Killed]:
    """Kill a step so many times, each on a database of its own."""
    url, target = databases.filled(step), databases.new()
    with _running(step, url, target) as process:
        begun = time.monotonic()
        assert process.wait() == 0, f"{step} fails in peace"
        seconds = time.monotonic() - begun
    with _opened(target if step == "copy" else url) as engine:
        right = stored(engine, compared=True)
    for _ in range(number):
        url, target = databases.filled(step), databases.new()
        part = chance.random()
        with _running(step, url, target) as process:
            time.sleep(part * seconds)
            ended = process.poll() is not None
            if not ended:
                os.killpg(process.pid, signal.SIGKILL)
        yield Killed(part, ended, _wrong(step, url, target, right))


def _of_all(
    number: int, steps: Sequence[str], servers: Sequence[Server | None], folder: Path, seed: int
) -> Iterator[Killed]:
    """Kill each step on each database, and print a line of each."""
    each, rest = divmod(number, len(steps) * len(servers))
    print(f"{'step':<10} {'database':<11} kills  before it ended  not as in peace", flush=True)
    for server in servers:
        databases = _Databases(folder, server)
        name = "SQLite" if server is None else "PostgreSQL"
        for step in steps:
            rest -= 1
            done = list(kills(step, each + (rest >= 0), databases, random.Random(f"{seed}{step}")))
            early, wrong = sum(not one.ended for one in done), [one for one in done if one.wrong]
            print(f"{step:<10} {name:<11} {len(done):5}  {early:15}  {len(wrong):15}", flush=True)
            for one in wrong:
                print(f"  killed at {one.part:.0%}: {one.wrong}", flush=True)
            yield from done


def main() -> None:
    """Kill each step, and tell how it went."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=50, help="of all steps together")
    parser.add_argument("--postgresql", action="store_true", help="on a server too")
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
    steps = [given.only] if given.only else list(_STEPS)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        servers: list[Server | None] = [None]
        if given.postgresql:
            servers.append(stack.enter_context(server_in(folder, wanted=True)))
        done = list(_of_all(given.kills, steps, servers, folder, given.seed))
    sys.exit(any(one.wrong for one in done))


if __name__ == "__main__":
    main()
