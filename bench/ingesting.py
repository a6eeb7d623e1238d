"""What ingest costs: with and without comparing, by one worker and by two.

    python -m bench.ingesting ARTICLES [--rounds N] [--workers 1 2] [--engines local:1 dask://HOST:PORT]

Each run stores the same articles in an empty archive. Beside seconds on the clock it tells those
of the processor, of this side (reading, storing, comparing) and of the workers (extraction,
vectors), which say what a run costs where the machine does other work as well. Of several rounds
the cheapest is told.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from claims.engines.engine import read_engine
from claims.engines.extractor import extractor
from claims.processes.threads import use_one_thread
from db.archive import open_archive
from db.ingest.ingest import ingest
from tui.io.garbage_collection import collect_hardly

_RUN: Final = "--run"
_THERE: Final = "--read-on-workers"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took.

    Args:
        seconds: On the clock.
        here: Seconds of the processor in the process that reads and stores.
        workers: Seconds of the processor in its children; of a cluster's nothing is known.
        megabytes: Of the archive.
    """

    articles: int
    claims: int
    seconds: float
    here: float
    workers: float
    megabytes: float

    @property
    def processor(self) -> float:
        """Seconds of the processor in all."""
        return self.here + self.workers


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a row for each way to ingest, then what comparing costs and a second worker brings."""
    options = _parser().parse_args(arguments)
    there = options.reads_there
    if options.run:
        cost = measured(options.articles, options.engine, options.compares, reads_there=there)
        print(json.dumps(asdict(cost)))
        return
    engines = options.engine_names or [f"local:{number}" for number in options.workers]
    print(f"{'':22} clock  processor: here + workers  articles  claims  MB")
    found: dict[tuple[str, bool], Cost] = {}
    for engine in engines:
        for compares in (False, True):
            runs = (
                _in_a_process(options.articles, engine, compares, reads_there=there)
                for _ in range(options.rounds)
            )
            cost = found[engine, compares] = min(runs, key=lambda cost: cost.processor)
            name = f"{engine}{'' if compares else ' --no-compare'}"
            print(
                f"{name:22} {cost.seconds:5.1f} {cost.processor:10.1f}: {cost.here:4.1f} + "
                f"{cost.workers:5.1f}  {cost.articles:10,} {cost.claims:7,} {cost.megabytes:5.1f}",
                flush=True,
            )
        plain, compared = found[engine, False], found[engine, True]
        print(
            f"  comparing: {compared.seconds / plain.seconds:.2f} times as long, "
            f"{compared.processor / plain.processor:.2f} times the processor"
        )
    for engine in engines[1:]:
        for compares in (False, True):
            once, more = found[engines[0], compares], found[engine, compares]
            way = "comparing" if compares else "--no-compare"
            print(f"{engine} is {once.seconds / more.seconds:.2f} times {engines[0]}, {way}")


def measured(articles: Path, engine: str, compares: bool, *, reads_there: bool = False) -> Cost:
    """What it takes to store articles in an archive that is empty and goes away.

    Args:
        articles: A folder.
        engine: As ``--engine`` of ``claims ingest`` names it.
        compares: Whether to compare them.
        reads_there: Whether the workers read too.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "archive.db"
        collect_hardly()
        archive = open_archive(str(file))
        where = read_engine(engine)
        clock, before = time.monotonic(), os.times()
        summary = ingest(
            archive,
            [articles],
            lambda: extractor(where),
            compares=compares,
            make_reader=(lambda: extractor(where)) if reads_there else None,
        )
        seconds, after = time.monotonic() - clock, os.times()
        archive.dispose()
        return Cost(
            summary.stored,
            summary.claims,
            seconds,
            after.user + after.system - before.user - before.system,
            after.children_user
            + after.children_system
            - before.children_user
            - before.children_system,
            file.stat().st_size / 1e6,
        )


def _in_a_process(articles: Path, engine: str, compares: bool, *, reads_there: bool) -> Cost:
    """As a command does, which starts with nothing loaded, and has what it loads use one thread."""
    use_one_thread()
    command = [sys.executable, "-m", "bench.ingesting", str(articles), _RUN, "--engine", engine]
    command += ["--compares"] if compares else []
    command += [_THERE] if reads_there else []
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Cost(**json.loads(done.stdout))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.ingesting", description=__doc__)
    parser.add_argument("articles", type=Path, help="a folder of articles")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--engines", dest="engine_names", nargs="+", help="instead of workers")
    parser.add_argument(_THERE, dest="reads_there", action="store_true", help="workers read too")
    parser.add_argument(_RUN, action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--engine", help=argparse.SUPPRESS)
    parser.add_argument("--compares", action="store_true", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    main()
