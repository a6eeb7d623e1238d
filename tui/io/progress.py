"""What standard error shows while articles are read or claims written.

A terminal gets a bar; anything else gets only the lines that tell of trouble.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from types import TracebackType
from typing import TYPE_CHECKING, Final

from tui.io.streams import one_line, tell
from tui.text.words import counted

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from claims.engines.engine import Extracts


_KINDS_TOLD: Final = 8
_WORKERS_TOLD: Final = 4


def tell_passed_over(kinds: Mapping[str, int]) -> None:
    """Write a line that tells how many files of which kinds were not read, if there are any.

    Args:
        kinds: The number of files by ending.
    """
    if not kinds:
        return
    ranked = sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))
    parts = [f"{number:,} {kind}" for kind, number in ranked[:_KINDS_TOLD]]
    if rest := sum(number for _, number in ranked[_KINDS_TOLD:]):
        parts.append(f"{rest:,} of other kinds")
    tell(f"passed over {counted(sum(kinds.values()), 'file')}: {', '.join(parts)}")


class Reading:
    """Progress through articles: how many, which one, how many claims so far.

    Args:
        total: How many articles are expected.
        shown: Whether to draw a bar; else only `tell` writes.
    """

    def __init__(self, total: int, *, shown: bool) -> None:
        self._bar: Progress | None = None
        self._claims = 0
        self._total = self._left = total
        self._worked: Mapping[str, int] = {}
        self._began = time.monotonic()
        if shown:
            self._bar, self._task = _article_bar(total)

    def __enter__(self) -> Reading:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def by(self, extractor: Extracts) -> Extracts:
        """Tell from now on how fast each worker of an extractor is; gives the extractor back."""
        self._worked = extractor.worked
        self._began = time.monotonic()
        return extractor

    def done(self, path: str, claims: int = 0) -> None:
        """Count one article, with its number of claims."""
        self._claims += claims
        if self._bar is not None:
            self._left -= 1
            # A file may hold many articles, which no one counts before.
            total = self._total - min(self._left, 0)
            self._bar.update(
                self._task,
                advance=1,
                total=total,
                file=one_line(path),
                claims=self._claims,
                pace=pace(self._worked, time.monotonic() - self._began),
            )

    def tell(self, message: str) -> None:
        """Write one line to standard error, above the bar if there is one."""
        if self._bar is None:
            tell(message)
        else:
            from rich.text import Text

            self._bar.console.print(Text(f"claims: {one_line(message)}"), soft_wrap=True)


def pace(worked: Mapping[str, int], seconds: float) -> str:
    """How many articles a second workers do, in all and each: "3.1/s: 1.5, 1.6"; of more than a few
    the slowest and the fastest.

    Args:
        worked: Articles that each has done.
        seconds: In which they did.
    """
    each = sorted(number / seconds for number in worked.values()) if seconds > 0 else []
    if not each:
        return ""
    rate = f"{sum(each):.1f}/s"
    if len(each) == 1:
        return rate
    if len(each) <= _WORKERS_TOLD:
        return f"{rate}: {', '.join(f'{one:.1f}' for one in each)}"
    return f"{rate} by {len(each)}, {each[0]:.1f} to {each[-1]:.1f}"


def _article_bar(total: int) -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.table import Column

    bar = Progress(
        SpinnerColumn(),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TextColumn("{task.fields[claims]:,} claims", markup=False),
        TextColumn("{task.fields[pace]}", markup=False),
        TimeRemainingColumn(),
        TextColumn(
            "{task.fields[file]}",
            markup=False,
            table_column=Column(no_wrap=True, overflow="ellipsis", ratio=1),
        ),
        console=Console(stderr=True, highlight=False),
        transient=True,
        expand=True,
    )
    return bar, bar.add_task("", total=total, file="", claims=0, pace="")


def writing(*, shown: bool) -> AbstractContextManager[Callable[[int, int], None] | None]:
    """Progress of an export: a function of rows written and rows in all, None if not ``shown``."""
    return _Writing() if shown else nullcontext()


class _Writing:
    def __enter__(self) -> Callable[[int, int], None]:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            SpinnerColumn,
            TimeRemainingColumn,
        )

        self._bar = Progress(
            SpinnerColumn(),
            BarColumn(bar_width=20),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True, highlight=False),
            transient=True,
        )
        self._task = self._bar.add_task("", total=None)
        self._bar.start()
        return self._show

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def _show(self, done: int, total: int) -> None:
        self._bar.update(self._task, completed=done, total=total)
