"""A process that answers requests one by one and can be ended while it is at work."""

from __future__ import annotations

import math
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, suppress
from functools import cache
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from types import ModuleType
from typing import Any, Final

import psutil

from claims.processes.limits import Limits
from claims.processes.threads import use_one_thread
from claims.processes.usage import Usage

Answer = Callable[[Any], Any]
"""What a process does with each request; request and answer are sent between processes."""

Prepare = Callable[..., tuple[Any, Answer]]
"""What a process does first: gives its greeting, and what answers requests from then on."""

# Seconds between two looks at what a process takes.
_BETWEEN_LOOKS: Final = 0.1

_STARTING_HELPER: Final = threading.Lock()
_STANDING_IN: Final = threading.Lock()


class EndedError(Exception):
    """A worker's process ended, unasked or for what it took; says how."""


class Worker:
    """A process that answers requests, as its parent sees it.

    Args:
        prepare: A function of a module, called first in the process.
        arguments: What it is called with.
    """

    def __init__(self, prepare: Prepare, *arguments: object) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        # A daemon does not outlive a parent that forgets it.
        self._process = context.Process(
            target=_serve, args=(theirs, prepare, arguments), daemon=True
        )
        with _started_quietly(), _without_main():
            self._process.start()
        # With no copy of the other end here, its end is noticed.
        theirs.close()
        self._since_prepared: Usage | None = None

    @property
    def name(self) -> str:
        """What it is called, as long as it is not closed."""
        return f"process {self._process.pid}"

    def greeting(self) -> Any:
        """What it says once it is prepared; asked for once, before anything else.

        Raises:
            EndedError: Its process ended.
            Exception: Whatever ``prepare`` raised.
        """
        greeting = self._receive()
        if isinstance(greeting, Exception):
            raise greeting
        self._since_prepared = self._usage()
        return greeting

    def ask(self, request: object, limits: Limits) -> Any:
        """Its answer to a request; its process is ended where that takes more than ``limits``.

        Raises:
            EndedError: Its process ended or was ended.
            Exception: Whatever the answering raised.
        """
        taken = self._usage()
        try:
            self._connection.send(request)
            while not self._connection.poll(_BETWEEN_LOOKS):
                if (limit := taken.passed(limits)) is not None:
                    self.kill()
                    raise EndedError(f"it takes more than the limit of {limit}")
        except OSError:
            raise EndedError(self._how_it_ended()) from None
        answer = self._receive()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def keeps_to(self, limits: Limits) -> bool:
        """Whether it holds at most half of what one article may take, beside what it loaded."""
        assert self._since_prepared is not None, "it was asked for its greeting"
        half = Limits(math.inf, limits.megabytes / 2)
        return self._since_prepared.passed(half) is None

    def kill(self) -> None:
        """End it at once: it holds nothing that is not held here."""
        self._process.kill()

    def close(self) -> None:
        """Wait until it has ended, and keep nothing of it."""
        self._process.join()
        self._process.close()
        self._connection.close()

    def _how_it_ended(self) -> str:
        """How its process ended, for which this waits."""
        self._process.join()
        code = self._process.exitcode or 0
        if code >= 0:
            return f"its process ended with status {code}"
        try:
            name = signal.Signals(-code).name
        except ValueError:
            name = f"signal {-code}"
        why = ", as the system does when memory runs out" if name == "SIGKILL" else ""
        return f"its process was ended by {name}{why}"

    def _usage(self) -> Usage:
        assert self._process.pid is not None, "it was started"
        try:
            return Usage(self._process.pid)
        except psutil.Error:
            raise EndedError(self._how_it_ended()) from None

    def _receive(self) -> Any:
        try:
            return self._connection.recv()
        except (EOFError, OSError):
            raise EndedError(self._how_it_ended()) from None


def portable(error: Exception) -> Exception:
    """The error with where it arose, or its words where it cannot be sent to another process."""
    error.add_note("".join(traceback.format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


@contextmanager
def _started_quietly() -> Iterator[None]:
    """Have a process started here not hear of Ctrl-C, which reaches all that a terminal started."""
    if sys.platform == "win32":
        yield
        return
    with _STARTING_HELPER:
        _start_helper()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _without_main() -> Iterator[None]:
    """Have a process started here not run the main module first, as spawned ones do.

    A script that calls us without asking for its own name would call us there again, and one that
    is read from standard input cannot be found. Meanwhile a copy stands in that does not say where
    it is from, so that other threads find in it whatever they look for.
    """
    with _STANDING_IN:
        main = sys.modules["__main__"]
        stand_in = ModuleType("__main__")
        vars(stand_in).update(vars(main) | {"__spec__": None, "__file__": None})
        sys.modules["__main__"] = stand_in
        try:
            yield
        finally:
            sys.modules["__main__"] = main


@cache
def _start_helper() -> None:
    """Start the helper that comes with a first process, as it undoes the mask.

    It must not be given the stand-in for standard error that a full-screen app has. Only once, as
    standard error is everybody's: another thread may be telling something meanwhile.
    """
    with redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()


def _serve(connection: Connection, prepare: Prepare, arguments: tuple[object, ...]) -> None:
    """What a worker does: prepare, then answer each request until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # As many processes as cores: more threads would only be in each other's way.
    use_one_thread()
    # Where the other end is gone, nobody is left to tell.
    with suppress(EOFError, OSError):
        try:
            greeting, answer = prepare(*arguments)
        except Exception as error:
            connection.send(portable(error))
            return
        connection.send(greeting)
        while True:
            request = connection.recv()
            try:
                reply = answer(request)
            except Exception as error:
                reply = portable(error)
            connection.send(reply)


def _end_with_parent() -> None:
    """End this process when its parent has ended, however that came."""
    parent = multiprocessing.parent_process()
    assert parent is not None, "a worker is started by another process"
    parent.join()
    os._exit(1)
