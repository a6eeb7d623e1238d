"""What news pages say around their articles: whole lines known by their words."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from claims.article import SegmentKind
from claims.language.word_lists import alternatives, sections

_WORDS: Final = sections("pages/furniture")
_PLATFORM: Final = alternatives(_WORDS["platform"])


def _any_of(section: str) -> re.Pattern[str]:
    """What a line in lower case is asked for: to pass over case takes twice as long."""
    return re.compile(alternatives(one.replace("<platform>", _PLATFORM) for one in _WORDS[section]))


_KINDS: Final = tuple((kind, _any_of(kind)) for kind in SegmentKind if kind in _WORDS)
_OPENS_COMMENTS: Final = _any_of("opens comments")
_COMMENT_SIGN: Final = _any_of("comment sign")
_OPENS_LIST: Final = _any_of("opens list")
_TELLING: Final = alternatives(_WORDS["share word, telling"])
_SHARE_TELLING: Final = re.compile(rf"\b{_TELLING}(?!\w)")
_SHARE_BAR: Final = re.compile(
    rf"(?:(?:{_TELLING}|{alternatives(_WORDS['share word'])})(?: ?\d[\d,.]*[km]?)?"
    r"(?:[\s,|/·•:.+&-]+|$))+"
)
_SHARE_LEAD: Final = re.compile(r"share (?:this|on|via|with|the|to|article|story|:).{0,60}")
_MENU_MARK: Final = re.compile(r"\s*[|›»>•·→]\s*|\s/\s")
_MENU_SIGN: Final = re.compile(r"[|›»>•·→/]")
_LONGEST: Final = 420
_UNPRINTED: Final = ("So", "Sk", "Cf", "Co", "Cn", "Cs", "Cc")


class _Dropped(dict[int, str | int]):
    """Maps what is not printed to a space, and symbols but those of money, mathematics and "©"."""

    def __missing__(self, code: int) -> str | int:
        kept = chr(code) == "©" or unicodedata.category(chr(code)) not in _UNPRINTED
        self[code] = code if kept else " "
        return self[code]


_DROPPED: Final = _Dropped()


def tidy(text: str) -> str:
    """A line without bullets, arrows, emoji and surplus space at its ends, for comparison."""
    return " ".join(text.translate(_DROPPED).split()).strip(" -–—:»«›‹•·|>*.")


def furniture_kind(text: str) -> SegmentKind | None:
    """What a block is that is page furniture by its own words, else None."""
    if len(text) > _LONGEST:
        return None
    line = tidy(text).lower()
    if not any(map(str.isalnum, line)):
        return SegmentKind.JUNK
    if len(line) <= 200 and (_is_share_bar(line) or _SHARE_LEAD.fullmatch(line)):
        return SegmentKind.JUNK
    if _is_menu(line):
        return SegmentKind.JUNK
    return next((kind for kind, known in _KINDS if known.fullmatch(line)), None)


def _is_menu(line: str) -> bool:
    """Whether a line is a menu or a trail of sections: "Home | World | Economy"."""
    if _MENU_SIGN.search(line) is None:
        return False
    parts = _MENU_MARK.split(line)
    if len(parts) < 3 or any(map(str.isdigit, line)):
        return False
    return parts[0] == "home" or all(1 <= len(part.split()) <= 3 for part in parts)


def _is_share_bar(line: str) -> bool:
    """Whether a line is made of the words of share buttons, at least one of them telling."""
    return _SHARE_BAR.fullmatch(line) is not None and _SHARE_TELLING.search(line) is not None


def opens_comments(text: str) -> bool:
    """Whether a line heads the readers' comments."""
    return _OPENS_COMMENTS.fullmatch(tidy(text).lower()) is not None


def opens_list(text: str) -> bool:
    """Whether a line heads a list of other articles or an author's biography."""
    line = tidy(text).lower()
    return len(line) <= 60 and _OPENS_LIST.match(line) is not None


def is_comment_sign(text: str) -> bool:
    """Whether a line belongs to a reader's comment: "Name says:", "Reply", "3 hours ago"."""
    return len(text) <= 80 and _COMMENT_SIGN.fullmatch(tidy(text).lower()) is not None
