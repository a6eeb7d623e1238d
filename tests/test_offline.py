"""Nothing leaves the machine: no part of the program, native or not, uses a network."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.offline import GUARDED

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures" / "text"
GUARD = ["-m", "tests.offline"] if GUARDED else []
needs_guard = pytest.mark.skipif(not GUARDED, reason="needs filters of Linux on a known machine")


def run(home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Python without a network, as a user who never ran it before."""
    kept = ("PATH", "LANG", "SYSTEMROOT")
    own = {name: os.environ[name] for name in kept if name in os.environ}
    homes = {"HOME": str(home), "USERPROFILE": str(home), "LOCALAPPDATA": str(home / "local")}
    return subprocess.run(
        [sys.executable, *GUARD, *map(str, arguments)],
        env={**own, **homes, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder in which nothing was ever run."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@needs_guard
@pytest.mark.parametrize(
    "network",
    [
        "socket.create_connection(('127.0.0.1', 80))",
        "socket.getaddrinfo('news.example', 80)",
        "socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('127.0.0.1', 53))",
        # … and so what a process started by it does
        "os.environ['THEN'] = 'import socket; socket.create_connection((\"::1\", 80))'; "
        "subprocess.run([sys.executable, '-c', os.environ['THEN']], check=True)",
    ],
)
def test_the_guard_ends_what_uses_a_network(home: Path, network: str) -> None:
    used = run(home, "-c", f"import os, socket, subprocess, sys; {network}")
    assert used.returncode == -signal.SIGSYS or f"{signal.SIGSYS!r}" in used.stderr


# However few articles there are, several processes extract from them.
IN_PROCESSES = """
from claims.extraction import parallel
from tui.cli.main import main
parallel.PARALLEL_FROM = 1
main()
"""


def test_an_ingest_uses_no_network_and_leaves_nothing_but_the_archive(
    home: Path, tmp_path: Path
) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for file in sorted(FIXTURES.glob("*.txt"))[:2]:
        text = file.read_text("utf-8")
        (articles / file.name).write_text(text, "utf-8")
        (articles / f"again-{file.name}").write_text(f"{text}\n\nPrinted again.\n", "utf-8")
    database = home / "news.db"
    done = run(home, "-c", IN_PROCESSES, "ingest", "--jobs", "2", articles, "--db", database)
    assert (done.returncode, done.stderr) == (0, "")
    assert " 0 stored" not in done.stdout
    assert [path for path in home.rglob("*") if path.is_file()] == [database]


def test_the_runtime_is_imported_with_its_telemetry_off(home: Path) -> None:
    """Also where the environment turns it on."""
    telling = (
        "import os; os.environ['ORT_DISABLE_TELEMETRY'] = '0'; import claims.tagger.session; "
        "print(os.environ['ORT_DISABLE_TELEMETRY'])"
    )
    done = run(home, "-c", telling)
    assert (done.returncode, done.stdout) == (0, "1\n")
    assert list(home.rglob("*")) == []


def test_only_fetching_and_serving_import_what_opens_connections() -> None:
    networks = {"aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "urllib3"}
    # The last looks whether the scheduler that --engine names answers.
    allowed = ("claims/fetching/", "tui/web/", "claims/engines/scheduler.py")
    for top in ("claims", "db", "tui"):
        for path in sorted((ROOT / top).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith(allowed):
                assert networks.isdisjoint(imported(path)), name
            assert "urllib.request" not in path.read_text("utf-8"), name


def imported(path: Path) -> set[str]:
    """The packages that a file imports anywhere."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name.partition(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add((node.module or "").partition(".")[0])
    return found
