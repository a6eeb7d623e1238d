"""What each claim's cue says of the claim: its lemma, its class, and three flags."""

from __future__ import annotations

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Token

from claims.claim import ClaimType
from claims.extraction.cues.classes import cue_class, form_of
from claims.extraction.cues.heads import Head, find_head, tokens_of
from claims.extraction.cues.modality import Clauses
from claims.extraction.cues.polarity import is_hedged, is_negated
from claims.extraction.cues.statements import WordedClaim, likelihood
from claims.extraction.document.analysis import analysis
from claims.extraction.document.attribution import Attribution, Cue
from claims.language.word_lists import words

_PRESENT: Final = frozenset({"VBZ", "VBP"})


@Language.component("claims_cues")
def add_cues(doc: Doc) -> Doc:
    """Reads the cue of each attribution of the article."""
    known = analysis(doc)
    known.cues = [read_cue(doc, attribution) for attribution in known.attributions]
    return doc


def wording_of(doc: Doc, attribution: Attribution) -> WordedClaim:
    """How an attribution is worded, by its words and the parse around them."""
    cue = tokens_of(doc, attribution.cue)
    source = tokens_of(doc, attribution.source)
    content = tokens_of(doc, attribution.content)
    head = find_head(cue, content)
    if head is None:
        return WordedClaim(attribution, cue, source, content)
    form = form_of(head, cue, content)
    kind, negated = cue_class(head, form), is_negated(head, cue, source)
    return WordedClaim(attribution, cue, source, content, head, kind, form, negated)


def read_cue(doc: Doc, attribution: Attribution) -> Cue:
    """The reading of an attribution's cue."""
    found = wording_of(doc, attribution)
    head, content, clauses = found.head, found.content, Clauses(found.content)
    if head is None:
        return Cue(
            hedged=clauses.hedged(),
            prediction=clauses.foretells(reported=False),
            statement=likelihood(found),
        )
    direct = attribution.type is ClaimType.DIRECT
    reported = not direct and _is_past(doc, head)
    hedged = is_hedged(head, found.cue, found.source, content)
    return Cue(
        lemma=head.lemma,
        kind=found.kind,
        negated=found.negated,
        hedged=hedged or clauses.hedged(),
        prediction=head.entry in words("cues/foretelling") or clauses.foretells(reported),
        statement=likelihood(found),
    )


def _is_past(doc: Doc, head: Head) -> bool:
    """Whether the attributing verb lets "would" stand for "will" in what it reports."""
    tokens: list[Token] = [doc[i] for i in (*head.light, head.token)]
    return tokens[0].pos_ != "ADP" and tokens[0].tag_ not in _PRESENT
