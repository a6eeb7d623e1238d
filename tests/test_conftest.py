"""What holds for every test."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import forget_settings
from tests.tiers import HERE


def test_no_test_depends_on_a_developers_own_settings() -> None:
    environ = {"CLAIMS_USER": "ines", "CLAIMS_DB": "own.db", "HOME": "/home/ines"}
    forget_settings(environ)
    assert environ == {"HOME": "/home/ines"}
    assert not [name for name in os.environ if name.startswith("CLAIMS_")]


@pytest.mark.slow
def test_files_of_the_quick_tier_import_nothing_heavy() -> None:
    command = [sys.executable, "-m", "pytest", "-n", "0", "--quick", "--collect-only", "-qq"]
    plain = ["-p", "no:textual-snapshot", "-p", "no:cacheprovider"]
    collected = subprocess.run([*command, *plain], cwd=HERE.parent, capture_output=True, text=True)
    assert collected.returncode == 0, collected.stderr
