"""Bylines: which lines name authors, and who they are."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from claims.language.word_lists import all_words, alternatives, words
from claims.reading.layout.titles import is_outlet_name
from claims.reading.text.dates import DATE, without_dates

_PARTICLE: Final = (
    r"(?:de|da|del|della|dello|der|den|di|du|dos|das|van|von|zu|bin|bint|ibn|al|el|la|le|ter|ten|y)"
)
_TOKEN: Final = r"(?:(?:O|D|d|L|l|Al|al|El|el)[’'-])?[^\W\d_a-zà-öø-ÿ][\w’'.-]*"
_NAME: Final = re.compile(rf"(?:{_TOKEN})(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_TOKEN}){{1,4}}")
_OPENING: Final = re.compile(
    r"(?:(?:written|reported|story|words|posted|authored|article|analysis|opinion|commentary|text"
    r"|report|interview|submitted)\s+by|by|author|authors)(?:\s*[:|]\s*|\s+|$)",
    re.IGNORECASE,
)
_CREDIT_OPENING: Final = re.compile(
    r"\(?(?:(?:with|additional|further|contributing|original|research|photo(?:graph)?s?|video"
    r"|graphics?|and|&)\s+)*(?:reporting|reported|writing|written|editing|edited|research|compiled"
    r"|translation|translated|produced|production|photographs?|photography|graphics?|video)"
    r"(?:\s+(?:and|&)\s+(?:reporting|writing|editing|research|photographs|additional reporting))*"
    r"\s+(?:from\s+.{2,40}\s+)?(?:by|from)\b\s*:?\s*",
    re.IGNORECASE,
)
_SEPARATOR: Final = re.compile(r"\s*(?:[,;|/&·•]|\band\b|\bwith\b|\s[–—-]\s|\()\s*", re.IGNORECASE)
_BETWEEN_NAMES: Final = re.compile(r",\s+(?:and\s+)?|\s+(?:and|&)\s+")
_SHIFT: Final = re.compile(rf"\s*\({alternatives(sorted(words('pages/bylines', 'shift')))}\)")
_BAR: Final = re.compile(r"\s*[|•·]\s*")
_PLACE: Final = re.compile(r"\s+(?:in|for|at|from|of|on)\b.*$", re.DOTALL)
_ALLOWED: Final = words("pages/bylines", "beside names")
_NOT_A_NAME: Final = words("pages/bylines", "no part of a name")
_TAIL: Final = _NOT_A_NAME.union(
    _ALLOWED, words("pages/bylines", "date word"), words("pages/bylines", "credential")
)
_BIOGRAPHY: Final = re.compile(r"\s+(?:is|was|has|covers|writes|reports)\s.*$", re.DOTALL)
_LONGEST_WORDS: Final = 40
_OTHER_SCRIPT: Final = re.compile(r"[^\W\d_a-zA-ZÀ-ɏ]")
_WORD: Final = re.compile(r"[^\W\d_][\w’'.-]*")
_DIGIT: Final = re.compile(r"\d")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.-?)+")


def is_byline(line: str) -> bool:
    """Whether a line says who wrote the article: "By Name Name in Place"."""
    match = _OPENING.match(line)
    if match is None:
        return False
    rest = line[match.end() :].strip()
    return not rest or (is_name_list(rest) and len(rest.split()) <= _LONGEST_WORDS)


def is_dated_byline(line: str) -> bool:
    """Whether a line says who wrote the article, whatever dates stand before or behind it."""
    return is_byline(without_dates(line).strip(" |•·,–—-"))


def is_reporting_credit(line: str) -> bool:
    """Whether a line names further hands: "Reporting by Name; editing by Name"."""
    match = _CREDIT_OPENING.match(line)
    if match is None:
        return False
    parts = (part for part in re.split(r"[;.]\s+", line[match.end() :]) if part)
    return all(is_name_list(_CREDIT_OPENING.sub("", part)) for part in parts)


def is_name_list(text: str, allowed: frozenset[str] = frozenset()) -> bool:
    """Whether a text holds names, places and words such as "correspondent", and no sentence.

    Args:
        allowed: Further words in lower case that may stand beside the names.
    """
    tokens = _WORD.findall(text)
    if not tokens or len(tokens) > _LONGEST_WORDS:
        return False
    for word in tokens:
        plain = word.rstrip(".").lower()
        known = plain in _ALLOWED or plain in allowed or re.fullmatch(_PARTICLE, plain)
        if word[0].islower() and not known and f"@{word}" not in text:
            return False
    return any(word[0].isupper() or not word[0].isascii() for word in tokens)


def is_bare_name(line: str) -> bool:
    """Whether a line is the names of persons and nothing else: "Liv Dahl (now) and Per Moe"."""
    names = _BETWEEN_NAMES.split(_SHIFT.sub("", line))
    return all(_NAME.fullmatch(name) is not None and _is_person(name) for name in names)


def names_persons(line: str) -> bool:
    """Whether a line is the names of persons beyond doubt, without a date or "by" beside it.

    The first begins with a usual given name or initials, no surname is a word that is common in
    news ("Grace Under Pressure"), and no given name follows a surname, as where names of two stand
    side by side.
    """
    if not is_bare_name(line):
        return False
    names = [_capitalized(name) for name in _BETWEEN_NAMES.split(line)]
    first, *_ = line.split()
    return (
        (_INITIALS.fullmatch(first) is not None or _is_given(first))
        and all_words("comparison/common").isdisjoint(one.lower() for name in names for one in name)
        and not any(map(_is_of_two, names))
    )


def _capitalized(name: str) -> list[str]:
    return [one for one in name.split() if one[0].isupper() and not _INITIALS.fullmatch(one)]


def _is_of_two(name: list[str]) -> bool:
    """Whether a given name follows one that is none."""
    given = [_is_given(one) for one in name]
    return any(one and not before for before, one in pairwise(given))


def authors(line: str) -> tuple[str, ...]:
    """The persons a byline names, without places, outlets and functions."""
    match = _OPENING.match(line)
    rest = line[match.end() :] if match else line
    if _DIGIT.search(rest):
        rest = DATE.sub(", ", rest)  # a month would be taken for the end of a name
    found: list[str] = []
    own, *behind = _BAR.split(rest)
    parts = [(part, False) for part in _SEPARATOR.split(own)]
    parts += [(part, True) for one in behind for part in _SEPARATOR.split(one)]
    for part, outside in parts:
        name = _PLACE.sub("", _BIOGRAPHY.sub("", part)).strip(" .:)–—-")
        opening = _OPENING.match(name)
        name = _without_tail(name[opening.end() :] if opening else name)
        if _is_outlet(part) or (outside and found and not _is_given(name)):
            continue  # behind a bar stands the outlet more often than another author
        if _NAME.fullmatch(name) and _is_person(name):
            found.append(_cased(name))
    return tuple(dict.fromkeys(found))


def persons(line: str) -> tuple[str, ...]:
    """The persons that metadata name as authors in one place."""
    # Scripts without capitals and spaces do not tell names from other words.
    return authors(line) or ((line,) if _OTHER_SCRIPT.search(line) else ())


def _is_outlet(part: str) -> bool:
    """Whether a part of a line is an outlet's name, and no person with a role behind the name."""
    last = part.split()[-1:]
    role = bool(last) and _plain(last[0]) in words("pages/bylines", "role")
    return not role and not _is_given(part.strip()) and is_outlet_name(part.strip())


def _is_given(name: str) -> bool:
    """Whether a name begins with a usual given name."""
    first = name.partition(" ")[0].lower()
    return first in words("names/men") or first in words("names/women")


def _without_tail(name: str) -> str:
    """A name without the roles, degrees and dates that pages run together with it."""
    parts = name.split()
    while len(parts) > 2 and (_plain(parts[-1]) in _TAIL or not parts[-1][0].isalpha()):
        parts.pop()
    return " ".join(parts)


def _plain(word: str) -> str:
    return word.replace(".", "").strip(",:").lower()


def _is_person(name: str) -> bool:
    parts = [word.strip(".").lower() for word in name.split()]
    return parts[0] != "the" and not any(part in _NOT_A_NAME for part in parts)


def _cased(name: str) -> str:
    """A name printed in capitals, as names are written."""
    if not name.isupper() or len(name) < 5:
        return name
    return " ".join(word if len(word) <= 2 else word.title() for word in name.split())
