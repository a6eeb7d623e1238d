"""What is made once for all processes of a test run: the first that asks makes it, others wait."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import Final, TypeVar

import pytest

Made = TypeVar("Made")

PATIENCE: Final = 400
"""Seconds within which it is made, or the test that waits for it is in vain."""
_LOOKS: Final = 0.05


def folder_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that all processes share, for reading only.

    Args:
        factory: Of the run's own folders.
        name: Of the folder, as nothing else that is shared.
        make: Fills it.
    """
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, filled, failed = (shared / f"once-{name}{end}" for end in ("", "-filled", "-failed"))
    try:
        folder.mkdir()
    except FileExistsError:
        _wait(filled, failed)
        return folder
    try:
        make(folder)
    except BaseException:
        failed.touch()
        raise
    filled.touch()
    return folder


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[], Made]) -> Made:
    """Something that can be pickled, the same in all processes."""

    def keep(folder: Path) -> None:
        (folder / "made").write_bytes(pickle.dumps(make()))

    made: Made = pickle.loads((folder_once(factory, name, keep) / "made").read_bytes())
    return made


def _wait(filled: Path, failed: Path) -> None:
    for _ in range(int(PATIENCE / _LOOKS)):
        if filled.exists():
            return
        if failed.exists():
            break
        sleep(_LOOKS)
    raise AssertionError(f"another process could not make {filled.name.removesuffix('-filled')}")
