"""Titles as pages print them: the headline, and the site's name behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SUFFIX = re.compile(r"^(?P<title>.{8,}?)\s+(?P<mark>[|·•»]|-{1,2}|–|—|::)\s+(?P<site>[^|]{2,45})$")
_SITE_WORDS = re.compile(
    r"\b(?:news|times|post|journal|herald|tribune|guardian|reuters|ap|afp|bbc|cnn|npr|cnbc|nbc|abc"
    r"|cbs|pbs|fox|today|daily|weekly|gazette|chronicle|magazine|review|press|monitor|telegraph"
    r"|observer|independent|mail|express|standard|star|sun|globe|bulletin|dispatch|courier|register"
    r"|sentinel|inquirer|examiner|economist|atlantic|diplomat|politico|bloomberg|axios|wire|radio"
    r"|tv|television|online|media|blog|digest|world|report|reporter|insider|sputnik|xinhua|tass"
    r"|interfax|jazeera|deutsche welle|dw|wsj|nyt|france ?24)\b|\.\w{2,4}$",
    re.IGNORECASE,
)


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


def _is_site(name: str, mark: str, text: str) -> bool:
    words = name.split()
    if len(words) > 5 or not all(
        w[0].isupper() or not w[0].isalpha() or len(w) <= 3 for w in words
    ):
        return False
    if re.search(rf"(?:©|\bcopyright\b)[^\n]{{0,40}}{re.escape(name)}", text, re.IGNORECASE):
        return True
    # A dash also joins two halves of a headline; only a name then tells.
    return bool(_SITE_WORDS.search(name)) and (mark in "|·•»" or len(words) <= 4)
