"""Contents that the network gave to a cue which cannot have them, by marks and paragraphs."""

from __future__ import annotations

from typing import Final

from claims.extraction.document.candidate import Candidate
from claims.extraction.document.ranges import Range
from claims.extraction.rules.enumerate import Page
from claims.language.word_lists import words

_STRAIGHT: Final = '"'
_CURLY: Final = "“"
# What ends a quotation whose cue stands right behind it: “Wait,” she said.
_LEADS_ON: Final = frozenset(",?!")
_ENDS: Final = frozenset(",.?!")
# Words of others between a content and the rest of its claim, from which on it is not its own.
_FAR: Final = 5
_JOINS: Final = words("grammar/conjunctions", "joining clauses")


def give_back(page: Page, candidates: list[Candidate]) -> list[Candidate]:
    """Takes from candidates what is not theirs; quotations among it float, or go to their own cue.

    Args:
        page: The article.
        candidates: By the network, in order of their cues. Their contents change.

    Returns:
        Those with content.
    """
    for candidate in candidates:
        own = [part for part in candidate.content if not _strays(page, candidates, candidate, part)]
        candidate.content = own or candidate.content
        candidate.content = _near(page, candidate)
        candidate.content = _without_narration(page, candidate)
        candidate.content = _without_titles(page, candidate)
    _give_to_next(page, candidates)
    return [candidate for candidate in candidates if candidate.content]


def _strays(page: Page, candidates: list[Candidate], candidate: Candidate, part: Range) -> bool:
    """Whether a part is a quotation of another paragraph that someone else says."""
    at, here = page.paragraph_of(part[0]), page.paragraph_of(candidate.cue[0])
    if len(candidate.content) < 2 or at == here or _sign(page, part) is None:
        return False
    return _quoted_otherwise(page, candidate, part) or (
        at < here and _owned_before(page, candidates, part)
    )


def _quoted_otherwise(page: Page, candidate: Candidate, part: Range) -> bool:
    """Whether the part has straight marks and the candidate's paragraph curly ones.

    Someone is quoted in a story that is quoted: a block that opens with one sort of quote mark is
    no part of what stands in the other.
    """
    here = page.paragraph_of(candidate.cue[0])
    beside = (one for one in candidate.content if page.paragraph_of(one[0]) == here)
    signs = {sign for one in (part, *beside) if (sign := _sign(page, one)) is not None}
    return signs == {_STRAIGHT, _CURLY}


def _sign(page: Page, part: Range) -> str | None:
    """The mark of the quotation that a part begins with."""
    at = page.quote_of[part[0]]
    if at < 0 or page.quotes[at][0] != part[0]:
        return None
    return page.doc.text[page.outer[at].start]


def _owned_before(page: Page, candidates: list[Candidate], part: Range) -> bool:
    """Whether a closed quotation ends its paragraph behind another cue with its content.

    Ruiz called it a success. “It held.” | That, Lund said, was luck.
    """
    at = page.whole_quote(part)
    if at is None or not page.outer[at].closed or page.outer[at].continues:
        return False
    start = page.paragraphs[page.paragraph_of(part[0])][0]
    return any(
        start <= candidate.cue[0] and max(candidate.cue[1], candidate.content[-1][1]) <= part[0]
        for candidate in candidates
    )


def _near(page: Page, candidate: Candidate) -> list[Range]:
    """The contents without unquoted ones far off, with words of others between."""
    kept = []
    for part in candidate.content:
        rest = [one for one in candidate.content if one != part]
        quoted = any(page.quote_of[i] >= 0 for i in range(*part))
        between = _words_between(page, candidate, part, rest)
        elsewhere = page.paragraph_of(part[0]) != page.paragraph_of(candidate.cue[0])
        goes_on = any(candidate.cue[1] <= one[0] < part[0] for one in rest)
        limit = 1 if elsewhere else _FAR if goes_on else between + 1
        if quoted or not rest or between < limit:
            kept.append(part)
    return kept or candidate.content


def _words_between(page: Page, candidate: Candidate, part: Range, rest: list[Range]) -> int:
    """How many words stand between a content and what else of its claim is next, cue-wards."""
    others = [candidate.cue, *rest, *([] if candidate.source is None else [candidate.source])]
    if part[0] >= candidate.cue[1]:
        before = (end for _, end in others if end <= part[0])
        gap = range(max(before, default=part[0]), part[0])
    else:
        after = (start for start, _ in others if start >= part[1])
        gap = range(part[1], min(after, default=part[1]))
    return sum(not (page.doc[i].is_punct or page.doc[i].is_space) for i in gap)


def _without_narration(page: Page, candidate: Candidate) -> list[Range]:
    """The contents without what the writer tells on: “Ready?” she said, but he had gone."""
    first, *others = candidate.content
    if page.whole_quote(first) is not None and first[1] <= candidate.cue[0]:
        return [first, *(part for part in others if not _is_narration(page, part))]
    return [
        _to_quote(page, part) if part[0] >= candidate.cue[1] else part for part in candidate.content
    ]


def _to_quote(page: Page, part: Range) -> Range:
    """A whole quotation without what follows: they shouted “Stop!” as they had before."""
    at = page.quote_of[part[0]]
    end = part[1] if at < 0 else page.quotes[at][1]
    if end >= part[1] or page.quotes[at][0] != part[0]:
        return part
    comma = page.doc[end].text == ","
    ends = comma or page.doc[end - 2].text in _ENDS
    rest = (min(end + comma, part[1] - 1), part[1])
    return (part[0], end) if ends and _is_narration(page, rest) else part


def _is_narration(page: Page, part: Range) -> bool:
    if any(page.quote_of[i] >= 0 for i in range(*part)):
        return False
    lower = page.tree.lower
    leads = {lower[part[0] - 1], lower[part[0]]}
    return bool(leads & _JOINS) and "that" not in lower[part[0] : part[0] + 2]


def _without_titles(page: Page, candidate: Candidate) -> list[Range]:
    """The contents without a work that is named beside: after the hymn “Old Stones,” she added."""
    said = [part for part in candidate.content if not _names_work(page, part)]
    return said if any(page.whole_quote(part) is not None for part in said) else candidate.content


def _names_work(page: Page, part: Range) -> bool:
    at = page.whole_quote(part)
    named = at is not None and page.is_title(at) and part[0] > 0
    return named and page.tree.pos[part[0] - 1] == "NOUN"


def _give_to_next(page: Page, candidates: list[Candidate]) -> None:
    """Gives quotations that a cue of another paragraph has to the cue right behind them."""
    begins = {
        min(one.cue[0], one.source[0] if one.source else one.cue[0]): one for one in candidates
    }
    for candidate in candidates:
        for part in list(candidate.content):
            at = page.paragraph_of(part[0])
            own = begins.get(part[1])
            if own is None or own is candidate or page.whole_quote(part) is None:
                continue
            elsewhere = at != page.paragraph_of(candidate.cue[0])
            beside = at == page.paragraph_of(own.cue[0])
            if elsewhere and beside and page.doc[part[1] - 2].text in _LEADS_ON:
                candidate.content.remove(part)
                own.content = sorted([*own.content, part])
