"""What ingest would cost, by the slopes that were measured: of any number of articles and workers.

    python -m bench.simulate --articles 1000000 --workers 32
    python -m bench.simulate --articles 84 --characters 411228 --claims 2362

Workers extract and make vectors, one process stores and compares what they give, in the order
given; each begins when its model is loaded. ``docs/scale.md`` has the slopes with the machine that
they were measured on, by ``bench.ingesting``; ``--speed`` is how much faster another one is.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

CHARACTERS: Final = 4_900
CLAIMS: Final = 28
"""Of an article of PolNeAR, on average."""


@dataclass(frozen=True, slots=True)
class Slopes:
    """Seconds of one core, and bytes.

    Args:
        load: Of a worker, before its first article.
        encoder: Likewise, where it makes vectors.
        start: Of the process that stores, before its first article.
        extract: Of a thousand characters.
        encode: Of a claim: its vectors.
        store: Of a claim: reading its article, storing it, linking its speakers.
        compare: Of a claim: its quotations, its article's story, its thread, its relations.
        look: Of an article, for each thousand claims that are compared already.
        stored: Bytes of a thousand characters with their claims.
        compared: Bytes of a claim, with its vectors.
        empty: Bytes of an archive without articles.
    """

    load: float = 1.7
    encoder: float = 0.2
    start: float = 0.1
    extract: float = 0.045
    encode: float = 0.0029
    store: float = 0.0007
    compare: float = 0.0012
    look: float = 0.0002
    stored: float = 8_160
    compared: float = 1_459
    empty: float = 643_000


MEASURED: Final = Slopes()


@dataclass(frozen=True, slots=True)
class Load:
    """What is to be ingested.

    Args:
        characters: Of all articles.
        claims: Likewise.
        compares: Whether claims are compared.
    """

    articles: int
    characters: float
    claims: float
    compares: bool = True

    @classmethod
    def of(cls, articles: int, *, compares: bool = True) -> Load:
        """Articles as those of PolNeAR are."""
        return cls(articles, articles * CHARACTERS, articles * CLAIMS, compares)


@dataclass(frozen=True, slots=True)
class Predicted:
    """What ingest would cost.

    Args:
        here: Seconds of a core of the process that stores.
        looking: What of that goes into looking claims up among those that are there.
        workers: Seconds of cores of all workers.
        clock: Seconds by the clock, where each worker and the process that stores have a core.
        megabytes: Of the archive.
    """

    here: float
    looking: float
    workers: float
    clock: float
    megabytes: float


def predicted(load: Load, workers: int, slopes: Slopes = MEASURED, cores: int = 0) -> Predicted:
    """What ingest would cost.

    Args:
        load: What is to be ingested, into an empty archive.
        workers: How many extract.
        slopes: Of the machine.
        cores: How many cores all of it shares; 0 for one each.
    """
    each = slopes.load + (slopes.encoder if load.compares else 0.0)
    begun = min(workers, max(1, load.articles // 2))
    work = load.characters / 1000 * slopes.extract
    here = slopes.start + load.claims * slopes.store
    looking, size = 0.0, slopes.empty + load.characters / 1000 * slopes.stored
    if load.compares:
        work += load.claims * slopes.encode
        # From none to all of the claims, so half of them on average.
        looking = load.articles * slopes.look * load.claims / 2 / 1000
        here += load.claims * slopes.compare + looking
        size += load.claims * slopes.compared
    done = each * begun + work
    # Whoever is the slowest is waited for, and nobody is faster than the cores.
    clock = max(each + work / begun, each + here)
    if cores:
        clock = max(clock, (done + here) / cores)
    return Predicted(here, looking, done, clock, size / 1e6)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints what ingest would cost."""
    options = _parser().parse_args(arguments)
    articles = options.articles
    load = Load(
        articles,
        options.characters or articles * CHARACTERS,
        options.claims or articles * CLAIMS,
        not options.no_compare,
    )
    found = predicted(load, options.workers, cores=options.cores)
    hours = options.speed * 3600
    print(f"{articles:,} articles, {load.claims:,.0f} claims, {options.workers} workers")
    print(f"workers       {found.workers / hours:14,.2f} core-hours")
    print(f"here          {found.here / hours:14,.2f} core-hours")
    print(f"  of it looking up {found.looking / hours:9,.2f}")
    print(f"by the clock  {found.clock / hours:14,.2f} hours")
    print(f"archive       {found.megabytes / 1000:14,.2f} GB")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.simulate", description=__doc__)
    parser.add_argument("--articles", type=int, required=True)
    parser.add_argument("--characters", type=float, help=f"in all; else {CHARACTERS:,} an article")
    parser.add_argument("--claims", type=float, help=f"in all; else {CLAIMS} an article")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--cores", type=int, default=0, help="that all share; else one each")
    parser.add_argument("--no-compare", action="store_true")
    parser.add_argument("--speed", type=float, default=1.0, help="of a core, against the measured")
    return parser


if __name__ == "__main__":
    main()
