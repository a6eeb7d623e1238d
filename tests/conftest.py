"""What holds for every test."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Tests never time anything; where a change is judged, the same examples judge it every time.
settings.register_profile("claims", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("claims")


@pytest.fixture(autouse=True)
def _no_own_files(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep the developer's own settings, state and log out of the tests, and the other way."""
    home: Path = tmp_path_factory.getbasetemp() / "home"
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.delenv("CLAIMS_CONFIG", raising=False)
