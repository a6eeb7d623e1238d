"""Extraction by the workers of a Dask scheduler: real ones, of this machine."""

from __future__ import annotations

import json
import logging
import os
import pickle
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent import futures
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import Any

import pytest

from claims.article import Article, Segment, SegmentKind
from claims.engines import cluster as module
from claims.engines.cluster import ClusterExtractor
from claims.engines.encoding import Encoded
from claims.engines.engine import ClusterEngine, EngineError
from claims.engines.on_worker import Asked
from claims.engines.reading import read_by
from claims.extraction.pipeline import Extractor
from claims.processes.limits import Limits
from claims.reading import Options, read_articles
from claims.reading.bounded import BoundedReader
from claims.reading.pieces import End, Piece, ReadPiece, pieces_of

pytestmark = pytest.mark.slow


def quarries(count: int) -> Iterator[Article]:
    for number in range(count):
        text = f"“Quarry {number} is closed,” said Marta Ruiz, who owns it. She warned of dust."
        yield Article(
            f"quarry-{number}", text, segments=(Segment(SegmentKind.PARAGRAPH, 0, len(text)),)
        )


PIECE = next(pieces_of(Path(__file__)))


class Machines:
    """A scheduler and its workers, each a process."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._folder = folder
        self._stack = stack
        self.scheduler = self._start(
            "scheduler", "--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard"
        )
        self.workers: list[subprocess.Popen[bytes]] = []

    @property
    def engine(self) -> ClusterEngine:
        return ClusterEngine("127.0.0.1", self.port)

    def add_worker(self) -> None:
        # Without a nanny: what is lost here stays lost.
        options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1"]
        location = f"tcp://127.0.0.1:{self.port}"
        self.workers.append(
            self._start("worker", location, *options, "--local-directory", str(self._folder))
        )

    def _start(self, *command: str) -> subprocess.Popen[bytes]:
        program = "import sys; from dask.__main__ import main; sys.exit(main())"
        process = subprocess.Popen(
            [sys.executable, "-c", program, *command],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._stack.callback(end, process)
        return process


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    with ExitStack() as stack:
        started = Machines(tmp_path_factory.mktemp("dask"), stack)
        for _ in range(2):
            started.add_worker()
        wait_for(started)
        yield started


def wait_for(machines: Machines) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", machines.port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("no scheduler came up")


# The order counts: the last tests take away what the first ones need.


def test_a_worker_of_another_version_is_named_before_anything_is_done(
    machines: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "fingerprint", lambda: "9.9.9 (abc)")
    with pytest.raises(
        EngineError, match=r"worker tcp://\S+ has claims \d.*, this machine 9\.9\.9"
    ):
        list(ClusterExtractor(machines.engine).extract_each(quarries(1)))


def test_workers_read_files_too(machines: Machines, tmp_path: Path) -> None:
    path = tmp_path / "quarries.jsonl"
    records = ({"text": article.text, "id": article.path} for article in quarries(40))
    path.write_text("".join(json.dumps(record) + "\n" for record in records) + "{\n")
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\0\0")
    extractor = ClusterExtractor(machines.engine)
    with closing(
        read_by(extractor, BoundedReader(), [path, bad, f"file://{path}"], Options())
    ) as read:
        here, unread, there = (list(outcomes) for _, outcomes in read)
    *articles, error = read_articles(path)
    assert here[:-1] == articles
    assert str(here[-1]) == str(error)
    assert "bad.txt: it is a binary file" in str(unread[0])
    assert [one.path for one in there] == [f"file://{one.path}" for one in here]


def test_a_reader_of_another_version_is_named(
    machines: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "fingerprint", lambda: "9.9.9 (abc)")
    with pytest.raises(EngineError, match=r"that is to read has claims \d.*, this machine 9"):
        list(ClusterExtractor(machines.engine).read_pieces([[PIECE]], Options()))


def test_the_claims_are_those_of_one_process_also_when_a_worker_is_lost(
    machines: Machines,
) -> None:
    several = ClusterExtractor(machines.engine)
    [(_, encoded)] = several.encode_each(quarries(1))
    extracted = several.extract_each(quarries(60))
    found = [next(extracted)]
    end(machines.workers[0])
    found += extracted
    assert [article.path for article, _ in found] == [one.path for one in quarries(60)]
    alone = Extractor(threads=1)
    assert found == list(alone.extract_each(quarries(60)))
    assert sum(several.worked.values()) == 61
    assert all(worker.startswith("tcp://") for worker in several.worked)
    assert isinstance(encoded, Encoded)
    assert encoded.claims == found[0][1]
    assert "Marta Ruiz said Quarry 0 is closed," in {text.whole for text in encoded.vectors}
    assert (several.model_name, several.model_version) == (alone.model_name, alone.model_version)


def test_a_lost_scheduler_is_one_line(machines: Machines) -> None:
    extracted = ClusterExtractor(machines.engine).extract_each(quarries(400))
    next(extracted)
    end(machines.scheduler)
    with pytest.raises(EngineError) as told:
        list(extracted)
    assert str(told.value) == f"{machines.engine}: the scheduler is gone; what was stored stays"


def test_without_a_scheduler_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ANSWERS_WITHIN", 0.2)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        silent = ClusterEngine("127.0.0.1", taken.getsockname()[1])
        with pytest.raises(EngineError, match=r"^dask://127.0.0.1:\d+: no scheduler answers"):
            list(ClusterExtractor(silent).extract_each(quarries(1)))


def test_the_librarys_own_log_holds_back() -> None:
    import distributed  # noqa: F401

    module._quiet()
    libraries = ("distributed", "tornado")
    loggers = [name for name in logging.root.manager.loggerDict if name.startswith(libraries)]
    told = [name for name in loggers if logging.getLogger(name).isEnabledFor(logging.ERROR)]
    assert "distributed.client" in loggers
    assert told == []


def test_without_articles_nothing_is_connected() -> None:
    assert list(ClusterExtractor(ClusterEngine("127.0.0.1", 1)).extract_each([])) == []


def test_a_batch_that_ends_every_worker_is_tried_one_by_one() -> None:
    from distributed import KilledWorker

    class Loses:
        """A client whose workers are lost to one article."""

        status = "running"

        def submit(self, function: Any, batch: bytes, *asked: Any, pure: bool) -> Any:
            return lambda: pickle.loads(batch)

    class Tried(module._Cluster):
        def _result(self, future: Any, within: float | None = None) -> Any:
            articles = future()
            if any(article.path == "quarry-1" for article in articles):
                raise KilledWorker("task", None, 3)
            return "here", [() for _ in articles]

    worked: Counter[str] = Counter()
    work = Tried(Loses(), ClusterEngine("here", 1), Asked(None, Limits(), "1"), worked)
    batch = list(quarries(3))
    found = work._outcomes(batch, work._submitted(batch))
    assert [str(one) for one in found] == [
        "()",
        "quarry-1: every worker that had it was lost",
        "()",
    ]
    assert worked == {"here": 2}


def test_a_file_that_ends_every_worker_is_told_alone() -> None:
    from distributed import KilledWorker

    bomb = Piece("s3://desk/bomb.zip", 0, 1, 1)

    class Loses:
        """A client whose workers are lost to one file."""

        status = "running"

        def submit(self, function: Any, task: bytes, *asked: Any, **options: Any) -> Any:
            future: futures.Future[Any] = futures.Future()
            future.set_result(pickle.loads(task))
            return future

        def nthreads(self) -> dict[str, int]:
            return {"here": 1}

        def wait_for_workers(self, number: int, timeout: float) -> None:
            assert number

    class Tried(module._Cluster):
        def _result(self, future: Any, within: float | None = None) -> Any:
            if bomb in (pieces := future.result()):
                raise KilledWorker("task", None, 3)
            return [([], End(goes_on=True)) for _ in pieces]

    work = Tried(Loses(), ClusterEngine("here", 1), Asked(None, Limits(), "1"), Counter())
    good: ReadPiece = ([], End(goes_on=True))
    [found] = work.read([[PIECE, bomb, PIECE]], Options())
    assert [found[0], found[2]] == [good, good]
    [[told], end] = found[1]
    assert str(told.outcome) == "s3://desk/bomb.zip: every worker that had it was lost"
    assert not end.goes_on
