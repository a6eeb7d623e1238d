"""Authority files: known people and organizations with names, ids and affiliations, CSV or JSON."""

from __future__ import annotations

import calendar
import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from claims.claim import SpeakerKind
from claims.language.folding import fold
from claims.partial_date import UNKNOWN_DATE, PartialDate, Precision
from claims.system_error import system_reason

KINDS: Final = (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION)
COLUMNS: Final = (
    *("kind", "name", "aliases", "wikidata", "role", "organization", "since", "until", "parent"),
)
"""Of a CSV file; only ``name`` is required, and aliases are separated by ";"."""

_AFFILIATION: Final = ("role", "organization", "since", "until")
_KEYS: Final = ("kind", "name", "aliases", "wikidata", "identifiers", "affiliations", "parent")
_SAME: Final = {"posts": "affiliations"}
"""Keys of files written before, and what they are called now."""
_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_WIKIDATA: Final = re.compile(r"(?:https?://www\.wikidata\.org/(?:wiki|entity)/)?(Q[1-9][0-9]*)")


class AuthorityError(Exception):
    """An authority file cannot be read; the message names the file, the place and the reason."""


@dataclass(frozen=True, slots=True)
class KnownAffiliation:
    """A role and organization with the dates that the file gives."""

    role: str | None
    organization: str | None
    since: PartialDate = UNKNOWN_DATE
    until: PartialDate = UNKNOWN_DATE


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """A person or organization of an authority file.

    ``identifiers`` are pairs of scheme and value, such as ``("wikidata", "Q42")``; ``parent`` is
    the organization that an organization is a part of.
    """

    kind: SpeakerKind
    name: str
    aliases: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    affiliations: tuple[KnownAffiliation, ...] = ()
    parent: str | None = None


def read_authority(path: Path) -> list[KnownEntity]:
    """The people and organizations of a file; rows with the same name and ids are one.

    Raises:
        AuthorityError: The file cannot be read, or something in it cannot be understood.
    """
    suffix = path.suffix.casefold()
    if suffix not in (".csv", ".json"):
        raise AuthorityError(f"{path}: is neither a .csv nor a .json file")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise AuthorityError(f"{path}: {system_reason(error)}") from error
    except UnicodeDecodeError as error:
        raise AuthorityError(f"{path}: is not UTF-8 (byte {error.start:,})") from error
    read = _of_csv if suffix == ".csv" else _of_json
    found: dict[tuple[SpeakerKind, str, tuple[tuple[str, str], ...]], KnownEntity] = {}
    for place, known in _placed(path, read(path, text)):
        key = known.kind, fold(known.name), known.identifiers
        found[key] = _together(path, place, found[key], known) if key in found else known
    return list(found.values())


Placed = Iterator[tuple[str, Mapping[str, Any]]]


def _placed(path: Path, rows: Placed) -> Iterator[tuple[str, KnownEntity]]:
    for place, row in rows:
        try:
            yield place, _entity(row)
        except ValueError as error:
            raise AuthorityError(f"{path}, {place}: {error}") from None


def _of_csv(path: Path, text: str) -> Placed:
    lines = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        header = lines.fieldnames or ()
        names = [(name or "").strip().casefold() for name in header]
        if "name" not in names:
            raise AuthorityError(f"{path}: has no column 'name'")
        if unknown := [name for name in names if name not in COLUMNS]:
            known = ", ".join(COLUMNS)
            raise AuthorityError(f"{path}: column {unknown[0]!r} is unknown; use {known}")
        lines.fieldnames = names
        for row in lines:
            if None in row or None in row.values():
                raise AuthorityError(
                    f"{path}, line {lines.line_num}: has not as many cells as the header"
                )
            if not any(row.values()):
                continue
            aliases = [part.strip() for part in row.pop("aliases", "").split(";") if part.strip()]
            held = {key: row.pop(key, "") for key in _AFFILIATION}
            stated = {key: value for key, value in held.items() if value.strip()}
            yield (
                f"line {lines.line_num}",
                {**row, "aliases": aliases, "affiliations": [stated] if stated else []},
            )
    except csv.Error as error:
        raise AuthorityError(f"{path}, line {lines.line_num}: {error}") from error


def _of_json(path: Path, text: str) -> Placed:
    try:
        rows = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise AuthorityError(f"{path}: is not JSON ({error})") from error
    if not isinstance(rows, list):
        raise AuthorityError(f"{path}: is not a list of people and organizations")
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise AuthorityError(f"{path}, entry {number}: is not an object")
        yield f"entry {number}", row


def _entity(row: Mapping[str, Any]) -> KnownEntity:
    for before, key in _SAME.items():
        if before in row and key in row:
            raise ValueError(f"{before!r} and {key!r} are the same; use {key!r}")
    row = {_SAME.get(key, key): value for key, value in row.items()}
    if unknown := [key for key in row if key not in _KEYS]:
        raise ValueError(f"{unknown[0]!r} is unknown; use {', '.join(_KEYS)}")
    kind = _kind(_text(row, "kind") or "person")
    name = _named(_text(row, "name"), "name")
    parent = _text(row, "parent")
    if parent and kind is not SpeakerKind.ORGANIZATION:
        raise ValueError("only an organization has a parent")
    affiliations = tuple(map(_affiliation, _list(row, "affiliations", dict)))
    if affiliations and kind is not SpeakerKind.PERSON:
        raise ValueError("only a person has a role or an organization")
    return KnownEntity(
        kind=kind,
        name=name,
        aliases=tuple(dict.fromkeys(_named(each, "alias") for each in _list(row, "aliases", str))),
        identifiers=_identifiers(row),
        affiliations=affiliations,
        parent=_named(parent, "parent") if parent else None,
    )


def _kind(text: str) -> SpeakerKind:
    written = {"organisation": "organization"}.get(text.casefold(), text.casefold())
    if written not in KINDS:
        raise ValueError(f"kind {text!r} is neither person nor organization")
    return SpeakerKind(written)


def _identifiers(row: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    given = row.get("identifiers") or {}
    if not isinstance(given, dict) or not all(isinstance(v, str) for v in given.values()):
        raise ValueError("identifiers is not an object of texts")
    found = {scheme.casefold().strip(): value.strip() for scheme, value in given.items()}
    if wikidata := _text(row, "wikidata"):
        found["wikidata"] = wikidata
    if "wikidata" in found:
        match = _WIKIDATA.fullmatch(found["wikidata"])
        if match is None:
            raise ValueError(f"{found['wikidata']!r} is not a Wikidata id such as Q42")
        found["wikidata"] = match[1]
    if not all(found) or not all(found.values()):
        raise ValueError("an identifier is empty")
    return tuple(sorted(found.items()))


def _affiliation(row: Mapping[str, Any]) -> KnownAffiliation:
    if unknown := [key for key in row if key not in _AFFILIATION]:
        raise ValueError(
            f"{unknown[0]!r} is unknown in an affiliation; use {', '.join(_AFFILIATION)}"
        )
    role, organization = _text(row, "role"), _text(row, "organization")
    if not role and not organization:
        raise ValueError("an affiliation has neither role nor organization")
    if organization:
        _named(organization, "organization")
    since, until = _date(_text(row, "since")), _date(_text(row, "until"))
    if since.value and until.value and since.value > _last_day(until):
        raise ValueError(f"since {row['since']} is after until {row['until']}")
    return KnownAffiliation(role, organization, since, until)


def _date(text: str | None) -> PartialDate:
    if not text:
        return UNKNOWN_DATE
    match = _DATE.fullmatch(text)
    try:
        if match is None:
            raise ValueError
        year, month, day = match.groups()
        known = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
        return PartialDate(date(int(year), int(month or 1), int(day or 1)), known)
    except ValueError:
        raise ValueError(f"{text!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD") from None


def _last_day(known: PartialDate) -> date:
    assert known.value is not None, "only of a known date"
    if known.precision is Precision.DAY:
        return known.value
    month = 12 if known.precision is Precision.YEAR else known.value.month
    return date(known.value.year, month, calendar.monthrange(known.value.year, month)[1])


def _text(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"{key} is not a text")
    return " ".join(value.split()) or None


def _list(row: Mapping[str, Any], key: str, kind: Callable[..., Any]) -> list[Any]:
    values = row.get(key) or []
    if not isinstance(values, list) or not all(isinstance(v, kind) for v in values):  # type: ignore[arg-type]
        raise ValueError(f"{key} is not a list of {'texts' if kind is str else 'objects'}")
    return values


def _named(text: str | None, what: str) -> str:
    plain = " ".join((text or "").split())
    if not plain:
        raise ValueError(f"{what} is empty")
    if not fold(plain) or any("\ud800" <= char <= "\udfff" or char == "\0" for char in plain):
        raise ValueError(f"{plain!a} is not a name")
    return plain


def _together(path: Path, place: str, one: KnownEntity, other: KnownEntity) -> KnownEntity:
    """Two rows of one entity as one."""
    if one.parent and other.parent and fold(one.parent) != fold(other.parent):
        raise AuthorityError(f"{path}, {place}: {one.name} has another parent further up")
    return replace(
        one,
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        affiliations=tuple(dict.fromkeys((*one.affiliations, *other.affiliations))),
        parent=one.parent or other.parent,
    )
