"""Captions and photo credits, known by the credit they end with or by how agencies open them."""

from __future__ import annotations

import re
from typing import Final

from claims.article import SegmentKind
from claims.language.word_lists import alternatives, lines, words
from claims.reading.layout.bylines import is_name_list

_AGENCY: Final = alternatives(lines("pages/agencies", "agency"))
_NAME: Final = r"[^\W\d_][\w.'’-]*(?:[ -](?:[^\W\d_][\w.'’-]*)){0,5}"
_VIA: Final = r"(?:,? (?:via|for|/|—|-) ?(?:[\w&.’'-]+[ /]?){1,5})?"

_AT_END: Final = (
    # Credit…Name/Agency, Photo credit: Name
    r"(?i:(?:photo(?:graph)?|image|picture|illustration|video|graphic)?\s?\bcredits?"
    r"\s?(?:…|\.{2,3}|:|\|))\s?[^\n]{2,90}",
    r"(?i:\b(?:photo(?:graph)?s?|images?|picture|illustration|pic|foto)"
    r"\s?(?:by\s|courtesy(?: of)?\s?|:))\s?[^.!?\n]{2,80}",
    # Name Name/Agency, via Agency
    rf"{_NAME}\s?/\s?{_AGENCY}{_VIA}",
    rf"\b(?:AP|REUTERS|AFP|Reuters|EPA|Getty|GETTY|TASS)(?: (?:Photo|PHOTO|Images))?\s?/\s?"
    rf"{_NAME}(?:/{_NAME})*{_VIA}",
    rf"\bvia {_AGENCY}",
    r"\bGetty Images|\bShutterstock(?:\.com)?|\bAP Photo|\b(?:AFP|Reuters) Photo"
    r"|\((?i:file photo|file|pool|handout|reuters file|ap file|illustrative)\)|\bFile photo",
)
_CREDIT_END: Final = re.compile("(?:" + "|".join(_AT_END) + r")[.)\]]?\s*$")
# (AP Photo/Name), (Photo by Name/Agency via Agency), [Name/Agency]
_IN_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]\n]{3,90})[)\]]\.?\s*$")
_BRACKET_SIGN: Final = re.compile(
    rf"\b(?:photos?|images?|courtesy|handout|screenshot|screengrab|photographs?|picture)\b"
    rf"|/\s?{_AGENCY}\b|\b{_AGENCY}\s?/|\bvia\s{_AGENCY}|\bGetty Images\b",
    re.IGNORECASE,
)
# A credit has one of these; asking so is far cheaper than the expressions.
_HINTS: Final = (
    "/",
    "credit",
    "photo",
    "image",
    "getty",
    "shutterstock",
    "via ",
    "courtesy",
    "picture",
    "illustration",
    "foto",
    "pic:",
    "pic by",
    "(file",
    "(pool",
    "handout",
    "screen",
    "(illus",
)
_CREDIT_FIRST: Final = re.compile(
    r"(?:photo(?:graph)?s?|image|picture|illustration|video|graphic)?\s?credits?\s?(?:…|\.{2,3}|:|\|)|"
    r"(?:photo(?:graph)?s?|image|picture|illustration)\s?(?:by|courtesy|credit|:)",
    re.IGNORECASE,
)
_CAPTION_FIRST: Final = re.compile(
    r"FILE(?: (?:PHOTO|IMAGE))?\s?[-–—:]"
    r"|(?:File )?(?:photo|image|picture|caption|illustration|foto)\s?[:|]\s?\S"
    r"|(?:In )?[Tt]his (?:(?:undated|file|handout|combination|screen ?grab|satellite|aerial|\w+ \d+"
    r"(?:, \d{4},?)?) )*(?:photo|image|picture|photograph|frame grab|screen ?grab|screenshot)s?\b"
    r"[^.]{0,80}(?:\bshows?\b|\bprovided by\b|\breleased by\b|\btaken\b|,)"
)
_LOOKS_CAPTION: Final = re.compile(
    r"\((?:left|right|center|centre|top|bottom|above|seated|pictured|front|rear|back|second|third"
    r"|from)\b[^)]{0,40}\)|,? (?:left|right|center|centre),|\bpictured\b|\bfile photo\b"
    r"|\bseen (?:here|above|in)\b|\b(?:is|are) seen\b|\bstands? (?:next|beside|outside|with)\b"
    r"|\bposes? (?:with|for)\b",
    re.IGNORECASE,
)
_MARKER: Final = re.compile(
    r"(?:image|photo|picture|open image in gallery|view image in fullscreen)", re.I
)
_CREDIT_WORDS: Final = words("pages/bylines", "beside names in photo credits")
_LONGEST_CAPTION: Final = 900
_LONGEST_CREDIT: Final = 160


def caption_kind(text: str) -> SegmentKind | None:
    """``CREDIT`` for a credit alone, ``CAPTION`` for words that end in one or open as one."""
    if len(text) > _LONGEST_CAPTION:
        return None
    start = _credit_start(text)
    if start is not None:
        before = text[:start].rstrip()
        if not before:
            return SegmentKind.CREDIT if len(text) <= _LONGEST_CREDIT else None
        if _stands_apart(before, text[start:]):
            return SegmentKind.CAPTION
    return SegmentKind.CAPTION if _CAPTION_FIRST.match(text) else None


def _credit_start(text: str) -> int | None:
    """Where the photo credit begins that a text ends with."""
    offset = max(0, len(text) - _LONGEST_CREDIT)
    tail = text[offset:].lower()
    if not any(hint in tail for hint in _HINTS):
        return None
    bracket = _IN_BRACKETS.search(text, offset)
    if bracket and _BRACKET_SIGN.search(bracket[1]) and is_name_list(bracket[1], _CREDIT_WORDS):
        return bracket.start()
    match = _CREDIT_END.search(text, offset)
    # "Photographs by the dozen" opens as a credit does; only names make it one.
    return match.start() if match and is_name_list(match[0], _CREDIT_WORDS) else None


def is_photo_marker(text: str) -> bool:
    """Whether a line is the word that a page puts above its pictures for screen readers."""
    return _MARKER.fullmatch(text.strip()) is not None


def reads_as_caption(text: str) -> bool:
    """Whether words before a separate credit line say of themselves that they show a picture."""
    return len(text) <= 400 and _LOOKS_CAPTION.search(text) is not None


def _stands_apart(before: str, credit: str) -> bool:
    """Whether a credit is set off from the words before it, not a part of their sentence."""
    return (
        before[-1] in ".!?”\"’'…|)]—–-:" or credit[0] in "([" or bool(_CREDIT_FIRST.match(credit))
    )
