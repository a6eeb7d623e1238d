"""A process that answers, and is ended where an answer takes too much."""

from __future__ import annotations

import math
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import resource_tracker
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from claims.processes.limits import Limits
from claims.processes.worker import EndedError, Worker


def prepare(start: int) -> tuple[str, Callable[[Any], Any]]:
    """What the process under test does: it adds, or what it is asked for by name."""
    if start < 0:
        raise ValueError("the start is below zero")
    kept: list[bytes] = []

    def answer(request: object) -> object:
        match request:
            case int():
                return start + request
            case "without end":
                while True:
                    pass
            case "slowly":
                time.sleep(1.5)
            case "without room":
                kept.append(bytes(bytearray(400_000_000)))
                time.sleep(600)
            case "end":
                os._exit(3)
            case _:
                raise LookupError(f"no answer to {request}")
        return "done"

    return f"from {start}", answer


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker(prepare, 40)
    assert worker.greeting() == "from 40"
    yield worker
    worker.kill()
    worker.close()
    assert multiprocessing.active_children() == []


def test_it_answers_one_request_after_another(worker: Worker) -> None:
    assert [worker.ask(number, Limits()) for number in (2, 60)] == [42, 100]


def test_it_runs_no_main_module(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("raise SystemExit(7)")
    for where in (str(script), str(tmp_path / "<stdin>")):
        main = ModuleType("__main__")
        main.__file__, main.__spec__ = where, None
        monkeypatch.setitem(sys.modules, "__main__", main)
        worker = Worker(prepare, 40)
        assert worker.greeting() == "from 40"
        assert sys.modules["__main__"] is main
        worker.kill()
        worker.close()


def test_an_error_is_raised_here_and_ends_nothing(worker: Worker) -> None:
    with pytest.raises(LookupError, match="no answer to why") as raised:
        worker.ask("why", Limits())
    assert any("in answer" in note for note in raised.value.__notes__)
    assert worker.ask(2, Limits()) == 42


def test_what_goes_on_without_end_is_ended(worker: Worker) -> None:
    with pytest.raises(EndedError, match=r"more than the limit of 0\.3 s of processor time"):
        worker.ask("without end", Limits(seconds=0.3))


def test_time_on_the_clock_does_not_count(worker: Worker) -> None:
    assert worker.ask("slowly", Limits(seconds=1)) == "done"


def test_what_takes_too_much_memory_is_ended(worker: Worker) -> None:
    with pytest.raises(EndedError, match="more than the limit of 100 MB of memory"):
        worker.ask("without room", Limits(math.inf, 100))


def test_a_process_that_ends_by_itself_is_told_of(worker: Worker) -> None:
    with pytest.raises(EndedError, match="its process ended with status 3"):
        worker.ask("end", Limits())


def test_starting_one_turns_no_line_aside_that_is_told_meanwhile(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first, which the fixture started, gave the standard library's helper its output."""
    turned: list[object] = []
    monkeypatch.setattr(resource_tracker, "ensure_running", lambda: turned.append(sys.stderr))
    second = Worker(prepare, 1)
    assert second.greeting() == "from 1"
    second.kill()
    second.close()
    assert turned == []


def test_an_error_before_the_first_answer_is_raised_here() -> None:
    worker = Worker(prepare, -1)
    with pytest.raises(ValueError, match="below zero"):
        worker.greeting()
    worker.close()
