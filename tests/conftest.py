"""What holds for every test."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

from claims.processes.threads import use_one_thread
from tests.tiers import HEAVY, HERE, is_quick, is_slow, needs_server

# Tests run in as many processes as there are cores.
use_one_thread()

# Tests never time anything; where a change is judged, the same examples judge it every time.
settings.register_profile(
    "claims", deadline=None, derandomize=bool(os.environ.get("CI")), max_examples=50
)
settings.register_profile("quick", settings.get_profile("claims"), max_examples=15)
settings.load_profile("claims")


SELDOM: Final = (20_000, 20, 50)
"""When to look for garbage: half the time of a test that starts the app went into that."""


@pytest.fixture(autouse=True, scope="module")
def _swept() -> Iterator[None]:
    """Keep the garbage collector off what stays for good, and leave no garbage to later modules."""
    with pytest.MonkeyPatch.context() as patch:
        # A command lets go of what is loaded at its end, which here is all that tests ever loaded.
        patch.setattr(gc, "unfreeze", lambda: None)
        gc.set_threshold(*SELDOM)
        gc.freeze()
        yield
        gc.collect()


@pytest.fixture(autouse=True)
def _no_own_files(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep the developer's own settings, state and log out of the tests, and the other way."""
    home: Path = tmp_path_factory.getbasetemp() / "home"
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


def forget_settings(environ: MutableMapping[str, str]) -> None:
    """Drop what a developer has set for their own use of Claims; so do processes of tests then."""
    for name in [name for name in environ if name.startswith("CLAIMS_")]:
        del environ[name]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="run the quick tier alone")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    # Where tests wait for a screen, a server or a process, another has the processor.
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return cores if config.getoption("--quick") else cores + (cores + 1) // 2


def pytest_configure(config: pytest.Config) -> None:
    forget_settings(os.environ)
    # A shell has what runs in its background, and all that this starts, not hear of Ctrl-C.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if config.getoption("--quick"):
        settings.load_profile("quick")


def pytest_unconfigure() -> None:
    # pytest now looks for garbage five times over; once finds it.
    gc.collect()
    gc.freeze()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    # Not deselected but never imported: importing is what takes the time.
    ours = collection_path.is_relative_to(HERE) and config.getoption("--quick")
    return True if ours and not is_quick(collection_path) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Have each worker begin with files of its own: they are made ready for all the others.

    On a fresh machine pytest rewrites the asserts of every file, and workers that go through the
    files side by side would each do so.
    """
    worker = getattr(session.config, "workerinput", None)
    if worker is None:
        return
    number, workers = int(worker["workerid"].removeprefix("gw")), worker["workercount"]
    quick = session.config.getoption("--quick")
    given = (session.config.invocation_params.dir / arg for arg in session.config.args)
    files = sorted(file for folder in given for file in folder.rglob("test_*.py"))
    for file in files[number::workers]:
        if file.is_relative_to(HERE) and (is_quick(file) or not quick):
            # One that cannot be imported is told of when it is collected.
            with suppress(Exception, pytest.skip.Exception):
                import_module(".".join(file.relative_to(HERE.parent).with_suffix("").parts))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--quick"):
        items[:] = [item for item in items if not (needs_server(item) or is_slow(item))]
    # They wait for servers and browsers for seconds: no worker is left with one at the end, and the
    # one that begins with them starts the only browser.
    items.sort(key=lambda item: not item.path.is_relative_to(HERE / "tui" / "web"))


def pytest_collection_finish(session: pytest.Session) -> None:
    loaded = [name for name in HEAVY if name in sys.modules]
    if loaded and session.config.getoption("--quick"):
        raise pytest.UsageError(f"a file of the quick tier imports {', '.join(loaded)}")


@pytest.fixture(autouse=True)
def _quick_stays_quick(request: pytest.FixtureRequest) -> Iterator[None]:
    before = {name for name in HEAVY if name in sys.modules}
    yield
    if request.config.getoption("--quick"):
        # Only the one that loaded it fails, not all that come after in its process.
        loaded = [name for name in HEAVY if name in sys.modules and name not in before]
        assert not loaded, f"a test of the quick tier loaded {', '.join(loaded)}"
