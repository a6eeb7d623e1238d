"""Claims as ``claims extract`` prints them, read back for scoring."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import Any

from claims.claim import Affiliation, Claim, ClaimType, Span, Speaker, SpeakerKind
from claims.scoring.files.errors import ScoringError
from claims.system_error import system_reason


def read_predictions(path: Path) -> dict[str, tuple[Claim, ...]]:
    """The claims of a JSON Lines file by article file name.

    Fields that scoring does not need may be missing, so that other tools' output can be scored.

    Raises:
        ScoringError: The file cannot be read, or a line of it is no article with claims.
    """
    predictions: dict[str, tuple[Claim, ...]] = {}
    try:
        lines = path.read_bytes().decode("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ScoringError(f"{path}: {system_reason(error)}") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            name = PurePath(row["article"]).name
            predictions[name] = tuple(_claim(claim) for claim in row["claims"])
        except (KeyError, TypeError, ValueError) as error:
            raise ScoringError(f"{path}: line {number} is no article ({error!r})") from error
    return predictions


def _claim(row: Mapping[str, Any]) -> Claim:
    return Claim(
        type=ClaimType(row.get("type", ClaimType.INDIRECT)),
        content=_spans(row["content"]),
        cue=_spans(row.get("cue")),
        source=_spans(row.get("source")),
        speakers=tuple(_speaker(speaker) for speaker in row.get("speakers", ())),
        parent=row.get("parent"),
        confidence=row.get("confidence", 1.0),
        statement=row.get("statement", 1.0),
    )


def _spans(pairs: Iterable[tuple[int, int]] | None) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs or ())


def _speaker(row: Mapping[str, Any]) -> Speaker:
    return Speaker(
        name=row["name"],
        kind=SpeakerKind(row["kind"]),
        affiliations=tuple(
            Affiliation(
                role=affiliation.get("role"),
                organization=affiliation.get("organization"),
                evidence=Span(*affiliation.get("evidence", (0, 0))),
                confidence=affiliation.get("confidence", 1.0),
            )
            for affiliation in row.get("affiliations", ())
        ),
        confidence=row.get("confidence", 1.0),
    )
