"""The quick tier: what a contributor runs at each change; it needs no model, screen or server."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

HERE: Final = Path(__file__).parent

HEAVY: Final = ("onnxruntime", "spacy", "textual")
"""Modules that no quick test may load; a test of the quick tier fails where one is."""

NOT_QUICK: Final = frozenset(
    {
        "claims/comparison/meaning/test_encoder.py",
        "claims/comparison/meaning/test_pairs.py",
        "claims/comparison/meaning/test_vectors.py",
        "claims/comparison/relations",
        "claims/extraction",
        "claims/test_library.py",
        "claims/tagger",
        "claims/training",
        "claims/reading/pages/test_gold_pages.py",
        "claims/scoring/test_extraction.py",
        "db/analysis/matrix/test_positions.py",
        "db/analysis/test_quotations.py",
        "db/analysis/test_relations.py",
        "db/analysis/test_similar.py",
        "db/analysis/test_stories.py",
        "db/analysis/test_thread_suggestions.py",
        "db/analysis/test_threads.py",
        "db/articles/test_delete.py",
        "db/claims/test_relations.py",
        "db/claims/test_threads.py",
        "db/comparison",
        "db/keeping",
        "db/migrations",
        "fixtures/test_extraction.py",
        "packaging",
        "test_offline.py",
        "tui",
    }
)
"""Folders and files whose tests need a model or a screen, or take long."""

QUICK_AFTER_ALL: Final = frozenset({"tui/text", "tui/io"})
"""Folders inside those above whose tests do not."""


def is_quick(path: Path) -> bool:
    """Whether a folder or file may hold tests of the quick tier.

    Args:
        path: Absolute, at or below the folder of all tests.
    """
    name = path.relative_to(HERE).as_posix()
    if any(_within(name, one) or _within(one, name) for one in QUICK_AFTER_ALL):
        return True
    return not any(_within(name, one) for one in NOT_QUICK)


def needs_server(item: pytest.Item) -> bool:
    """Whether a test runs on PostgreSQL."""
    values = item.callspec.params.values() if hasattr(item, "callspec") else ()
    return "postgresql" in values or "server" in getattr(item, "fixturenames", ())


def is_slow(item: pytest.Item) -> bool:
    """Whether a test takes seconds, as the marker ``slow`` says."""
    return item.get_closest_marker("slow") is not None


def _within(name: str, folder: str) -> bool:
    return name == folder or name.startswith(f"{folder}/")
