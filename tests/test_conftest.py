"""What holds for every test."""

from __future__ import annotations

import os

from tests.conftest import forget_settings


def test_no_test_depends_on_a_developers_own_settings() -> None:
    environ = {"CLAIMS_USER": "ines", "CLAIMS_DB": "own.db", "HOME": "/home/ines"}
    forget_settings(environ)
    assert environ == {"HOME": "/home/ines"}
    assert not [name for name in os.environ if name.startswith("CLAIMS_")]
