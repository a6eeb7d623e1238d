"""How the terminal app behaves on a big archive: first rows, keys, filters, memory.

    python -m bench.tui --db big.db

Figures are medians (and 95th percentiles) of a headless run at 160x50. A key's cost is processor
time of the whole process, threads included, since the wall clock of a headless run is mostly the
driver's own waiting.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine
from textual.pilot import Pilot

from db.query import ClaimQuery, parse_filter
from tui.app import ClaimsApp, open_for_screen, spare_collections
from tui.screens.browse import BrowseScreen

SIZE = (160, 50)
KEYS = 40
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
        return cls(statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))])


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
        await pilot.pause()
        return (time.perf_counter() - start) * 1000


async def key_cost(pilot: Pilot[None], key: str, times: int = KEYS) -> Figure:
    """Processor milliseconds of one press of a key."""
    costs = []
    for _ in range(times):
        start = time.process_time()
        await pilot.press(key)
        await asyncio.sleep(0.06)
        await pilot.pause()
        costs.append((time.process_time() - start) * 1000)
    return Figure.of(costs)


async def idle_cost(pilot: Pilot[None]) -> Figure:
    """Processor milliseconds that the same waiting costs without a key."""
    return await key_cost(pilot, "f24")


async def filter_cost(pilot: Pilot[None], app: ClaimsApp, line: str) -> tuple[float, int]:
    """Milliseconds from a filter to its first rows on the screen, and how many there are."""
    screen = browse(app)
    start = time.perf_counter()
    screen.filter_by(parse_filter(line))
    await until(pilot, lambda: not screen.busy)
    await pilot.pause()
    return (time.perf_counter() - start) * 1000, screen.table.row_count


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
    values = browse(app).side.speakers.list.narrowed.values
    return values.keys[len(values.keys) // 20]


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
        await key_cost(pilot, "G", 3)
        cost = await key_cost(pilot, "up")
        print(
            f"{'cursor key at the end':<28}{cost.median - idle:12.1f}   p95 {cost.p95 - idle:.1f}"
        )
        lines = [f'speaker:"{name_of(app)}"', *FILTERS]
        for line in lines:
            costs = [await filter_cost(pilot, app, line) for _ in range(3)]
            took = Figure.of([ms for ms, _ in costs])
            print(f"{(line or '(all)')[:27]:<28}{took.median:12.0f} ms   {costs[0][1]:,} claims")
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
