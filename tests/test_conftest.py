"""What holds for every test."""

from __future__ import annotations

import os

from tests.conftest import forget_settings
from tests.tiers import HERE, NOT_QUICK, QUICK_AFTER_ALL


def test_no_test_depends_on_a_developers_own_settings() -> None:
    environ = {"CLAIMS_USER": "ines", "CLAIMS_DB": "own.db", "HOME": "/home/ines"}
    forget_settings(environ)
    assert environ == {"HOME": "/home/ines"}
    assert not [name for name in os.environ if name.startswith("CLAIMS_")]


def test_what_is_not_of_the_quick_tier_is_there() -> None:
    assert [name for name in NOT_QUICK | QUICK_AFTER_ALL if not (HERE / name).exists()] == []
