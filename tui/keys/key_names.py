"""Keys by the names that Textual has for them, and as people press and write them."""

from __future__ import annotations

from textual.binding import Binding
from textual.keys import format_key


def shown_key(name: str) -> str:
    """A key as it is shown to be pressed: ``]``, ``ctrl+p``, ``⏎``.

    Args:
        name: As Textual has it: ``right_square_bracket``.
    """
    modifiers, last = _parts(name)
    return "+".join([*modifiers, format_key(last)])


def written_key(name: str) -> str:
    """A key as the config file has it, for `key_name` to read: ``]``, ``ctrl+p``, ``enter``."""
    modifiers, last = _parts(name)
    shown = format_key(last)
    return "+".join([*modifiers, shown if _named(shown) == last else last])


def key_name(written: str) -> str:
    """The name that Textual has for a key written by its character or by its name."""
    modifiers, last = _parts(written)
    return "+".join([*modifiers, _named(last)])


def _parts(key: str) -> tuple[list[str], str]:
    """Modifiers and the key itself, which may be a plus."""
    held, _, last = key[:-1].rpartition("+")
    return (held.split("+") if held else []), last + key[-1:]


def _named(key: str) -> str:
    if key in ("", ","):  # what stands between the keys of one binding
        return "comma" if key else key
    [binding] = Binding.make_bindings([Binding(key, "")])
    return binding.key
