"""How values are put into words on the screen: one wording for the table, the panes and reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from claims.article import shown_title

if TYPE_CHECKING:
    # The command line uses this module before it loads a database.
    from claims.partial_date import PartialDate
    from db.claims.view import ClaimRow

NOTHING: Final = "–"


def dated(when: PartialDate) -> str:
    """A date as exactly as it is known: ``2023-05-10``, ``2023-05``, ``2023`` or a dash."""
    return when.as_known or NOTHING


def published(row: ClaimRow) -> str:
    """When the claim's article was published."""
    return dated(row.published)


def each_once(values: Sequence[str]) -> list[str]:
    """The values that say something, each once, in order."""
    return [value for value in dict.fromkeys(values) if value]


def speakers(row: ClaimRow) -> str:
    """Who speaks; the source as written, in brackets, if nobody is known by name."""
    names = each_once(row.names)
    if names:
        return "; ".join(names)
    return f"({row.source})" if row.source else NOTHING


def affiliations(row: ClaimRow) -> str:
    """The affiliations of a claim's speakers, in their order."""
    stated = [each.in_words for speaker in row.speakers for each in speaker.affiliations]
    return "; ".join(each_once(stated))


def article(row: ClaimRow) -> str:
    """The article's title; the name of its file, if it has none."""
    return shown_title(row.article_title, row.article_path)


def origin(row: ClaimRow) -> list[str]:
    """Where a claim stands: when and by whom its article was published, as far as that is known,
    and last what the article is called."""
    return [*filter(None, (row.published.as_known, row.outlet)), article(row)]


def heading(row: ClaimRow, *, who: bool = False, own: bool = False) -> tuple[str, str]:
    """What stands over a claim: who says it, when and where, how, how surely, and the verdict.

    Args:
        row: The claim.
        who: Its speaker is to be named, as nothing around it does.
        own: It stands in its own article, so that nothing of that is told again.

    Returns:
        The facts that are known, and what the article is called, which may have to be shortened.
    """
    *published, title = ["", ""] if own else origin(row)
    facts = [
        speakers(row) if who and speakers(row) != NOTHING else "",
        *published,
        row.type,
        *nature(row),
        " ".join(row.cue.split()),
        f"{row.confidence:.2f}",
        verdict(row),
    ]
    return " · ".join(filter(None, facts)), title


def nature(row: ClaimRow) -> list[str]:
    """What kind of claim it is: ``belief``, ``prediction``, ``hedged``, ``negated``."""
    flags = ("prediction", row.prediction), ("hedged", row.hedged), ("negated", row.negated)
    return [*filter(None, [row.cue_class]), *(word for word, holds in flags if holds)]


def byline(names: Sequence[str]) -> str:
    """``by One, Another``; empty without names."""
    return f"by {', '.join(names)}" if names else ""


def counted(number: int, noun: str) -> str:
    """``1 claim``, ``12,345 claims``, ``9 classes``, ``2 stories``."""
    if number == 1:
        return f"1 {noun}"
    if noun.endswith("story"):
        return f"{number:,} {noun[:-1]}ies"
    return f"{number:,} {noun}{'es' if noun.endswith('s') else 's'}"


def numbers(shown: int, total: int, selected: int, rejected: int = 0) -> str:
    """``12 of 1,000 claims · 2 rejected hidden · 3 marked``; the total is at least what is
    shown."""
    told = [f"{shown:,} of {counted(max(total, shown), 'claim')}"]
    if rejected:
        told.append(f"{rejected:,} rejected hidden")
    if selected:
        told.append(f"{selected:,} marked")
    return " · ".join(told)


_GLYPHS: Final = {"machine": " ", "accepted": "✓", "corrected": "✎", "rejected": "✗"}


def review_glyph(row: ClaimRow) -> str:
    """The review state as one character; a space for what nobody reviewed."""
    return _GLYPHS[row.review]


def verdict(row: ClaimRow) -> str:
    """``✓ accepted``; empty for what nobody reviewed."""
    return f"{review_glyph(row)} {row.review}" if review_glyph(row) != " " else ""


_DONE: Final = {
    "accept": "accepted",
    "reject": "rejected",
    "reopen": "reopened",
    "correct": "corrected",
    "note": "noted on",
    "tag": "tagged",
    "untag": "took tags off",
}


def reviewed(action: str, claims: int, *, undone: bool = False, redone: bool = False) -> str:
    """What a step did: ``accepted 3 claims``, ``undone: tagged 1 claim``."""
    if not claims:
        return "nothing had to be changed"
    told = f"{_DONE[action]} {counted(claims, 'claim')}"
    return f"undone: {told}" if undone else f"done again: {told}" if redone else told
