"""How often Python looks for circles."""

from __future__ import annotations

import gc

from tui.io.garbage_collection import collect_hardly, collect_seldom, loaded_is_kept


def test_many_more_objects_are_made_before_python_looks_for_circles() -> None:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    try:
        collect_seldom()
        first, *_ = gc.get_threshold()
        assert first > 10 * 700
        collect_hardly()
        assert gc.get_threshold()[0] > 10 * first
        assert gc.isenabled()
    finally:
        gc.set_threshold(*before)


def test_keeps_what_is_loaded_for_a_while_only() -> None:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    try:
        with loaded_is_kept():
            assert gc.get_freeze_count() > 0
            assert gc.get_threshold()[0] > 700
        assert (gc.get_threshold(), gc.get_freeze_count()) == ((700, 10, 10), 0)
    finally:
        gc.set_threshold(*before)
