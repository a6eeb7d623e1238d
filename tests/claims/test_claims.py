"""What ``import claims`` brings."""

from __future__ import annotations

import subprocess
import sys

import pytest

import claims


@pytest.mark.parametrize("name", claims.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(claims, name) is not None


def test_importing_it_loads_nothing_heavy() -> None:
    code = "import claims, sys; print([m for m in ('spacy', 'lxml', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
