"""Quotations of one saying, and what becomes of them as copies."""

from __future__ import annotations

from hypothesis import strategies as st

from claims.comparison import (
    Alteration,
    CopyKind,
    align,
    changes_of,
    compare,
    quoted,
)

ORIGINAL = (
    "We will not close the lighthouse before the harbor has its own pilots, and I told Mayor "
    "Okafor that 40 fishermen depend on it every winter night"
)

OTHER = (
    "Nobody asked the orchard keepers whether a reservoir above their terraces would drown the "
    "apricots their grandparents grafted"
)


def copy_of(text: str, original: str = ORIGINAL) -> tuple[CopyKind, frozenset[Alteration]]:
    found = compare(quoted(original), quoted(text))
    assert found is not None
    assert found.sure
    return found.kind, found.alters


def shown(text: str, original: str = ORIGINAL) -> list[tuple[str, str]]:
    return [(c.op.value, c.text) for c in changes_of(align(quoted(original), quoted(text)))]


def with_(old: str, new: str) -> str:
    assert old in ORIGINAL
    return ORIGINAL.replace(old, new)


WORDS = st.lists(
    st.sampled_from(["the", "a", "not", "harbor", "pilots", "40", "Okafor", "…", "[sic]", "fog."]),
    max_size=24,
)
