"""Whether two machines, or two runs, have the same code, word lists and weights."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).parents[1]
# What only training and scoring read does not change what is extracted.
_ELSEWHERE: Final = frozenset({"__pycache__", "training", "scoring"})

FINDING: Final = frozenset(
    {
        "article.py",
        "claim.py",
        "extraction",
        "language",
        "logistic.py",
        "partial_date.py",
        "quotations",
        "tagger",
    }
)
"""What of this package decides which claims are found in a text."""

# Not the network, which is large and has a version of its own.
_RULES: Final = frozenset({".json", ".py", ".txt"})


@cache
def fingerprint() -> str:
    """The version of this package, with a hash over the files that extraction reads."""
    return f"{version('claims')} ({_hash(_files())[:12]})"


@cache
def rules_version() -> str:
    """A hash over the code, word lists and fitted numbers that find claims in a text."""
    finding = (one for one in _files() if one.parts[0] in FINDING and one.suffix in _RULES)
    return _hash(finding)[:8]


def _files() -> list[Path]:
    """The files of this package that count, as seen from it, in the same order everywhere."""
    inner = (path.relative_to(_ROOT) for path in _ROOT.rglob("*") if path.is_file())
    return sorted((one for one in inner if _ELSEWHERE.isdisjoint(one.parts)), key=Path.as_posix)


def _hash(files: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for inner in files:
        path = _ROOT / inner
        whole.update(f"{inner.as_posix()}\0{path.stat().st_size}\0".encode())
        with path.open("rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()
