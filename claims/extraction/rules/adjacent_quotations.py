"""Quotations that no clause of a cue covers: the cue stands beside them.

Constructions: ``quote_after`` (the quotation follows the cue: *she said:* “…”), ``quote_before``
(“…” *she said*), ``colon_inside`` (*Ruiz:* “…”), ``signature`` (“…” *— Ruiz*). Only cues that
report speech in those places count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

from claims.extraction.document.candidate import Candidate
from claims.extraction.document.ranges import Range
from claims.extraction.rules.enumerate import Page
from claims.extraction.rules.verbs import bare_candidate

# How far from a quotation, in tokens, its cue is looked for.
_REACH: Final = 30
_NAMING: Final = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"})
_DASHES: Final = frozenset({"—", "―", "–", "--", "-", "~"})
_LONGEST_SIGNATURE: Final = 12
# What parts a quotation from the cue behind it: “Wait,” she said; ‘Wait’, she said.
_LEADS_ON: Final = frozenset(",?!…—–-")
_STOPS: Final = frozenset(".!?")
# A quotation right after one of these is a phrase of the writer's sentence.
_INSIDE_PHRASE: Final = frozenset({"ADJ", "ADP", "DET", "NUM", "PRON"})


def attach_quotations(
    page: Page, candidates: list[Candidate], accept: Callable[[Candidate], bool]
) -> list[Candidate]:
    """New candidates for quotations that lie in no candidate's content.

    A quotation whose cue is already a candidate is added to that candidate's content instead.

    Args:
        page: Of the document.
        candidates: Found by the parse; their contents may grow.
        accept: Sets a candidate's score and says if it is likely enough.
    """
    heads = {candidate.head: candidate for candidate in candidates}
    covered = _covered(page, candidates)
    for at in range(len(page.quotes)):
        # A title beside a cue belongs to who speaks, or to the writer's sentence.
        covered[at] = covered[at] or page.is_title(at)
    new: list[Candidate] = []
    for at, beside in enumerate(cues_beside(page)):
        if covered[at]:
            continue
        found = next(
            (candidate for candidate in beside if candidate.head in heads or accept(candidate)),
            None,
        )
        if found is None:
            continue
        known = heads.get(found.head)
        if known is not None:
            known.content = sorted([*known.content, page.quotes[at]])
        else:
            heads[found.head] = found
            new.append(found)
    return new


def cues_beside(page: Page) -> Iterator[list[Candidate]]:
    """For each outermost quotation the verbs beside it that could be its cue, likeliest first."""
    bounds = iter(page.paragraphs)
    start, end = next(bounds, (0, 0))
    before = start
    for quote in page.quotes:
        while quote[0] >= end:
            before = start
            start, end = next(bounds, (quote[0], quote[1]))
        yield list(_beside(page, quote, start, end, before))


def _covered(page: Page, candidates: list[Candidate]) -> list[bool]:
    covered = [False] * len(page.quotes)
    for candidate in candidates:
        if page.quote_of[candidate.head] < 0:
            for low, high in candidate.content:
                for i in range(low, high):
                    if page.quote_of[i] >= 0:
                        covered[page.quote_of[i]] = True
    return covered


def _beside(page: Page, quote: Range, start: int, end: int, before: int) -> Iterator[Candidate]:
    tree, low, high = page.tree, *quote
    signed = _signature(page, quote, start, end)
    if signed is not None:
        yield signed
    if high < end and _leads_on(page, high):
        yield from _verbs(page, range(high, min(end, high + _REACH)), "quote_before", quote)
    if low > start and tree.pos[low - 1] in _INSIDE_PHRASE:
        return
    if low > start + 1 and tree.lower[low - 1] == ":" and tree.pos[low - 2] == "PROPN":
        first = low - 2
        while first > start and tree.pos[first - 1] == "PROPN":
            first -= 1
        yield Candidate(low - 1, ":", "colon_inside", (low - 1, low), (first, low - 1), [quote])
    places: Iterable[int] = range(low - 1, max(start, low - _REACH) - 1, -1)
    if low == start:
        # "He went on:" may stand as a paragraph of its own.
        last = _last_word(page, before, start)
        if last is None or tree.lower[last] != ":":
            return
        places = range(last, max(before, last - _REACH) - 1, -1)
    yield from _verbs(page, places, "quote_after", quote)


def _leads_on(page: Page, after: int) -> bool:
    """Whether what comes after a quotation can be its cue: a comma parts them, or a name begins."""
    inner, following = page.doc[after - 2].text, page.doc[after].text
    word = next((i for i in range(after, len(page.doc)) if not page.doc[i].is_punct), after)
    if page.tree.pos[word] == "CCONJ":
        return False
    if inner[-1] in _LEADS_ON or following[0] in _LEADS_ON:
        return True
    return inner != "." and page.tree.pos[after] in ("PROPN", "PRON", "VERB")


def _signature(page: Page, quote: Range, start: int, end: int) -> Candidate | None:
    """A dash and a name that end the paragraph: “…” — Ana Ruiz.

    Who signs a paragraph that begins with a mark says all of it, however marks inside it pair.
    """
    behind = (i for i in range(quote[1], end) if not page.doc[i].is_space)
    words = list(islice(behind, _LONGEST_SIGNATURE + 1))
    if not 1 < len(words) <= _LONGEST_SIGNATURE or page.doc[words[0]].text not in _DASHES:
        return None
    dash, first, last = words[0], words[1], words[-1] + 1
    name = page.trim((first, last))
    if name is None or not page.doc[first].text[0].isupper():
        return None
    begins = page.quote_of[start] >= 0 and page.quotes[page.quote_of[start]][0] == start
    said = (start, quote[1]) if begins else quote
    return Candidate(dash, "—", "signature", (dash, dash + 1), name, [said])


def _last_word(page: Page, start: int, end: int) -> int | None:
    return next((i for i in range(end - 1, start - 1, -1) if not page.doc[i].is_space), None)


def _verbs(page: Page, places: Iterable[int], name: str, quote: Range) -> Iterator[Candidate]:
    tree = page.tree
    for i in places:
        if page.quote_of[i] >= 0 or tree.lower[i] in _STOPS:
            return
        candidate = None
        if tree.is_verb(i) and tree.dep[i] not in ("aux", "auxpass"):
            candidate = bare_candidate(tree, i)
        elif name == "quote_before" and tree.tag[i] == "NNS" and i > quote[1]:
            # "…," Ito notes: the parser takes a name and its verb for one noun.
            candidate = Candidate(i, tree.lemma[i].lower(), name, (i, i + 1), None, [quote])
        if candidate is None:
            continue
        candidate.construction, candidate.content = name, [quote]
        if name == "quote_before":
            candidate.source = source_beside(page, candidate, quote[1])
            if candidate.source is None:
                continue
        elif candidate.source is not None:
            candidate.source = page.trim(page.outside(candidate.source, -1))
        yield candidate


def source_beside(page: Page, candidate: Candidate, after: int) -> Range | None:
    """Who says it, in "…", Ito said, or "…", said Ito: between quotation and cue, or behind it."""
    if candidate.source is not None and candidate.source[0] >= after:
        return page.trim(page.outside(candidate.source, -1))
    tree, cue = page.tree, candidate.cue
    between = page.trim((after, cue[0])) if after < cue[0] else None
    if between is not None and tree.pos[between[0]] in _NAMING:
        return between
    if between is None and cue[1] < len(tree) and tree.pos[cue[1]] in _NAMING:
        head = cue[1]
        while tree.head[head] > head and tree.pos[tree.head[head]] in _NAMING:
            head = tree.head[head]
        return page.trim((cue[1], max(head + 1, tree.span(head)[1])))
    return None
