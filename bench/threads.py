"""What threads cost on a big archive: listing, sorting, names, opening one, sorting claims by them.

    python -m bench.threads --db big.db

An archive of `bench.generate` has none; the first run makes some up in it: of three claims one says
what an earlier one did, so that a few are said by very many, and each has vectors of its own, so
that ``db.keeping.check`` finds nothing wrong with it. Figures are the least of some runs, in
milliseconds of the clock and of the processor.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import count, islice
from typing import Any, Final

from sqlalchemy import Connection, Engine, func, insert, select

from claims.comparison.meaning.storage import WIDTH
from claims.language.folding import fold
from db.analysis.threads import THREAD_ORDERS, list_threads, read_thread, with_speakers
from db.archive import open_archive
from db.claims.view import open_view
from db.comparison.encodings import encoding
from db.comparison.threads.counts import recount
from db.connection.engine import take_stock, writing
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.schema import core as schema
from db.schema.comparison.threads import ClaimMeaning, TextVector, Thread
from db.schema.public_ids import thread_public_id

SAID_AGAIN: Final = 1 / 3
PAGE: Final = 200
RUNS: Final = 3
_FLUSH: Final = 20_000
_GREATEST: Final = b"\x7f"
_STORABLE: Final = bytes.maketrans(b"\x80", _GREATEST)


def main(arguments: Sequence[str] | None = None) -> None:
    """Makes threads where there are none, and prints what they cost."""
    parser = argparse.ArgumentParser(prog="python -m bench.threads", description=__doc__)
    parser.add_argument("--db", required=True, help="an archive of bench.generate")
    engine = open_archive(parser.parse_args(arguments).db)
    with writing(engine) as connection:
        if not connection.scalar(select(func.count()).select_from(Thread)):
            make_threads(connection)
            take_stock(connection)
    measure(engine)


def make_threads(connection: Connection, seed: int = 1) -> None:
    """Put all claims of an archive into threads that are made up, each with vectors of its own.

    Args:
        connection: In a transaction that writes.
        seed: The same gives the same threads.
    """
    claim = schema.Claim
    rows = connection.execute(
        select(claim.id, claim.public_id, claim.content).order_by(claim.id)
    ).all()
    number = encoding(connection)
    thread_of = _thread_of_each(len(rows), random.Random(seed))
    vectors = _vectors(2 * len(rows), number, random.Random(seed))
    meanings = (
        {"claim_id": row.id, "full_id": at, "content_id": at + 1, "numbers": 0, "attitude": 0}
        | {"signs": b"", "encoding_id": number, "thread_id": thread}
        for at, row, thread in zip(range(1, 2 * len(rows), 2), rows, thread_of, strict=True)
    )
    for table, made in (
        (TextVector, vectors),
        (Thread, _threads(rows, thread_of)),
        (ClaimMeaning, meanings),
    ):
        while some := list(islice(made, _FLUSH)):
            connection.execute(insert(table), some)
    recount(connection)


def _thread_of_each(claims: int, chance: random.Random) -> list[int]:
    """The number of each claim's thread; each thread is numbered as its first claim comes."""
    found: list[int] = []
    new = count(1)
    for _ in range(claims):
        again = found and chance.random() < SAID_AGAIN
        found.append(chance.choice(found) if again else next(new))
    return found


def _threads(rows: Sequence[Any], thread_of: Sequence[int]) -> Iterator[dict[str, Any]]:
    sizes = Counter(thread_of)
    last = 0
    for thread, row in zip(thread_of, rows, strict=True):
        if thread <= last:
            continue
        last = thread
        label = row.content if sizes[thread] > 1 else None
        yield {
            "id": thread,
            "public_id": thread_public_id(row.public_id, 0),
            "label": label,
            "label_key": None if label is None else fold(label),
        }


def _vectors(number: int, made_by: int, chance: random.Random) -> Iterator[dict[str, Any]]:
    """So many vectors as they are stored, of no meaning."""
    for ident in range(1, number + 1):
        vector = chance.randbytes(WIDTH - 1).translate(_STORABLE) + _GREATEST
        yield {"id": ident, "encoding_id": made_by, "key": ident, "vector": vector}


def measure(engine: Engine) -> None:
    """Print what is asked of threads, and how long the answer takes."""
    every, page = ClaimQuery(), list_threads(engine, ClaimQuery(), limit=PAGE, speakers=False)
    print(f"{'':34}   clock  processor, ms")
    _tell("all, without names", lambda: list_threads(engine, every, speakers=False))
    for order in THREAD_ORDERS:
        _tell(
            f"first {PAGE} by {order}",
            lambda order=order: list_threads(  # type: ignore[misc]
                engine, every, order=order, limit=PAGE, speakers=False
            ),
        )
    _tell(f"names of {PAGE}", lambda: with_speakers(engine, page))
    _tell("the greatest, opened", lambda: read_thread(engine, page[0].thread))
    _tell("a small one, opened", lambda: read_thread(engine, page[-1].thread))
    orders = ("sort:-articles", "sort:articles", "sort:first_said", "sort:-first_said")
    for line in (*orders, *(f"{order} limit:{PAGE}" for order in orders)):
        _tell(f"claims, {line}", lambda line=line: open_view(engine, parse_filter(line)))  # type: ignore[misc]


def _tell(what: str, ask: Callable[[], object]) -> None:
    clocks, used = [], []
    for _ in range(RUNS):
        clock, processor = time.perf_counter(), time.process_time()
        ask()
        clocks.append(time.perf_counter() - clock)
        used.append(time.process_time() - processor)
    print(f"{what:34}{min(clocks) * 1000:8.0f}{min(used) * 1000:8.0f}", flush=True)


if __name__ == "__main__":
    main()
