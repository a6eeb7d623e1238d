"""Cue, source and content of each attribution in tokens: the network's, and what rules add.

The network was taught one level of attribution and newspaper prose; rules know the lines of a
transcript, the name under a quotation and who is quoted by whom.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from claims.extraction.attribution.content_boundaries import close_quotations, widen
from claims.extraction.attribution.lines import left_over, near_source, past_dateline, stays
from claims.extraction.attribution.reassign_contents import give_back
from claims.extraction.document.analysis import analysis
from claims.extraction.document.candidate import PREDICTED, Candidate
from claims.extraction.document.prediction import Prediction
from claims.extraction.document.ranges import Range, holds
from claims.extraction.parsing.repair import mend
from claims.extraction.rules.enumerate import Page
from claims.extraction.rules.inner_quotations import inner_candidates, named_speakers
from claims.extraction.rules.select import rule_candidates
from claims.extraction.rules.verbs import bare_candidate

# What the network overlooks or takes for something else, and rules tell by its form.
_BY_FORM: Final = frozenset({"transcript", "signature"})
# From where on the rules alone make a claim of what the network's lost to a headline.
_SURE: Final = 0.5
_LEADING: Final = frozenset({"det", "amod", "compound", "nummod", "poss"})
_FARTHEST: Final = 6
_LONGEST_PREDICATE: Final = 5


@Language.component("claims_tagging")
def tagging(doc: Doc) -> Doc:
    """Sets the article's candidates, cues in text order."""
    mend(doc)
    page, known = Page(doc), analysis(doc)
    known.candidates = (
        rule_candidates(page) if known.predictions is None else join(page, known.predictions)
    )
    return doc


def join(page: Page, predictions: list[Prediction]) -> list[Candidate]:
    """The network's candidates, those of the rules by form, and the rules' inside contents."""
    candidates = [
        candidate for one in predictions if (candidate := _candidate(page, one)) is not None
    ]
    close_quotations(page, candidates)
    candidates = give_back(page, candidates)
    left = left_over(page, predictions)
    ruled = rule_candidates(page, _to_read(page, candidates, left))
    widen(page, candidates, ruled)
    by_form = [candidate for candidate in ruled if candidate.construction in _BY_FORM]
    taken = _covered(page, by_form)
    kept = [candidate for candidate in candidates if not _mostly(taken, candidate)]
    inside = [one for one in _inside(page, kept, ruled) if one.construction not in _BY_FORM]
    cues = {i for candidate in [*kept, *by_form, *inside] for i in range(*candidate.cue)}
    alone = [one for one in ruled if left[one.head] and one.score >= _SURE]
    alone = [one for one in alone if one.head not in cues and not one.dependent]
    for candidate in by_form:
        candidate.dependent = False
    return sorted([*kept, *by_form, *inside, *alone], key=lambda candidate: candidate.cue)


def _inside(page: Page, kept: list[Candidate], ruled: list[Candidate]) -> list[Candidate]:
    """What the rules found in contents, or in quotations that may become content."""
    around = _around(page, kept)
    cues = {i for candidate in kept for i in range(*candidate.cue)}
    better = [*inner_candidates(page), *named_speakers(page, around)]
    by_head = {candidate.head: candidate for candidate in [*ruled, *better]}
    found = []
    for candidate in by_head.values():
        outer = around[candidate.cue[0]]
        quoted = page.quote_of[candidate.cue[0]] >= 0
        candidate.dependent = quoted if outer is None else _lies_in(outer, candidate)
        if candidate.dependent and candidate.head not in cues:
            found.append(candidate)
    return found


def _to_read(page: Page, candidates: list[Candidate], left: list[bool]) -> list[bool]:
    """For each token, whether rules look for a cue there: in cues, contents and quotations.

    Args:
        page: The article.
        candidates: The network's.
        left: For each token, whether the network's were cut off its sentence.
    """
    found = zip(_covered(page, candidates), left, page.quote_of, strict=True)
    return [own or cut or quote >= 0 for own, cut, quote in found]


def _around(page: Page, candidates: Iterable[Candidate]) -> list[Candidate | None]:
    """For each token, the candidate in whose content it is."""
    around: list[Candidate | None] = [None] * len(page.doc)
    for candidate in candidates:
        for low, high in candidate.content:
            around[low:high] = [candidate] * (high - low)
    return around


def _covered(page: Page, candidates: Iterable[Candidate]) -> list[bool]:
    """For each token, whether it is in the content or the cue of a candidate."""
    covered = [False] * len(page.doc)
    for candidate in candidates:
        for low, high in [*candidate.content, candidate.cue]:
            covered[low:high] = [True] * (high - low)
    return covered


def _candidate(page: Page, predicted: Prediction) -> Candidate | None:
    """The network's attribution, cut to the paragraphs; None where nothing of it stands in one."""
    cues, sources = (
        page.spoken(predicted.cue),
        page.spoken(predicted.source) if predicted.source else [],
    )
    said = (one for part in predicted.content for one in page.spoken(part))
    parts = [part for one in said if (part := page.trim(one))]
    content = [part for part in parts if cues and stays(page, cues[0], part)]
    if not content:
        return None
    cue = _with_predicate(page, cues[0], content[0])
    head = next((i for i in range(*cue) if not cue[0] <= page.tree.head[i] < cue[1]), cue[0])
    found = _beside(page, head, cue, _whole(page, sources[0], cue)) if sources else None
    source = found and near_source(page, head, cue, past_dateline(page, cue, found))
    colon = page.tree.lower[head] == ":"
    if colon and found and not (source and page.labels.may_speak(source)):
        return None
    return Candidate(head, "", PREDICTED, cue, source, content, predicted.confidence)


def _with_predicate(page: Page, cue: Range, content: Range) -> Range:
    """The cue with what is said of an "it" that was marked alone: "It is unclear whether …"."""
    alone = cue[1] == cue[0] + 1 and page.tree.lower[cue[0]] == "it"
    if alone and cue[1] < content[0] <= cue[1] + _LONGEST_PREDICATE:
        return cue[0], content[0]
    return cue


def _whole(page: Page, source: Range, cue: Range) -> Range:
    """The source to the noun that it leads to, where it ends before: "the" in "the two men"."""
    low, high = source
    tree = page.tree
    while tree.dep[high - 1] in _LEADING and high <= tree.head[high - 1] < high + _FARTHEST:
        after = tree.head[high - 1] + 1
        if low < cue[0] < after or page.quote_of[after - 1] != page.quote_of[low]:
            break
        high = after
    return page.trim((low, high)) or source


def _mostly(taken: list[bool], candidate: Candidate) -> bool:
    own = [taken[i] for low, high in candidate.content for i in range(low, high)]
    return sum(own) > len(own) / 2


def _beside(page: Page, head: int, cue: Range, source: Range) -> Range:
    """The cue's own subject right before it, for a source in another paragraph."""
    elsewhere = page.paragraph_of(source[0]) != page.paragraph_of(cue[0])
    if not elsewhere or not page.tree.is_verb(head):
        return source
    subject = bare_candidate(page.tree, head).source
    own = subject and page.trim(page.outside(subject, page.quote_of[head]))
    return own if own and own[1] == cue[0] else source


def _lies_in(outer: Candidate, candidate: Candidate) -> bool:
    return all(holds(outer.content, part) for part in (candidate.cue, *candidate.content))
