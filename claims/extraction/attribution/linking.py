"""Candidates to attributions: what floats is linked, what is nested gets its parent."""

from __future__ import annotations

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from claims.claim import ClaimType
from claims.extraction.attribution.floating import link_quotations
from claims.extraction.attribution.nested import nest
from claims.extraction.attribution.tidy import tidy
from claims.extraction.document.analysis import analysis
from claims.extraction.document.attribution import Attribution
from claims.extraction.document.candidate import PREDICTED, Candidate
from claims.extraction.rules.regions import Regions

# A transcript may be quoted line by line.
_OWN: Final = frozenset({PREDICTED, "transcript"})


@Language.component("claims_linking")
def linking(doc: Doc) -> Doc:
    """Sets the article's attributions in order of their first token."""
    regions, known = Regions(doc), analysis(doc)
    outer = [one for one in known.candidates if _stands_outside(regions, one)]
    link_quotations(regions, outer)
    inner = [one for one in known.candidates if not _stands_outside(regions, one)]
    nested = nest(regions, tidy(regions, outer), tidy(regions, inner))
    nested.sort(key=lambda pair: min(pair[0].cue, *pair[0].content))
    index = {id(candidate): at for at, (candidate, _) in enumerate(nested)}
    known.attributions = [
        _attribution(regions, candidate, None if parent is None else index[id(parent)])
        for candidate, parent in nested
    ]
    return doc


def _stands_outside(regions: Regions, candidate: Candidate) -> bool:
    """Whether the cue is the article's own; the network never marks one inside what it marks."""
    return candidate.construction in _OWN or regions.quote_of[candidate.head] < 0


def _attribution(regions: Regions, candidate: Candidate, parent: int | None) -> Attribution:
    return Attribution(
        type=_type(regions, candidate),
        content=tuple(candidate.content),
        cue=(candidate.cue,),
        source=() if candidate.source is None else (candidate.source,),
        parent=parent,
        confidence=candidate.score,
    )


def _type(regions: Regions, candidate: Candidate) -> ClaimType:
    """By whether all or some words stand inside outermost quotation marks, cue and source aside."""
    beside = {*range(*candidate.cue), *range(*(candidate.source or (0, 0)))}
    quoted = [
        regions.quote_of[i] >= 0
        for low, high in candidate.content
        for i in range(low, high)
        if i not in beside and regions.doc[i].text[0].isalnum()
    ]
    if not any(quoted):
        return ClaimType.INDIRECT
    return ClaimType.DIRECT if all(quoted) else ClaimType.MIXED
