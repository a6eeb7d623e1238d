"""The filter line to a query: the keys come from `FIELDS`."""

from __future__ import annotations

import difflib
from typing import Any, Final

from claims.review import ReviewState
from db.query.fields.field import ValueForm
from db.query.grammar import EVER, INCLUDE, IS, NOT, ORG, REVIEW, SEARCH, QueryError, terms
from db.query.model import FIELDS, FLAGS, OLDEST_FIRST, ClaimQuery

FILTER_KEYS: Final = tuple(
    dict.fromkeys(
        key
        for field in FIELDS
        for key in ((IS, NOT) if field.form is ValueForm.EITHER else (field.key,))
    )
)
"""The keys of a filter line, without the colon, in the order in which they are offered."""

_SWITCHES: Final = {
    field.write(True): field.name
    for field in FIELDS
    if field.form is ValueForm.SWITCH and field.key == INCLUDE
}
"""What is switched on in a line after `INCLUDE`, by what it is called there."""

BY_KEY: Final = {
    field.key: field
    for field in FIELDS
    if field.form is not ValueForm.EITHER and field.name not in _SWITCHES.values()
}
"""Filters by their key, flags and those of `_SWITCHES` aside."""

_INCLUDED: Final = BY_KEY[INCLUDE].suggested

_SAME: Final = {f"-{IS}": NOT} | {alias: one.key for one in FIELDS for alias in one.aliases}


def canonical(key: str) -> str:
    """A key by the name that lines are written with, whichever name it was given by."""
    written = key.casefold()
    return _SAME.get(written, written)


def split_filter(line: str) -> list[tuple[str, str]]:
    """Key and value of each term, in order; search words come as one last pair.

    Raises:
        QueryError: An unknown key, or a key without a value.
    """
    pairs: list[tuple[str, str]] = []
    words: list[str] = []
    for written, value in terms(line):
        name = SEARCH if written is None else _known(written)
        if not value.strip():
            raise QueryError(f"{name}: has no value")
        if name == SEARCH:
            words.append(value)
        else:
            pairs.append((name, value))
    if words:
        pairs.append((SEARCH, " ".join(words)))
    return pairs


def _known(written: str) -> str:
    """The canonical key."""
    name = canonical(written)
    if name in FILTER_KEYS:
        return name
    near = difflib.get_close_matches(written, [*FILTER_KEYS, *_SAME], n=1)
    hint = f"did you mean {near[0]}: ?" if near else "put it in quotes to search for it"
    raise QueryError(f"unknown filter {written}: ({hint})")


def parse_filter(line: str, order: str = OLDEST_FIRST) -> ClaimQuery:
    """The query of a filter line such as ``speaker:gabuev type:direct since:2023 "gas pipeline"``.

    Words and phrases without a key are searched for in the content. Keys of which any one value is
    enough may be repeated. ``is:negated`` asks for a flag, ``not:negated`` or ``-is:negated`` for
    its absence; ``is:rejected`` is ``review:rejected``, and ``not:rejected`` what holds anyway.

    Args:
        line: As it was typed.
        order: What to sort by where the line does not say.

    Raises:
        QueryError: An unknown key, a key given twice, or a value that cannot be understood.
    """
    several: dict[str, list[Any]] = {}
    ever = False
    flags: dict[str, bool] = {}
    not_rejected = False
    switched: dict[str, bool] = {}
    single: dict[str, Any] = {}
    for key, value in split_filter(line):
        if key == IS and value.casefold() == ReviewState.REJECTED:
            key = REVIEW
        if key == INCLUDE and value.casefold() in _SWITCHES:
            switched[_SWITCHES[value.casefold()]] = True
        elif key == NOT and value.casefold() == ReviewState.REJECTED:
            not_rejected = True
        elif key in (IS, NOT):
            flag = _flag(key, value)
            if flags.setdefault(flag, key == IS) != (key == IS):
                raise QueryError(f"{IS}:{flag} and {NOT}:{flag} exclude each other")
        elif key == INCLUDE and value.casefold() not in _INCLUDED:
            raise QueryError(f"{key}:{value} is unknown; use one of {', '.join(_INCLUDED)}")
        elif (field := BY_KEY[ORG if key == EVER else key]).several:
            if field.key == ORG:
                if several.get(field.name) and ever != (key == EVER):
                    raise QueryError(f"{ORG}: and {EVER}: exclude each other")
                ever = key == EVER
            several.setdefault(field.name, []).append(field.read(value))
        elif field.name in single:
            raise QueryError(f"{key}: is given twice")
        else:
            single[field.name] = field.read(value)
    listed = {name: tuple(values) for name, values in several.items()}
    if not_rejected and (switched or ReviewState.REJECTED in listed.get("reviews", ())):
        raise QueryError(f"{NOT}:rejected excludes {INCLUDE}:rejected and {REVIEW}:rejected")
    return ClaimQuery(ever=ever, **{"sort": order} | listed | single | flags | switched)


def _flag(key: str, value: str) -> str:
    flag = value.casefold()
    if flag not in FLAGS:
        known = ", ".join((*FLAGS, ReviewState.REJECTED))
        raise QueryError(f"{key}:{value} is unknown; use one of {known}")
    return flag
