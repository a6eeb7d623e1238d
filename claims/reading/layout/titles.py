"""Titles as pages print them: the headline, and the site's name behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from claims.language.word_lists import alternatives, lines, words
from claims.reading.layout import block_forms as forms

LONGEST_TITLE: Final = 500
"""Characters from which a line is no title and no outlet's name, whatever the page calls it."""

_SUFFIX: Final = re.compile(
    r"^(?P<title>.{8,}?)\s+(?P<mark>[|·•»]|-{1,2}|–|—|::)\s+(?P<site>[^|]{2,45})$"
)
_MARKS: Final = ("|", "·", "•", "»", " -", " –", " —", "::")
_AFTER_SITE: Final = (*"|·•»:", " -", " –", " —")
_BEHIND: Final = tuple("|·•»")
_SITE_WORD: Final = re.compile(
    rf"\b{alternatives(lines('pages/site_names', 'site word'))}\b|\.\w{{2,4}}$", re.IGNORECASE
)
_SECTIONS: Final = words("pages/site_names", "section")


def shortened(line: str | None) -> str | None:
    """A title or a name as one line, cut where it is longer than any is."""
    line = " ".join((line or "").split())
    return f"{line[:LONGEST_TITLE].rstrip()} …" if len(line) > LONGEST_TITLE else line or None


def is_outlet_name(line: str) -> bool:
    """Whether a line is the name of a news site: "The Evening Courier"."""
    parts = line.split()
    if not 2 <= len(parts) <= 5 or not all(map(_is_name_word, parts)):
        return False
    own = [part for part in parts if part.lower() not in _SECTIONS and part != "The"]
    telling = [part for part in own if not _SITE_WORD.fullmatch(part)]
    return len(telling) < len(own) and bool(telling or parts[0] == "The")


def parts_from(line: str, title: str) -> bool:
    """Whether a title line is the title with something behind a mark: a section, say."""
    return line.startswith(title) and line[len(title) :].lstrip().startswith(_BEHIND)


def is_headline(title: str, line: str) -> bool:
    """Whether a title is what a page's title line speaks of, not the site or section behind that.

    Args:
        title: What may be the headline.
        line: The page's own title, often with more behind it: "Headline | Section | Site".
    """
    words, named = forms.folded(title).split(), forms.folded(line).split()
    before, found, _ = line.partition(title)
    if found and before.rstrip().endswith(_MARKS) and 2 * len(words) < len(named):
        return False
    return 2 * len(set(words) & set(named)) >= len(set(words))


def split_site(titles: Sequence[str], text: str) -> tuple[str | None, str | None]:
    """The headline and the outlet that a page's title lines name.

    A name behind a title is an outlet if the title stands on the page without it too, if the
    page's copyright line has it, or if it reads as the name of a news site.

    Args:
        titles: The page's title lines, in order.
        text: The whole page.
    """
    if not titles:
        return None, None
    lines = [" ".join(title.split()) for title in titles]
    shortest = min(lines, key=len)
    for line in lines:
        rest = line[len(shortest) :].strip()
        if line.startswith(shortest) and re.match(r"[|·•»:–—-]", rest):
            site = rest.lstrip("|·•»:–—- ")
            if 0 < len(site.split()) <= 6:
                return shortest, site
    match = _SUFFIX.match(lines[0])
    if match and _is_site(match["site"], match["mark"], text):
        return match["title"], match["site"]
    return shortest, None


def split_prefix(title: str | None, text: str) -> tuple[str | None, str | None]:
    """The headline of "Outlet: Headline", if the text opens with that alone, and the outlet."""
    for line in text.lstrip().split("\n", 3)[:3] if title else ():
        line = " ".join(line.split())
        before = (title or "").removesuffix(line).rstrip()
        if line and before != title and before.endswith(_AFTER_SITE) and len(before.split()) <= 6:
            return line, before.rstrip(" |·•»:–—-") or None
    return title, None


def _is_site(name: str, mark: str, text: str) -> bool:
    """Whether the words behind a title's mark are the site's name."""
    parts = name.split()
    if len(parts) > 5 or not all(map(_is_name_word, parts)):
        return False
    if re.search(rf"(?:©|\bcopyright\b)[^\n]{{0,40}}{re.escape(name)}", text, re.IGNORECASE):
        return True
    # A dash also joins two halves of a headline; only a name then tells.
    return bool(_SITE_WORD.search(name)) and (mark in "|·•»" or len(parts) <= 4)


def _is_name_word(word: str) -> bool:
    """Whether a word can be part of a name: capitalized, or as short as "of"."""
    return word[0].isupper() or not word[0].isalpha() or len(word) <= 3
