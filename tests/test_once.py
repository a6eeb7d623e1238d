"""What is made once for all processes of a test run."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from tests.once import folder_once, made_once


def test_it_is_made_by_the_first_that_asks_while_others_wait(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    asked: list[Path] = []
    had: list[str] = []

    def fill(folder: Path) -> None:
        asked.append(folder)
        sleep(0.2)
        (folder / "text").write_text("whole")

    def ask() -> None:
        had.append((folder_once(tmp_path_factory, "text", fill) / "text").read_text())

    threads = [Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (had, len(asked)) == (["whole"] * 3, 1)


def test_what_was_made_is_the_same_for_all(tmp_path_factory: pytest.TempPathFactory) -> None:
    numbers = iter(range(9))
    first, second = (made_once(tmp_path_factory, "number", lambda: next(numbers)) for _ in "ab")
    assert first == second == 0


def test_who_waits_is_told_that_it_failed(tmp_path_factory: pytest.TempPathFactory) -> None:
    def fail(_: Path) -> None:
        raise RuntimeError("no room")

    with pytest.raises(RuntimeError, match="no room"):
        folder_once(tmp_path_factory, "failing", fail)
    with pytest.raises(AssertionError, match="could not make once-failing"):
        folder_once(tmp_path_factory, "failing", fail)
