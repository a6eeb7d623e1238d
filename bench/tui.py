"""How the terminal app behaves on a big archive: first rows, keys, filters, memory.

    python -m bench.tui --db big.db

Figures are medians (and 95th percentiles) of a headless run at 160x50. A key's cost is processor
time of the whole process, threads included, since the wall clock of a headless run is mostly the
driver's own waiting.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine
from textual.pilot import Pilot

from db.facets import Facet
from db.query import ClaimQuery, parse_filter
from tui.app import ClaimsApp, open_for_screen, spare_collections
from tui.screens.browse import BrowseScreen

SIZE = (160, 50)
KEYS = 40
FILTER_RUNS = 5
HELD, RESTING = 0.02, 0.1
"""Seconds between presses: of a key that is held, and of one after which the reader looks."""
FILTERS = (
    "type:direct",
    "pipeline",
    '"gas pipeline"',
    "since:2020 until:2020-06",
    "sort:-confidence",
    "sort:speaker",
    "min-confidence:0.9",
    "outlet:the",
    "",
)


class Figure(NamedTuple):
    """Median and 95th percentile of some runs, in a unit."""

    median: float
    p95: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Figure:
        ordered = sorted(values)
        return cls(statistics.median(ordered), ordered[math.ceil(0.95 * len(ordered)) - 1])


def resident_mib() -> float:
    """Memory of this process now, in MiB."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Let the app work until something holds, looking every millisecond."""
    while not holds():
        await asyncio.sleep(0.001)


async def painted(app: ClaimsApp) -> None:
    """Let the app work until what it shows is on the screen, whatever its threads still do."""
    done = asyncio.Event()
    browse(app).table.call_after_refresh(done.set)
    await done.wait()


def browse(app: ClaimsApp) -> BrowseScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, BrowseScreen)
    return screen


async def first_rows(engine: Engine) -> float:
    """Milliseconds from starting the app, imports done, to rows on the screen."""
    app = ClaimsApp(engine, ClaimQuery())
    start = time.perf_counter()
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: browse(app).table.row_count > 0)
        await painted(app)
        return (time.perf_counter() - start) * 1000


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


async def filter_cost(pilot: Pilot[None], app: ClaimsApp, line: str) -> tuple[float, float, int]:
    """Milliseconds from a filter to its first rows on the screen and until all of them are there,
    and how many they are."""
    screen = browse(app)
    before = screen.shown
    start = time.perf_counter()
    screen.filter_by(parse_filter(line))
    await until(pilot, lambda: screen.shown is not before)
    await painted(app)
    first = (time.perf_counter() - start) * 1000
    await until(pilot, lambda: not screen.busy)
    return first, (time.perf_counter() - start) * 1000, screen.table.row_count


async def longest_block(pilot: Pilot[None], app: ClaimsApp, lines: Sequence[str]) -> float:
    """The longest time, in milliseconds, that the event loop was held up while filtering."""
    worst, running = 0.0, True

    async def watch() -> None:
        nonlocal worst
        while running:
            start = time.perf_counter()
            await asyncio.sleep(0.005)
            worst = max(worst, (time.perf_counter() - start - 0.005) * 1000)

    watcher = asyncio.create_task(watch())
    for line in lines:
        await filter_cost(pilot, app, line)
    running = False
    await watcher
    return worst


def name_of(app: ClaimsApp) -> str:
    """A speaker with a middling number of claims."""
    values = browse(app).side.pane(Facet.SPEAKER).list.values
    return values[len(values) // 2].key


async def measure(engine: Engine) -> None:
    before = resident_mib()
    app = ClaimsApp(engine, ClaimQuery())
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: not browse(app).busy)
        await app.workers.wait_for_complete()
        await pilot.pause(0.5)
        print(f"claims                      {browse(app).table.row_count:>12,}")
        print(f"memory, MiB                 {resident_mib():12.0f}   before the app {before:.0f}")
        idle = (await idle_cost(pilot)).median
        for key, name in [("down", "cursor"), ("pagedown", "page"), ("ctrl+d", "half page")]:
            cost = await key_cost(pilot, key)
            print(
                f"{name + ' key, ms CPU':<28}{cost.median - idle:12.1f}   p95 {cost.p95 - idle:.1f}"
            )
        held = (await idle_cost(pilot, HELD)).median
        for key in ("up", "pageup"):
            cost = await key_cost(pilot, key, rest=HELD)
            print(f"{key + ' held':<28}{cost.median - held:12.1f}   p95 {cost.p95 - held:.1f}")
        await key_cost(pilot, "G", 3)
        cost = await key_cost(pilot, "up")
        print(
            f"{'cursor key at the end':<28}{cost.median - idle:12.1f}   p95 {cost.p95 - idle:.1f}"
        )
        print("filter, ms to first rows on the screen, and to all of them known")
        lines = [f'speaker:"{name_of(app)}"', *FILTERS]
        for line in lines:
            costs = [await filter_cost(pilot, app, line) for _ in range(FILTER_RUNS)]
            first = Figure.of([first for first, _, _ in costs])
            whole = Figure.of([whole for _, whole, _ in costs])
            print(
                f"{(line or '(all)')[:27]:<28}{first.median:12.0f}   p95 {first.p95:.0f}"
                f"   all {whole.median:.0f}   {costs[0][2]:,} claims"
            )
        print(f"longest hold-up, ms         {await longest_block(pilot, app, lines):12.0f}")
        print(f"memory at the end, MiB      {resident_mib():12.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--db", required=True, help="an archive, such as bench.generate makes")
    options = parser.parse_args()
    spare_collections()
    engine = open_for_screen(options.db)
    times = Figure.of([asyncio.run(first_rows(engine)) for _ in range(3)])
    print(f"first rows, ms              {times.median:12.0f}   worst {times.p95:.0f}")
    asyncio.run(measure(engine))


if __name__ == "__main__":
    main()
