"""Tables and code of Markdown."""

from __future__ import annotations

from tui.reference.markdown import code, table


def test_a_cell_is_one_line_and_its_bars_are_no_borders() -> None:
    made = table(["Key", "What"], [["`a|b`", "one\ntwo"]])
    assert made.splitlines()[-1] == "| `a\\|b` | one two |"
    assert len(made.splitlines()) == 3


def test_code_may_hold_a_backtick() -> None:
    assert code("ls") == "`ls`"
    assert code("a`b").strip("`").strip() == "a`b"
    assert code("a`b").startswith("``")
