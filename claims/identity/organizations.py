"""Names of organizations: what they are compared by, their acronyms, and the parent they name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import JaroWinkler

from claims.language.folding import fold
from claims.language.names import LINKING, acronyms_of, is_acronym
from claims.language.word_lists import pairs, words

_LEGAL: Final = words("names/legal_forms")
_SPELLING: Final = pairs("names/spellings_of_organizations")
_UNITS: Final = words("names/parts_of_organizations", "parts")
_WHOLES: Final = words("names/parts_of_organizations", "wholes")
_WITHIN: Final = re.compile(
    r"\s+(?:at|within|inside|under)\s+(?:the\s+)?(?=[^\W\d_])", re.IGNORECASE
)
_OF_THE: Final = re.compile(r"\s+of\s+(?:the\s+)?(?=[^\W\d_a-z])")
_OWNER: Final = re.compile(r"^(?:the\s+)?(?P<owner>.+?)['’]s?\s+(?P<part>\S.*)$", re.IGNORECASE)
_STATED: Final = r"\s*\((?:the\s+)?(?P<short>[A-Z][A-Z.&-]{1,9})\)"
_NEAR: Final = 0.94


@cache
def _known_letters() -> dict[str, str]:
    """Folded names that stand for another, with that one, folded too."""
    return {fold(short): fold(long) for short, long in pairs("names/acronyms").items()}


@lru_cache(maxsize=50_000)
def organization_key(name: str) -> str:
    """What spellings of one organization have in common: "The Widget Co., Inc." gives "widget".

    Case, accents, punctuation, "the", legal forms and British spelling do not count; names that
    everyone knows by their letters are written out.
    """
    plain = re.sub(r"(?<=\w)&(?=\w)", "", name.replace(".", "")).replace("&", " and ")
    folded = fold(re.sub(r"['’]s?\b", "", plain))
    folded = folded.removeprefix("the ")
    folded = _known_letters().get(folded, folded)
    words = [_SPELLING.get(word, word) for word in folded.split() if word not in LINKING]
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    return " ".join(words) or folded


def acronym(name: str) -> str | None:
    """The letters of a name written as an acronym, folded: "C.A.S.S." gives "cass"."""
    return fold(name.replace(".", "").replace("&", "")) if is_acronym(name) else None


def letters_of(name: str) -> frozenset[str]:
    """The acronyms that a name of several words can have, folded."""
    return frozenset(letters for letters in acronyms_of(name) if len(letters) >= 3)


def stated_acronym(text: str, name: str) -> str | None:
    """The acronym that a text gives in brackets after a name: "Institute of X (IX)"."""
    match = re.search(re.escape(name) + _STATED, text)
    return match.group("short") if match else None


def opens(short: str, long: str) -> bool:
    """Whether the words of one key, two or more, open the other: "carnegie endowment"."""
    few, many = short.split(), long.split()
    return 2 <= len(few) < len(many) and many[: len(few)] == few


def near(one: str, other: str) -> bool:
    """Whether two keys may be spellings of one: the same number of words, all but alike."""
    return (
        one != other
        and len(one.split()) == len(other.split()) > 1
        and JaroWinkler.similarity(one, other) >= _NEAR
        and not (set(re.findall(r"\d+", one)) ^ set(re.findall(r"\d+", other)))
    )


def parent_of(name: str) -> str | None:
    """The organization that a name says it is a part of.

    "China program at the Stimson Center" gives "Stimson Center", "Stanford's Hoover Institution"
    gives "Stanford", "Institute of Law of the Chinese Academy of Social Sciences" gives "Chinese
    Academy of Social Sciences". A name that only has "of" in it ("Bank of the West") gives None.
    """
    if found := _WITHIN.search(name):
        rest = name[found.end() :].strip()
        return rest if rest[:1].isupper() and found.start() > 0 else None
    if (owned := _OWNER.match(name)) and owned["owner"][:1].isupper():
        head = fold(owned["part"]).split()
        if owned["part"][:1].isupper() and len(head) > 1:
            return owned["owner"]
    for found in _OF_THE.finditer(name):
        before, after = fold(name[: found.start()]).split(), fold(name[found.end() :]).split()
        if _UNITS & set(_plain(before)) and _WHOLES & set(_plain(after)) and len(before) > 1:
            return name[found.end() :].strip()
    return None


def _plain(words: list[str]) -> list[str]:
    return [_SPELLING.get(word, word) for word in words]
