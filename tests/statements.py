"""Has all archives of a test process share compiled statements: each test opens one of its own."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

MOST: Final = 3000
"""How many statements are kept for each kind of database."""

_COMPILED: Final[dict[type, LRUCache[Any, Any]]] = {}


def _compiled(engine: Engine) -> LRUCache[Any, Any]:
    kind = type(engine.dialect)
    if kind not in _COMPILED:
        _COMPILED[kind] = LRUCache(MOST)
    return _COMPILED[kind]


def share() -> None:
    """Have engines on the same kind of database, which is the class of a dialect, share them."""
    own_is_not_kept = property(_compiled, lambda _engine, _cache: None)
    Engine._compiled_cache = own_is_not_kept  # type: ignore[assignment]
    # Statements are kept by dialect and text.
    DefaultDialect.__hash__ = lambda self: hash(type(self))  # type: ignore[method-assign]
    DefaultDialect.__eq__ = lambda self, other: type(self) is type(other)  # type: ignore[method-assign]
