"""What threads cost on a big archive: listing, sorting, names, opening one, sorting claims by them.

    python -m bench.threads --db big.db

An archive of `bench.generate` has none; the first run makes some up in it: of three claims one says
what an earlier one did, so that a few are said by very many. Figures are the least of some runs, in
milliseconds of the clock and of the processor.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Engine, func, insert, select

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
    """Put all claims of an archive into threads that are made up.

    Args:
        connection: In a transaction that writes.
        seed: The same gives the same threads.
    """
    claim, chance = schema.Claim, random.Random(seed)
    number = encoding(connection)
    connection.execute(
        insert(TextVector), {"id": 1, "encoding_id": number, "key": 1, "vector": bytes(384)}
    )
    rows = connection.execute(
        select(claim.id, claim.public_id, claim.content).order_by(claim.id)
    ).all()
    thread_of: list[int] = []
    for _ in rows:
        again = thread_of and chance.random() < SAID_AGAIN
        thread_of.append(chance.choice(thread_of) if again else len(thread_of) + 1)
    sizes = Counter(thread_of)
    meanings: list[dict[str, Any]] = []
    threads: list[dict[str, Any]] = []
    for thread, row in zip(thread_of, rows, strict=True):
        if thread == len(meanings) + 1:
            label = row.content if sizes[thread] > 1 else None
            threads.append(
                {
                    "id": thread,
                    "public_id": thread_public_id(row.public_id, 0),
                    "label": label,
                    "label_key": None if label is None else fold(label),
                }
            )
        meanings.append(
            {"claim_id": row.id, "full_id": 1, "content_id": 1, "numbers": 0, "attitude": 0}
            | {"signs": b"", "encoding_id": number, "thread_id": thread}
        )
    for table, made in ((Thread, threads), (ClaimMeaning, meanings)):
        for at in range(0, len(made), _FLUSH):
            connection.execute(insert(table), made[at : at + _FLUSH])
    recount(connection)


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
