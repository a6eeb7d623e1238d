"""The names that are found in a text, and who bears them."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.document.analysis import analysis
from claims.extraction.document.clusters import MentionClusters
from claims.extraction.document.mentions import Mention, NameKind
from claims.extraction.document.tokens import Tokens
from tests.claims.extraction.scenes import prepared, scene


def clusters(text: str) -> MentionClusters:
    return analysis(scene(text)).named.clusters


def persons(text: str) -> set[str]:
    return {cluster.name for cluster in clusters(text).persons}


def named(text: str, name: str, kinds: Sequence[NameKind]) -> tuple[Tokens, list[Mention]]:
    """The words of a text, with each place of a name of the kind that a model would give it."""
    tokens = Tokens(prepared(text), ())
    first, *rest = name.split()
    starts = [
        i
        for i, word in enumerate(tokens.text)
        if word == first and tokens.text[i + 1 : i + 1 + len(rest)] == rest
    ]
    size = 1 + len(rest)
    return tokens, [
        Mention(start, start + size, kind, name) for start, kind in zip(starts, kinds, strict=True)
    ]
