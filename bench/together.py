"""Have several work on one archive at once, and compare with one after the other.

    python -m bench.together [--postgresql [--restart]]

Two ingest the same made-up articles, one from the end; one reads lists, as the app does, and one
writes verdicts. Nobody may meet an error, and what is stored must be what one ingest stores, with
each verdict. With ``--restart`` the server is restarted meanwhile, and all is ingested once more.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import text as sql

from bench.kills import prepared, stored
from bench.made_up.world import Scale, World
from bench.servers import server_in
from db.analysis.summary import list_articles
from db.archive import open_archive
from db.claims.view import open_view
from db.connection.errors import ArchiveError
from db.ingest.ingest import ingest
from db.keeping.check import verify
from db.query.model import ClaimQuery
from db.review.actions import accept, reject

if TYPE_CHECKING:
    pass

SCALE: Final = Scale(claims=500, articles=50, speakers=25)
# What verdicts change.
_JUDGED: Final = {"events", "claims"}
_READ: Final = 60
_SECONDS: Final = 15
"""For how long they read and review; ingesting takes about as long."""


def _ingest(url: str, order: str) -> None:
    given = [article for article, _ in World(SCALE).articles()]
    if order == "backward":
        given.reverse()
    engine = open_archive(url)
    failed: list[str | None] = []
    summary = ingest(
        engine,
        [],
        lambda: prepared("1", SCALE),
        given=given,
        on_event=lambda one: failed.append(one.reason) if one.outcome == "failed" else None,
    )
    print(f"{order}: {summary.stored} stored, {summary.unchanged} there, failed: {failed[:3]}")


def _read(url: str) -> None:
    _wait_for_articles(url, 1)
    engine = open_archive(url)
    _again_and_again("reader", lambda: open_view(engine, ClaimQuery()).rows(0, _READ))


def _review(url: str) -> None:
    _wait_for_articles(url, 1)
    engine = open_archive(url)
    chance = random.Random(1)

    def judge() -> None:
        ids = open_view(engine, ClaimQuery()).ids
        if ids:
            some = chance.sample(list(ids), min(len(ids), 40))
            (accept if chance.random() < 0.5 else reject)(engine, some, "ines")

    _again_and_again("reviewer", judge)


def _again_and_again(who: str, act: Callable[[], object]) -> None:
    """Act for a while, and tell how long it took at most and what failed."""
    ends = time.monotonic() + _SECONDS
    waited: list[float] = []
    errors = 0
    while time.monotonic() < ends:
        begun = time.monotonic()
        try:
            act()
        except ArchiveError as error:
            errors += 1
            print(f"{who}: {error}")
        waited.append(time.monotonic() - begun)
    print(f"{who}: {len(waited)} times, the slowest {max(waited):.2f} s, {errors} errors")


def _started(role: str, url: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bench.together", "--role", role, "--url", url]
    return subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")


def _wait_for_articles(url: str, number: int) -> None:
    engine = open_archive(url)
    while len(list_articles(engine, ClaimQuery())) < number:
        time.sleep(0.2)
    engine.dispose()


def _told(process: subprocess.Popen[str]) -> None:
    out, _ = process.communicate()
    print(out, end="")
    print(f"  exit {process.returncode}", flush=True)


def _compare(url: str, peaceful: str) -> None:
    engine, right = open_archive(url), open_archive(peaceful)
    assert verify(engine) == [], verify(engine)[:3]
    found, wanted = stored(engine), stored(right)
    for name, rows in wanted.items():
        if name not in _JUDGED:
            assert found[name] == rows, f"{name} differ"
    mine = {row[0] for row in found["claims"]}
    assert mine == {row[0] for row in wanted["claims"]}
    assert len(found["claims"]) == len(wanted["claims"])
    with engine.connect() as connection:
        steps = connection.scalar(sql("SELECT count(*) FROM review_step"))
    assert steps, "nobody reviewed anything meanwhile"
    print(f"{len(mine)} claims as in peace, {steps} steps of review, nothing wrong")


def main() -> None:
    """Start all, and tell what they met."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--postgresql", action="store_true", help="on a server, not in a file")
    parser.add_argument("--restart", action="store_true", help="the server, meanwhile")
    parser.add_argument("--role", help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    options = parser.parse_args()
    roles = {"reader": _read, "reviewer": _review}
    if options.role in roles:
        roles[options.role](options.url)
        return
    if options.role:
        _ingest(options.url, options.role)
        return
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(server_in(folder, wanted=options.postgresql))
        urls = [server.create() if server else str(folder / f"{n}.db") for n in range(2)]
        for url in urls:
            open_archive(url).dispose()
        _told(_started("forward", urls[0]))
        roles_now = ("forward", "backward", "reader", "reviewer")
        running = [_started(role, urls[1]) for role in roles_now]
        if server and options.restart:
            _wait_for_articles(urls[1], 10)
            server.restart()
            print("restarted", flush=True)
        for process in running:
            _told(process)
        if options.restart:
            _told(_started("forward", urls[1]))
        _compare(urls[1], urls[0])


if __name__ == "__main__":
    main()
