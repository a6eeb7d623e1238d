"""A server on an archive, and a browser that reaches nothing but this machine."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.tui.archives import STORIES, make_archive

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    # Every other name and address fails to resolve, as without the internet.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
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
    engine = make_archive(tmp_path / "web.db", STORIES)
    yield engine
    engine.dispose()


@pytest.fixture
def served(web_archive: Engine) -> Iterator[Served]:
    """``claims serve`` on the archive, as a process of its own."""
    pytest.importorskip("textual_serve", reason="needs textual-serve, of the extra 'web'")
    port = free_port()
    command = [sys.executable, "-m", "tui.cli.main", "serve", "--port", str(port), "--fresh"]
    process = subprocess.Popen(
        [*command, "--db", str(web_archive.url.database)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={name: value for name, value in os.environ.items() if name != "NO_COLOR"},
    )
    assert process.stderr is not None
    assert (
        process.stderr.readline() == f"claims: serving on http://127.0.0.1:{port}/ until ctrl+c\n"
    )
    yield Served(f"http://127.0.0.1:{port}/", process)
    if process.poll() is None:
        process.kill()
        process.communicate()


@pytest.fixture(scope="session")
def browser() -> str:
    """The program of a Chromium."""
    pytest.importorskip("playwright", reason="needs playwright, of the extra 'test'")
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    return found
