"""Whether two machines have the same code, word lists and weights."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).parents[1]
# What only training and scoring read does not change what is extracted.
_ELSEWHERE: Final = frozenset({"__pycache__", "training", "scoring"})


@cache
def fingerprint() -> str:
    """The version of this package, with a hash over the files that extraction reads."""
    whole = hashlib.sha256()
    for path in sorted(_ROOT.rglob("*")):
        inner = path.relative_to(_ROOT)
        if path.is_file() and _ELSEWHERE.isdisjoint(inner.parts):
            whole.update(f"{inner.as_posix()}\0{path.stat().st_size}\0".encode())
            with path.open("rb") as file:
                whole.update(hashlib.file_digest(file, "sha256").digest())
    return f"{version('claims')} ({whole.hexdigest()[:12]})"
