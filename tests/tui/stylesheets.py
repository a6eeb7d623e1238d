"""Makes the app's styles cheap in tests: a test process starts hundreds of apps with the same."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Final

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_PARSED: Final[dict[Hashable, list[RuleSet]]] = {}
_parse: Final = Stylesheet._parse_rules


def _parse_once(self: Stylesheet, *args: Any, **options: Any) -> list[RuleSet]:
    key = (args, *options.items(), *self._variables.items())
    if key not in _PARSED:
        _PARSED[key] = _parse(self, *args, **options)
    return _PARSED[key]


def share() -> None:
    """Have all apps share what was parsed; rules are only read once they are made."""
    Stylesheet._parse_rules = _parse_once  # type: ignore[method-assign]
    # The same hash, without the call into Python that it is for each rule and each widget.
    RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]
