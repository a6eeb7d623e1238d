"""The program on a terminal."""

from __future__ import annotations

import sys

import pytest

COMMAND = [sys.executable, "-m", "tui.cli.main"]

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals and signals")
