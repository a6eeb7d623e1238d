"""How often Python looks for circles."""

from __future__ import annotations

import gc
import subprocess
import sys
from textwrap import dedent

from tui.io.garbage_collection import collect_hardly, collect_seldom


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
    # In a process of its own: tests keep what is loaded all the time.
    keeping = """
        import gc
        from tui.io.garbage_collection import loaded_is_kept

        before = gc.get_threshold()
        with loaded_is_kept():
            assert gc.get_freeze_count() > 0
            assert gc.get_threshold()[0] > before[0]
        assert (gc.get_threshold(), gc.get_freeze_count()) == (before, 0)
    """
    subprocess.run([sys.executable, "-c", dedent(keeping)], check=True)
