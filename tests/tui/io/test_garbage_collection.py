"""How often Python looks for circles."""

from __future__ import annotations

import gc

from tui.io.garbage_collection import collect_seldom


def test_many_more_objects_are_made_before_python_looks_for_circles() -> None:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    try:
        collect_seldom()
        first, *_ = gc.get_threshold()
        assert first > 10 * 700
        assert gc.isenabled()
    finally:
        gc.set_threshold(*before)
