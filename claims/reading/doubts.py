"""Signs that a text was not read whole, for the user to look at the file."""

from __future__ import annotations

import re
from typing import Final

from claims.article import Article, SegmentKind
from claims.reading.layout import block_forms as forms
from claims.reading.layout.titles import LONGEST_TITLE

_CUT_OFF: Final = re.compile(r"[\w,–—-]$")
_PARAGRAPH_WORDS: Final = 12
_FEWEST: Final = 3
_SHARE: Final = 0.25


def doubt(article: Article) -> str | None:
    """Why an article may lack parts of its text or title, None if nothing says so.

    Sound paragraphs end as sentences do, or in a colon. Headings, lists and short lines do not
    count: they end as they like.
    """
    if article.title is not None and len(article.title) > LONGEST_TITLE:
        return f"its title is longer than {LONGEST_TITLE} characters and was cut"
    texts = [
        article.text[one.start : one.end]
        for one in article.segments
        if one.kind is SegmentKind.PARAGRAPH
    ]
    prose = [
        text
        for text in texts
        if len(text.split()) >= _PARAGRAPH_WORDS and not forms.LIST_ITEM.match(text)
    ]
    cut = sum(_CUT_OFF.search(text) is not None for text in prose)
    if cut < _FEWEST or cut < _SHARE * len(prose):
        return None
    return (
        f"{cut} of {len(prose)} paragraphs stop in mid-sentence; parts of the text may be missing"
    )
