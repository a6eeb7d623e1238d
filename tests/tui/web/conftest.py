"""A server on an archive, and a browser that reaches nothing but this machine."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.tui.archives import ARTICLES, make_archive

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ELSEWHERE = "news.example"
"""A name that, in the browser, leads to this machine, as anybody can have a name of theirs do."""

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    # Every other name and address fails to resolve, as without the internet.
    f"--host-resolver-rules=MAP {ELSEWHERE} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, "
    "EXCLUDE ::1",
)


@dataclass
class Served:
    """A running server.

    Args:
        url: Of its page.
        process: The server.
    """

    url: str
    process: subprocess.Popen[str]

    def end(self) -> tuple[int, str]:
        """Interrupt it as ctrl+c does; its status, and what it told since it started."""
        self.process.send_signal(signal.SIGINT)
        _, told = self.process.communicate(timeout=60)
        return self.process.returncode, told


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def web_archive(tmp_path: Path) -> Iterator[Engine]:
    """Two articles with eight claims."""
    engine = make_archive(tmp_path / "web.db", ARTICLES)
    yield engine
    engine.dispose()


Serve = Callable[..., AbstractContextManager[Served]]


@pytest.fixture
def serve(web_archive: Engine) -> Serve:
    """``claims serve`` on the archive, with more options, as a process of its own."""
    pytest.importorskip("textual_serve", reason="needs textual-serve, of the extra 'web'")
    return lambda *options: serving(web_archive, options)


@pytest.fixture
def served(serve: Serve) -> Iterator[Served]:
    """``claims serve`` on the archive, to this machine."""
    with serve() as served:
        yield served


@contextmanager
def serving(archive: Engine, options: tuple[str, ...]) -> Iterator[Served]:
    """A server, until it is left."""
    served = start(archive, options)
    try:
        yield served
    finally:
        if served.process.poll() is None:
            served.process.kill()
            served.process.communicate()


def start(archive: Engine, options: tuple[str, ...]) -> Served:
    """A server that takes visitors."""
    port = free_port()
    command = [sys.executable, "-m", "tui.cli.main", "serve", "--port", str(port), "--fresh"]
    process = subprocess.Popen(
        [*command, "--db", str(archive.url.database), *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={name: value for name, value in os.environ.items() if name != "NO_COLOR"},
    )
    assert process.stderr is not None
    told: list[str] = []
    while not told or not told[-1].startswith("claims: serving on "):
        told.append(process.stderr.readline())
        assert told[-1], f"it ended: {told}"
    if not options:
        assert told == [f"claims: serving on http://127.0.0.1:{port}/ until ctrl+c\n"]
    return Served(f"http://127.0.0.1:{port}/", process)


@pytest.fixture(scope="session")
def browser() -> str:
    """The program of a Chromium."""
    pytest.importorskip("playwright", reason="needs playwright, of the extra 'test'")
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    return found


def runs(process: int) -> bool:
    """Whether there is a process of that number that has not ended."""
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    return bool(state.stdout.strip()) and not state.stdout.startswith("Z")


def children(process: int) -> list[int]:
    """The processes that one has started."""
    found = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False
    )
    return [int(line) for line in found.stdout.split()]
