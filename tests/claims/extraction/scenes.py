"""Texts with their sources marked, so that speakers are tested without finding claims first."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from claims.claim import ClaimType, Span, Speaker
from claims.extraction.affiliations.component import add_affiliations
from claims.extraction.document.analysis import analysis
from claims.extraction.document.attribution import Attribution
from claims.extraction.document.ranges import Door
from claims.extraction.mentions.component import add_mentions
from claims.extraction.pipeline import DEFAULT_MODEL, build_pipeline
from claims.extraction.speakers.component import add_speakers

_MARKED = re.compile(r"\[\[(.*?)\]\]")


@cache
def _language() -> Language:
    nlp = build_pipeline(DEFAULT_MODEL, None)
    for name in (
        "claims_tagging",
        "claims_linking",
        "claims_mentions",
        "claims_affiliations",
        "claims_speakers",
        "claims_phrases",
    ):
        nlp.remove_pipe(name)
    return nlp


def scene(*paragraphs: str) -> Doc:
    """A document whose attributions are the ``[[marked]]`` sources, in order; ``[[]]`` is none.

    Each claim's content is the rest of its line after the source, or before it where none follows.
    """
    doc = prepared(*paragraphs)
    named: Doc = add_speakers(add_affiliations(add_mentions(doc)))
    return named


def prepared(*paragraphs: str) -> Doc:
    """The same before anyone is named."""
    marked = "\n\n".join(paragraphs)
    text, sources, last = "", [], 0
    for mark in _MARKED.finditer(marked):
        text += marked[last : mark.start()]
        sources.append(Span(len(text), len(text) + len(mark.group(1))))
        text += mark.group(1)
        last = mark.end()
    text += marked[last:]
    doc = _language()(text)
    door = Door(doc)
    analysis(doc).attributions = [_attribution(door, text, source) for source in sources]
    return doc


def _attribution(door: Door, text: str, source: Span) -> Attribution:
    line_start = text.rfind("\n", 0, source.start) + 1
    line_end = text.find("\n", source.end) % (len(text) + 1)
    after = Span(source.end, line_end)
    content = after if after.end - after.start > 12 else Span(line_start, source.start)
    given = (source,) if source.end > source.start else ()
    kind = ClaimType.INDIRECT if given else ClaimType.DIRECT
    return Attribution(kind, (door.tokens(content),), (), tuple(map(door.tokens, given)), None, 1.0)


def speakers(*paragraphs: str) -> list[tuple[str, ...]]:
    """The names of each marked source's speakers."""
    return [tuple(s.name for s in group) for group in analysis(scene(*paragraphs)).speakers]


def last_speaker(*paragraphs: str) -> Speaker:
    """The only speaker of the last marked source."""
    [speaker] = analysis(scene(*paragraphs)).speakers[-1]
    return speaker


def affiliations(*paragraphs: str) -> list[tuple[str | None, str | None]]:
    """Role and organization of each affiliation of the last marked source's speaker."""
    return [(a.role, a.organization) for a in last_speaker(*paragraphs).affiliations]
