"""Whom expressions of an article mean as gold tells it, by token, to learn from.

Gold is who speaks, what an article states of everybody it names, or coreference chains (GUM, CC
BY). An answer is the comparable names of who is meant; none where the article names nobody.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from spacy.tokens import Doc

from claims.claim import SpeakerKind
from claims.extraction.document.clusters import MentionClusters
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.gender_hints import PERSONAL
from claims.extraction.parsing.noun_phrases import singular
from claims.extraction.pipeline import Extractor
from claims.extraction.speakers.descriptions import definite_roles
from claims.language.folding import fold_letters
from claims.language.word_lists import words
from claims.reading import read_article
from claims.scoring.agreement.names import comparable
from claims.scoring.files.speakers_file import GoldSpeaker, GoldSpeakers

Answers = dict[int, frozenset[tuple[str, ...]]]
Chains = Mapping[str, Sequence[Sequence[Any]]]
"""Start, end and type of every mention, in code points, by chain."""
_INDEFINITE: Final = words("grammar/pronouns", "indefinite") | {"another", "some"}
# What no reader lists as an affiliation, whoever is meant.
_UNLISTED: Final = words("nouns/kin") | words("nouns/people")


def read_chained(folder: Path, extractor: Extractor) -> Iterator[tuple[Doc, Chains]]:
    """The articles of a folder with ``gold.json`` beside ``text/``, extracted from."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    for name in sorted(gold):
        yield extractor.document(read_article(folder / "text" / name)), gold[name]["chains"]


def answers_of(tokens: Tokens, chains: Chains) -> Answers:
    """By token of "he" or "she", the comparable names in its chain."""
    found = {}
    for mentions in chains.values():
        texts = [tokens.source[start:end] for start, end, *_ in mentions]
        names = frozenset(comparable(text) for text in texts if not text[1:].islower())
        for start, end, *_ in mentions:
            first, last = tokens.find(start, end)
            if last - first == 1 and tokens.lower[first] in PERSONAL:
                found[first] = names
    return found


def names_of(speaker: GoldSpeaker) -> frozenset[tuple[str, ...]]:
    """The comparable names of a speaker; none where it is a group or nobody the article names."""
    opening = speaker.name.split()[0].lower()
    unnamed = opening in _INDEFINITE or speaker.name[0].islower()
    if speaker.kind is not SpeakerKind.PERSON or unnamed:
        return frozenset()
    return frozenset(comparable(name) for name in (speaker.name, *speaker.aliases))


def kept_apart(tokens: Tokens, clusters: MentionClusters, known: GoldSpeakers) -> Answers:
    """Whom descriptions mean that stand beside no name: where an affiliation has its evidence."""
    found: Answers = {}
    for speaker in known.speakers:
        for affiliation in speaker.affiliations:
            where = affiliation.evidence
            span = range(*tokens.find(where.start, where.end))
            if not any(map(clusters.mention_at, span)):
                found |= dict.fromkeys(span, names_of(speaker))
    return found


def described(tokens: Tokens, known: GoldSpeakers) -> Answers:
    """Whom each "the … nominee" means, by its first token, where gold lists every affiliation.

    That is whoever is said to be so, there or elsewhere in the same words, and otherwise nobody.
    """
    return {
        start: frozenset(
            name
            for speaker in known.speakers
            if _is_called(speaker, tokens, start, head)
            for name in names_of(speaker)
        )
        for start, head in definite_roles(tokens)
        if singular(tokens.lower[head]) not in _UNLISTED
    }


def _is_called(speaker: GoldSpeaker, tokens: Tokens, start: int, head: int) -> bool:
    """Whether a description from token ``start`` to ``head`` is among someone's affiliations."""
    text = fold_letters(tokens.plain(start + 1, head + 1))
    noun = fold_letters(tokens.text[head])
    for affiliation in speaker.affiliations:
        role, where = fold_letters(affiliation.role or ""), affiliation.evidence
        here = where.start < tokens.end[head] and tokens.start[start] < where.end
        whole = fold_letters(f"{affiliation.organization} {affiliation.role}")
        if text in (role, whole) or (here and noun in role.split()):
            return True
    return False
