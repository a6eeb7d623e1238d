"""``polnear-train-affiliations.json``: what articles state of everybody whom they name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.claim import Affiliation, Span, SpeakerKind
from claims.scoring.files.errors import ScoringError
from claims.scoring.files.speakers_file import GoldSpeaker, GoldSpeakers
from claims.system_error import system_reason


@dataclass(frozen=True, slots=True)
class GoldAffiliations:
    """What one article states.

    Args:
        use: "learn", or "test" where nothing may be learned or tuned.
        stated: Every named person as a speaker, without speeches.
        speaking: The names of those who speak.
    """

    use: str
    stated: GoldSpeakers
    speaking: frozenset[str]


def read_affiliations(path: Path, corpus: Path) -> tuple[GoldAffiliations, ...]:
    """The articles of an affiliations file, in its order.

    Args:
        path: Of the file.
        corpus: Gold folder that has the articles.

    Raises:
        ScoringError: A file cannot be read, is no JSON or lacks a field.
    """
    try:
        entries = json.loads(path.read_bytes())
        return tuple(
            _entry(entry, (corpus / "text" / entry["article"]).read_text(encoding="utf-8"))
            for entry in entries
        )
    except OSError as error:
        raise ScoringError(f"{error.filename or path}: {system_reason(error)}") from error
    except (KeyError, TypeError, ValueError) as error:
        raise ScoringError(f"{path}: not an affiliations file ({error!r})") from error


def _entry(entry: Mapping[str, Any], text: str) -> GoldAffiliations:
    people = entry["people"]
    speakers = tuple(
        GoldSpeaker(
            row["name"],
            SpeakerKind.PERSON,
            (),
            tuple(_affiliation(one, text) for one in row["affiliations"]),
        )
        for row in people
    )
    speaking = frozenset(row["name"] for row in people if row["speaks"])
    stated = GoldSpeakers(entry["article"], entry["annotation"], speakers, ())
    return GoldAffiliations(entry["use"], stated, speaking)


def _affiliation(row: Mapping[str, list[int] | None], text: str) -> Affiliation:
    role, body = row["role"], row["organization"]
    spans = [span for span in (role, body) if span is not None]
    evidence = Span(min(start for start, _ in spans), max(end for _, end in spans))
    return Affiliation(_words(role, text), _words(body, text), evidence)


def _words(span: list[int] | None, text: str) -> str | None:
    return None if span is None else " ".join(text[span[0] : span[1]].split())
