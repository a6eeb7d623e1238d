"""What visitors of a server may take."""

from __future__ import annotations

import os

import pytest

pytest.importorskip("textual_serve", reason="needs textual-serve, of the extra 'web'")

from tui.web.limits import VisitorLimits


def test_one_who_works_may_stay() -> None:
    # A process of many tests may be a large one.
    much = VisitorLimits(megabytes=100_000)
    assert much.overstepped(os.getpid(), 59 * 60) is None
    assert VisitorLimits().overstepped(None, 0) is None


def test_one_who_left_or_takes_too_much_has_to_go() -> None:
    told = "Nothing was done for 60 minutes."
    assert VisitorLimits(megabytes=100_000).overstepped(os.getpid(), 61 * 60) == told
    few = VisitorLimits(megabytes=1)
    assert few.overstepped(os.getpid(), 0) == "The app took more than 1 MB."


def test_a_process_that_has_ended_takes_nothing() -> None:
    assert VisitorLimits(megabytes=0).overstepped(2**22 + 1, 0) is None
