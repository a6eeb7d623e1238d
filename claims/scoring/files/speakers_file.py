"""``speakers.json``: a gold attribution's speaker, and the affiliations that are stated."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.claim import Affiliation, Span, SpeakerKind
from claims.scoring.files.errors import ScoringError
from claims.system_error import system_reason


@dataclass(frozen=True, slots=True)
class GoldSpeaker:
    """A speaker by the article's fullest name, with its other names and affiliations."""

    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...]
    affiliations: tuple[Affiliation, ...]

    @property
    def named(self) -> bool:
        """Whether it is a named person or organization, so that it can be told from others."""
        return self.kind in (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION)


@dataclass(frozen=True, slots=True)
class GoldSpeech:
    """Who speaks in one attribution event.

    Args:
        event: The event's id in the annotation file.
        speaker: Its first speaker; ``None`` where the text names nobody.
        others: Further speakers of a joint statement.
        resolved_by: How the text refers to the speaker: name, pronoun, definite_np, …
    """

    event: str
    speaker: GoldSpeaker | None
    others: tuple[GoldSpeaker, ...]
    resolved_by: str


@dataclass(frozen=True, slots=True)
class GoldSpeakers:
    """The speakers of one article; ``article`` and ``annotation`` are file names."""

    article: str
    annotation: str
    speakers: tuple[GoldSpeaker, ...]
    speeches: tuple[GoldSpeech, ...]


def read_speakers(path: Path) -> tuple[GoldSpeakers, ...]:
    """The articles of a speakers file, in its order.

    Raises:
        ScoringError: The file cannot be read, is no JSON or lacks a field.
    """
    try:
        entries = json.loads(path.read_bytes())
        return tuple(_entry(entry) for entry in entries)
    except OSError as error:
        raise ScoringError(f"{path}: {system_reason(error)}") from error
    except (KeyError, TypeError, ValueError) as error:
        raise ScoringError(f"{path}: not a speakers file ({error!r})") from error


def _entry(entry: Mapping[str, Any]) -> GoldSpeakers:
    by_id = {row["id"]: _speaker(row) for row in entry["speakers"]}
    return GoldSpeakers(
        article=entry["article"],
        annotation=entry["annotation"],
        speakers=tuple(by_id.values()),
        speeches=tuple(
            GoldSpeech(
                event=row["event"],
                speaker=by_id.get(row["speaker"]),
                others=tuple(by_id[other] for other in row.get("also", ())),
                resolved_by=row["resolved_by"],
            )
            for row in entry["attributions"]
        ),
    )


def _speaker(row: Mapping[str, Any]) -> GoldSpeaker:
    return GoldSpeaker(
        name=row["name"],
        kind=SpeakerKind(row["kind"]),
        aliases=tuple(row["aliases"]),
        affiliations=tuple(
            Affiliation(
                role=affiliation["role"],
                organization=affiliation["organization"],
                evidence=Span(affiliation["start"], affiliation["end"]),
                former=affiliation.get("former", False),
            )
            for affiliation in row["affiliations"]
        ),
    )
