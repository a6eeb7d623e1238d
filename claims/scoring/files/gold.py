"""Brat standoff files: the attributions that a reader marked in an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claims.claim import Span
from claims.scoring.files.errors import ScoringError
from claims.system_error import system_reason

_EVENT_TYPES: Final = frozenset({"Attribution", "Attribution-no-source"})
_SPAN_ID: Final = re.compile(r"T\d+")
_EVENT_ID: Final = re.compile(r"E\d+")


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One marked attribution; ``source`` is empty where the text names none."""

    event: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]


def read_gold(path: Path) -> tuple[GoldAttribution, ...]:
    """The attribution events of a brat file, in its order; events without content are left out.

    Raises:
        ScoringError: The file cannot be read or an offset in it is no number.
    """
    rows = list(_rows(path))
    spans = dict(_spans(path, rows))
    return tuple(
        attribution
        for row in rows
        if _EVENT_ID.fullmatch(row[0])
        and (attribution := _attribution(row[0], row[1], spans)) is not None
    )


def _rows(path: Path) -> Iterator[list[str]]:
    try:
        lines = path.read_bytes().decode("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ScoringError(f"{path}: {system_reason(error)}") from error
    for line in lines:
        fields = line.rstrip("\r").split("\t")
        if len(fields) > 1:
            yield fields


def _spans(path: Path, rows: Iterable[list[str]]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The marked stretches (brat's T lines) by id."""
    for identifier, head, *_ in rows:
        if not _SPAN_ID.fullmatch(identifier):
            continue
        offsets = head.partition(" ")[2].split(";")
        try:
            spans = tuple(Span(*map(int, pair.split())) for pair in offsets)
        except (TypeError, ValueError) as error:
            raise ScoringError(f"{path}: {identifier} has no readable offsets") from error
        yield identifier, spans


def _attribution(
    event: str, line: str, spans: dict[str, tuple[Span, ...]]
) -> GoldAttribution | None:
    head, *roles = line.split()
    if head.partition(":")[0] not in _EVENT_TYPES:
        return None
    parts: dict[str, tuple[Span, ...]] = {"Content": (), "Cue": (), "Source": ()}
    for role in roles:
        label, _, reference = role.partition(":")
        # Brat numbers a role that occurs more than once: Content, Content2, …
        parts[label.rstrip("0123456789")] += spans.get(reference, ())
    if not parts["Content"]:
        return None
    return GoldAttribution(event, parts["Content"], parts["Cue"], parts["Source"])
