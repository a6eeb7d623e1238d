"""Pairs of claims that somebody judged: do both say the same, and does `same` know it?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Any

from claims.comparison.meaning.judge import THRESHOLD
from claims.comparison.meaning.statement import Statement
from claims.scoring.figures import Score
from claims.scoring.files.errors import ScoringError
from claims.system_error import system_reason


class PairLabel(StrEnum):
    """What a reader said of two claims."""

    SAME = "same"
    RELATED = "related"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims.

    Args:
        id: Of the pair, as given.
        left: The first.
        right: The second.
        label: What a reader said; None where nobody judged them.
        likely: How likely a reader found it that both say the same, from 0 to 1, likewise.
    """

    id: str | int
    left: Statement
    right: Statement
    label: PairLabel | None
    likely: float | None = None


@dataclass(frozen=True, slots=True)
class PairFigures:
    """How well pairs are told apart.

    Args:
        pairs: How many there are.
        judged: How many of them have a label.
        same: How many of these say the same.
        average_precision: Of ``same`` as an order of the judged; None where none is the same.
        at_threshold: Those taken for the same from the shipped threshold.
    """

    pairs: int
    judged: int
    same: int
    average_precision: float | None
    at_threshold: Score


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a JSON Lines file.

    Raises:
        ScoringError: The file cannot be read, or a line of it is no pair.
    """
    try:
        lines = path.read_bytes().decode("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ScoringError(f"{path}: {system_reason(error)}") from error
    pairs = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                pairs.append(_pair(json.loads(line)))
            except (ValueError, RecursionError) as error:
                raise ScoringError(f"{path}: line {number}: {error}") from error
    return pairs


def pair_figures(pairs: Sequence[Pair], same: Sequence[float]) -> PairFigures:
    """The figures of pairs, each with how likely it was said to be the same."""
    judged = [
        (score, pair.label is PairLabel.SAME)
        for pair, score in zip(pairs, same, strict=True)
        if pair.label
    ]
    taken = [truth for score, truth in judged if score >= THRESHOLD]
    right, total = sum(taken), sum(truth for _, truth in judged)
    return PairFigures(
        len(pairs),
        len(judged),
        total,
        average_precision(judged),
        Score.of(right, len(taken), total),
    )


def average_precision(judged: Sequence[tuple[float, bool]]) -> float | None:
    """The mean precision over all that is true, from the highest score down; ties count as one.

    Args:
        judged: Scores, each with whether it is of something true.
    """
    total = sum(truth for _, truth in judged)
    if not total:
        return None
    seen = right = 0
    area = 0.0
    for _, tied in groupby(sorted(judged, reverse=True), key=lambda each: each[0]):
        truths = [truth for _, truth in tied]
        seen += len(truths)
        right += sum(truths)
        area += sum(truths) / total * right / seen
    return area


def _pair(row: Any) -> Pair:
    fields = _object(row, "a pair")
    name = fields.get("id")
    if not isinstance(name, str | int):
        raise ValueError("id is missing or no text")
    label = fields.get("label")
    if label is not None and label not in list(PairLabel):
        raise ValueError(f"label is not {', '.join(PairLabel)}")
    return Pair(
        name,
        _statement(fields.get("a"), "a"),
        _statement(fields.get("b"), "b"),
        PairLabel(label) if label else None,
        _likely(fields.get("likely")),
    )


def _likely(given: Any) -> float | None:
    if given is None or (isinstance(given, int | float) and 0 <= given <= 1):
        return given
    raise ValueError("likely is no number from 0 to 1")


def _statement(row: Any, side: str) -> Statement:
    fields = _object(row, side)
    content = _text(fields, "text", side)
    if not content.strip():
        raise ValueError(f"{side} has no text")
    speakers = tuple(_speakers(fields, side)) or (_text(fields, "source", side),)
    return Statement(content, _text(fields, "cue", side), tuple(filter(None, speakers)))


def _speakers(fields: Mapping[str, Any], side: str) -> Iterator[str]:
    """Who speaks, where that is given: a name or a list of names."""
    given = fields.get("speaker") or []
    for name in given if isinstance(given, list) else [given]:
        if not isinstance(name, str):
            raise ValueError(f"speaker of {side} is no text")
        yield name


def _text(fields: Mapping[str, Any], name: str, side: str) -> str:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{name} of {side} is no text")
    return value or ""


def _object(row: Any, name: str) -> Mapping[str, Any]:
    if not isinstance(row, dict):
        raise ValueError(f"{name} is missing or no JSON object")
    return row
