"""How it is said why the system refused something."""

from __future__ import annotations

import errno
import os

import pytest

from claims.system_error import system_reason


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(errno.EACCES, os.strerror(errno.EACCES), "a.txt"), "permission denied"),
        (OSError("Odd\n  things"), "odd things"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), "'utf-8' codec can't decode byte"),
        (OSError(), "OSError"),
    ],
)
def test_reasons_are_one_line_in_lower_case(error: Exception, reason: str) -> None:
    assert system_reason(error).startswith(reason)
