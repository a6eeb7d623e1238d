"""How bindings are written, and how lists of them hold together."""

from __future__ import annotations

from textual.binding import Binding
from textual.widget import Widget

from tui.keys.binding import Several, bindings_at, key, lists_of

ONE, OTHER = [key("a", "read", "Read", "one.read")], [key("b", "leave", "Back", "one.back")]


class Outer(Widget):
    BINDINGS = [*ONE, Binding("x", "theirs", "No id")]  # noqa: RUF012


class Inner(Outer):
    BINDINGS = [key("a", "other", "Other", "two.other")]  # noqa: RUF012


def test_a_tip_says_at_least_what_the_footer_does() -> None:
    [binding] = ONE
    assert isinstance(binding, Binding)
    assert (binding.id, binding.tooltip, binding.show) == ("one.read", "Read", False)


def test_several_lists_are_one_and_can_be_told_apart() -> None:
    both = Several(ONE, OTHER)
    assert [*both] == [*ONE, *OTHER]
    assert [*lists_of(both)] == [ONE, OTHER]
    assert [*lists_of(ONE)] == [ONE]


def test_of_two_bindings_of_one_key_the_nearer_holds() -> None:
    assert {binding.key: binding.id for binding in bindings_at(Inner())}["a"] == "two.other"
    assert "x" not in {binding.key for binding in bindings_at(Outer())}


class Apart(Outer, inherit_bindings=False):
    BINDINGS = [*OTHER]  # noqa: RUF012


def test_a_class_that_inherits_no_bindings_has_its_own_alone() -> None:
    assert [binding.id for binding in bindings_at(Apart())] == ["one.back"]
