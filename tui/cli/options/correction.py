"""A correction as the command line gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

import click

from claims.claim import ClaimType, Span, SpeakerKind

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.review.actions import Correction
    from db.review.corrections import WrittenAffiliation

_OFFSETS: Final = re.compile(r"(\d+)-(\d+)")


@dataclass(frozen=True, slots=True)
class Given:
    """The options of ``claims review correct``; what is empty was not given."""

    content: tuple[str, ...]
    cue: tuple[str, ...]
    no_cue: bool
    source: tuple[str, ...]
    no_source: bool
    type: str | None
    speakers: tuple[str, ...]
    no_speaker: bool
    kind: str | None
    roles: tuple[str, ...]
    organizations: tuple[str, ...]
    no_affiliation: bool


def correction(engine: Engine, numbers: list[int], given: Given) -> Correction:
    """The correction that the options make.

    Args:
        engine: Of the archive.
        numbers: The claims; words are looked for next to the first of them.
        given: The options.

    Raises:
        click.UsageError: Nothing is given, or options exclude each other.
        ReviewError: Words do not stand in the article.
    """
    from db.review.actions import Correction

    _check(given)
    return Correction(
        type=None if given.type is None else ClaimType(given.type),
        content=_spans(engine, numbers, "content", given.content) or None,
        cue=() if given.no_cue else _spans(engine, numbers, "cue", given.cue) or None,
        source=() if given.no_source else _spans(engine, numbers, "source", given.source) or None,
        names=() if given.no_speaker else given.speakers or None,
        kind=None if given.kind is None else SpeakerKind(given.kind),
        affiliations=_affiliations(given),
    )


def _check(given: Given) -> None:
    for flag, values, option in (
        (given.no_cue, given.cue, "cue"),
        (given.no_source, given.source, "source"),
        (given.no_speaker, given.speakers, "speaker"),
        (given.no_affiliation, given.roles or given.organizations, "affiliation"),
    ):
        if flag and values:
            raise click.UsageError(f"--no-{option} excludes giving one")
    if not any(getattr(given, name) for name in Given.__dataclass_fields__):
        raise click.UsageError("nothing is given to correct")


def _affiliations(given: Given) -> list[WrittenAffiliation] | None:
    if given.no_affiliation:
        return []
    if not given.roles and not given.organizations:
        return None
    return [*zip_longest(given.roles, given.organizations, fillvalue="")]


def _spans(engine: Engine, numbers: list[int], part: str, given: tuple[str, ...]) -> list[Span]:
    """Places, or words as near as possible to where that part of the claim is."""
    from db.review.find_words import find_words

    spans: list[Span] = []
    for piece in given:
        offsets = _OFFSETS.fullmatch(piece)
        if offsets is not None:
            spans.append(Span(int(offsets[1]), int(offsets[2])))
        else:
            spans.append(find_words(engine, numbers[0], part, piece))
    return sorted(spans)
