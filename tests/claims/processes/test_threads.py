"""Numeric libraries compute in one thread where other processes keep the cores busy."""

from __future__ import annotations

import os

import pytest

from claims.processes.threads import use_one_thread


def test_what_a_user_had_set_does_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", {"OMP_NUM_THREADS": "8", "HOME": "/home/anna"})
    use_one_thread()
    assert os.environ["OMP_NUM_THREADS"] == os.environ["OPENBLAS_NUM_THREADS"] == "1"
    assert os.environ["HOME"] == "/home/anna"
