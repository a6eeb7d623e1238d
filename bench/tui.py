"""How the terminal app behaves on a big archive: first rows, keys, filters, memory, export.

    python -m bench.tui --db big.db --small small.db

Figures are medians and 95th percentiles of headless runs. A key's cost is processor time of the
whole process, threads included and less what the same waiting costs without a key, since the wall
clock of a headless run is mostly the driver's own waiting. Filters are timed by the wall clock and
by processor time: on a machine that is busy otherwise the first is the longer one.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import Engine
from textual.pilot import Pilot

from bench.exporting import measure_export
from db.analysis.facets.facets import Facet
from db.archive import open_archive
from db.query.grammar import join_filter
from db.query.line import parse_filter
from db.query.model import SORT_FIELDS, ClaimQuery
from tui.app import ClaimsApp
from tui.browse.screen import BrowseScreen
from tui.run import open_for_screen, spare_collections, spare_memory

SIZES: Final = ((160, 50), (80, 24))
KEYS: Final = 40
FILTER_RUNS: Final = 5
ENOUGH: Final = 3000.0
"""Milliseconds of a filter after which it is not tried again."""
HELD: Final = 0.02
RESTING: Final = 0.1
"""Seconds between presses: of a key that is held, and of one after which the reader looks."""
INDEXED: Final = (
    "pipeline",
    '"gas pipeline"',
    "since:2020 until:2020-06",
    "month:2020-05",
    "topic:drought",
)
OTHERS: Final = (
    "type:direct",
    "class:belief",
    "cue:warn",
    "is:prediction",
    "kind:organization",
    "min-confidence:0.9",
    "outlet:the",
    "article:drought",
    *(f"sort:-{field}" for field in SORT_FIELDS),
    "pipeline sort:speaker",
)


class Figure(NamedTuple):
    """Median and 95th percentile of some runs, in a unit."""

    median: float
    p95: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Figure:
        ordered = sorted(values)
        return cls(statistics.median(ordered), ordered[math.ceil(0.95 * len(ordered)) - 1])


class Opening(NamedTuple):
    """From a filter to its first rows on the screen, in milliseconds, and to all of them."""

    first: float
    first_cpu: float
    whole: float
    whole_cpu: float
    claims: int


def resident_mib() -> float:
    """Memory of this process now, in MiB."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Let the app work until something holds, looking every millisecond, and seldomer the longer
    it takes: each look costs a tenth of a millisecond of this process."""
    begun = time.perf_counter()
    while not holds():
        await asyncio.sleep(max(0.001, (time.perf_counter() - begun) / 100))


async def painted(app: ClaimsApp) -> None:
    """Let the app work until what it shows is on the screen, whatever its threads still do."""
    done = asyncio.Event()
    browse(app).table.call_after_refresh(done.set)
    await done.wait()


async def at_rest(pilot: Pilot[None], app: ClaimsApp) -> None:
    """Let the app work until its threads are done."""
    await until(pilot, lambda: not browse(app).opening.busy)
    await app.workers.wait_for_complete()
    await pilot.pause(0.5)


def browse(app: ClaimsApp) -> BrowseScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, BrowseScreen)
    return screen


async def first_rows(engine: Engine) -> tuple[float, float]:
    """Milliseconds from starting the app, imports done, to rows on the screen: by the clock, and
    of CPU."""
    app = ClaimsApp(engine, ClaimQuery())
    start, begun = time.perf_counter(), time.process_time()
    async with app.run_test(size=SIZES[0]) as pilot:
        await until(pilot, lambda: browse(app).table.row_count > 0)
        await painted(app)
        used = (time.process_time() - begun) * 1000
        return (time.perf_counter() - start) * 1000, used


async def key_cost(
    pilot: Pilot[None], key: str, times: int = KEYS, rest: float = RESTING
) -> Figure:
    """Processor milliseconds of one press of a key; with a long rest after it, the detail pane has
    followed too."""
    costs = []
    for _ in range(times):
        start = time.process_time()
        await pilot.press(key)
        await asyncio.sleep(rest)
        await pilot.pause()
        costs.append((time.process_time() - start) * 1000)
    return Figure.of(costs)


async def idle_cost(pilot: Pilot[None], rest: float = RESTING) -> Figure:
    """Processor milliseconds that the same waiting costs without a key."""
    return await key_cost(pilot, "f24", rest=rest)


async def filter_cost(pilot: Pilot[None], app: ClaimsApp, line: str) -> Opening:
    """What a change of the filter costs."""
    screen = browse(app)
    before = screen.opening.shown
    start, begun = time.perf_counter(), time.process_time()
    screen.filter_by(parse_filter(line))
    await until(pilot, lambda: screen.opening.shown is not before)
    await painted(app)
    first = (time.perf_counter() - start) * 1000
    used = (time.process_time() - begun) * 1000
    await until(pilot, lambda: not screen.opening.busy)
    whole, used_in_all = time.perf_counter() - start, time.process_time() - begun
    return Opening(first, used, whole * 1000, used_in_all * 1000, screen.table.row_count)


async def filter_costs(pilot: Pilot[None], app: ClaimsApp, line: str) -> list[Opening]:
    """What some changes to a filter cost, each from an app at rest; a slow one is made once or
    twice."""
    costs: list[Opening] = []
    while len(costs) < FILTER_RUNS and sum(cost.whole for cost in costs) < ENOUGH:
        await at_rest(pilot, app)
        costs.append(await filter_cost(pilot, app, line))
    return costs


async def longest_block(pilot: Pilot[None], app: ClaimsApp, lines: Sequence[str]) -> Figure:
    """How long, in milliseconds, the event loop was held up while filtering: the 99.9th of a
    hundred rather than the 95th, and the longest."""
    waits: list[float] = []
    running = True

    async def watch() -> None:
        while running:
            start = time.perf_counter()
            await asyncio.sleep(0.005)
            waits.append((time.perf_counter() - start - 0.005) * 1000)

    watcher = asyncio.create_task(watch())
    for line in lines:
        await filter_cost(pilot, app, line)
    running = False
    await watcher
    ordered = sorted(waits)
    return Figure(ordered[int(0.999 * (len(ordered) - 1))], ordered[-1])


async def name_of(pilot: Pilot[None], app: ClaimsApp, facet: Facet) -> str:
    """A value of a facet with a middling number of claims, as the filter line takes it."""
    pane = browse(app).side.pane(facet)
    if not pane.list.values:
        # Over many claims it is counted once somebody goes there.
        pane.list.focus()
        await until(pilot, lambda: bool(pane.list.values))
        browse(app).table.focus()
        await at_rest(pilot, app)
    values = pane.list.values
    return values[len(values) // 2].key


async def measure_keys(engine: Engine, size: tuple[int, int]) -> None:
    """Print what keys cost at a size of the terminal."""
    app = ClaimsApp(engine, ClaimQuery())
    async with app.run_test(size=size) as pilot:
        await at_rest(pilot, app)
        shown = f"{size[0]}x{size[1]}"
        for rest, name in ((HELD, "held"), (RESTING, "with the detail pane")):
            idle = (await idle_cost(pilot, rest)).median
            for key in ("down", "pagedown"):
                cost = await key_cost(pilot, key, rest=rest)
                label = f"{key}, {name}, ms CPU at {shown}"
                print(f"{label:<46}{cost.median - idle:8.1f}   p95 {cost.p95 - idle:.1f}")


async def measure(engine: Engine, *, whole: bool) -> None:
    """Print memory, and what filters cost; only their medians unless ``whole``."""
    app = ClaimsApp(engine, ClaimQuery())
    async with app.run_test(size=SIZES[0]) as pilot:
        await at_rest(pilot, app)
        print(f"claims {browse(app).table.row_count:>39,}")
        print(f"memory, MiB {resident_mib():34.0f}")
        named = [
            join_filter([(key, await name_of(pilot, app, facet))])
            for key, facet in (
                ("speaker", Facet.SPEAKER),
                ("org", Facet.ORGANIZATION),
                ("article", Facet.ARTICLE),
            )
        ]
        lines = [*named, *INDEXED, *OTHERS, ""]
        print("filters, ms by the clock and of CPU: to the first rows on the screen, to all rows")
        for line in lines:
            costs = await filter_costs(pilot, app, line)
            first = Figure.of([cost.first for cost in costs])
            used = statistics.median(cost.first_cpu for cost in costs)
            rest = statistics.median(cost.whole for cost in costs)
            in_all = statistics.median(cost.whole_cpu for cost in costs)
            print(
                f"{(line or '(all)')[:37]:<38}{first.median:8.0f}   p95 {first.p95:<6.0f}"
                f"{used:6.0f}{rest:8.0f}{in_all:8.0f}   {costs[0].claims:,} claims",
                flush=True,
            )
        if whole:
            blocked = await longest_block(pilot, app, lines)
            print(f"hold-ups, ms {blocked.median:33.0f}   longest {blocked.p95:.0f}")
        await at_rest(pilot, app)
        print(f"memory after all filters, MiB {resident_mib():16.0f}")


def empty_mib() -> float:
    """Memory of the app on an archive without articles, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        file = f"{folder}/empty.db"
        open_archive(file).dispose()
        asked = [sys.executable, "-m", "bench.tui", "--db", file, "--memory-only"]
        done = subprocess.run(asked, check=True, capture_output=True, encoding="utf-8")
        return float(done.stdout)


async def memory_alone(engine: Engine) -> float:
    app = ClaimsApp(engine, ClaimQuery())
    async with app.run_test(size=SIZES[0]) as pilot:
        await at_rest(pilot, app)
        return resident_mib()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--db", required=True, help="an archive, such as bench.generate makes")
    parser.add_argument("--small", help="a small one, to show that costs stay flat")
    parser.add_argument("--psql", default="psql", help="the shell of a PostgreSQL server")
    parser.add_argument("--memory-only", action="store_true", help="print memory in MiB, no more")
    options = parser.parse_args()
    spare_collections()
    spare_memory()
    engine = open_for_screen(options.db)
    if options.memory_only:
        print(asyncio.run(memory_alone(engine)))
        return
    print(f"memory on an empty archive, MiB {empty_mib():14.0f}")
    starts = [asyncio.run(first_rows(engine)) for _ in range(5)]
    clock, used = (Figure.of(each) for each in zip(*starts, strict=True))
    print(f"first rows, ms {clock.median:31.0f}   worst {clock.p95:<6.0f}{used.median:6.0f} of CPU")
    asyncio.run(measure(engine, whole=True))
    for size in SIZES:
        asyncio.run(measure_keys(engine, size))
    measure_export(options.db, options.psql)
    if options.small:
        print("the small archive")
        small = open_for_screen(options.small)
        asyncio.run(measure(small, whole=False))
        asyncio.run(measure_keys(small, SIZES[0]))


if __name__ == "__main__":
    main()
