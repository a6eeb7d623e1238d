"""Whom pronouns mean by the coreference chains of a corpus, to learn from (GUM, CC BY)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.gender_hints import PERSONAL
from claims.extraction.pipeline import Extractor
from claims.reading import read_article
from claims.scoring.agreement.names import comparable

Chains = Mapping[str, Sequence[Sequence[Any]]]
"""Start, end and type of every mention, in code points, by chain."""


def read_chained(folder: Path, extractor: Extractor) -> Iterator[tuple[Doc, Chains]]:
    """The articles of a folder with ``gold.json`` beside ``text/``, extracted from."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    for name in sorted(gold):
        yield extractor.document(read_article(folder / "text" / name)), gold[name]["chains"]


def answers_of(tokens: Tokens, chains: Chains) -> dict[int, frozenset[tuple[str, ...]]]:
    """By token of "he" or "she", the comparable names in its chain."""
    found = {}
    for mentions in chains.values():
        texts = [tokens.source[start:end] for start, end, *_ in mentions]
        names = frozenset(comparable(text) for text in texts if not text[1:].islower())
        for start, end, *_ in mentions:
            first, last = tokens.find(start, end)
            if last - first == 1 and tokens.lower[first] in PERSONAL:
                found[first] = names
    return found
